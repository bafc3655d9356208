using System.CommandLine;
using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Service;

/// <summary><c>calculate FILE</c>: puts one case, or a list of them, to the law. Needs no database, vault or network.</summary>
internal static class CalculateVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "JSON met één geval of een lijst van gevallen; - leest van standaardinvoer." };
        var verb = new Command("calculate", "Berekent het leefloon van een geval en toont elke stap.") { file };
        verb.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(file), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string file, CancellationToken cancellation)
    {
        byte[] cases;
        try
        {
            cases = await ReadAsync(file, cancellation);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return await CommandLine.RefuseAsync([$"Het bestand {file} kan niet gelezen worden ({unreadable.Message}). Kijk na waar het staat."]);
        }

        var (json, status, message) = Calculate.Run(cases);
        if (message is not null)
        {
            await Console.Error.WriteLineAsync(message);
        }

        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(json, cancellation);
        if (json.Length > 0)
        {
            await output.WriteAsync("\n"u8.ToArray(), cancellation);
        }

        return status;
    }

    private static async Task<byte[]> ReadAsync(string file, CancellationToken cancellation)
    {
        if (file != "-")
        {
            return await File.ReadAllBytesAsync(file, cancellation);
        }

        await using var input = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        await input.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }
}
