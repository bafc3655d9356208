using System.CommandLine;
using System.Text;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Service;

/// <summary><c>rdf FILE</c>: Turtle or N-Triples in, by the file's ending; canonical N-Triples out, one triple a line.</summary>
internal static class RdfVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Turtle, of N-Triples als de naam op .nt eindigt." };
        var @base = new Option<string?>("--base") { Description = "Waartegen Turtle haar relatieve adressen leest; standaard het adres van het bestand." };
        var verb = new Command("rdf", "Leest Turtle of N-Triples en schrijft N-Triples, één triple per regel.") { file, @base };
        verb.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(@base), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string file, string? @base, CancellationToken cancellation)
    {
        if (@base is not null && !Uri.IsWellFormedUriString(@base, UriKind.Absolute))
        {
            return await CommandLine.RefuseAsync(["--base is een volledig adres, zoals https://voorbeeld.be/fiche."]);
        }

        if (await InputFile.ReadAsync(file, cancellation) is not { } bytes)
        {
            return CommandLine.BadArguments;
        }

        try
        {
            var graph = file.EndsWith(".nt", StringComparison.OrdinalIgnoreCase)
                ? NTriples.Read(bytes, cancellation: cancellation)
                : Turtle.Read(bytes, @base ?? InputFile.Address(file).AbsoluteUri, cancellation: cancellation);
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(Encoding.UTF8.GetBytes(NTriples.Write(graph)), cancellation);
            return CommandLine.Ok;
        }
        catch (RdfSyntaxException error)
        {
            await Console.Error.WriteLineAsync($"{error.Line}:{error.Column} {error.Message}");
            return CommandLine.Failed;
        }
    }
}
