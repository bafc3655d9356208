using System.CommandLine;
using System.Globalization;
using System.Text;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary><c>calculate FILE</c>: puts one case, or a list of them, to the law. Needs no database, vault or network.</summary>
internal static class CalculateVerb
{
    private const int LargestAmount = 1_000_000;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "JSON met één geval of een lijst van gevallen; - leest van standaardinvoer." };
        var whatIf = new Option<bool>("--what-if") { Description = "Toont per geval het leefloon bij meer en minder loon, met de keerpunten." };
        var more = Amount("--more", "Bij --what-if: wat als er zoveel euro nettoloon meer is in de maand? Negatief: minder.");
        var hours = Amount("--more-hours", "Bij --what-if: wat als er zoveel uren meer gewerkt wordt? Vraagt ook --net-per-hour.");
        var perHour = Amount("--net-per-hour", "Het nettoloon van één uur: een loonfiche zegt dat niet.");
        var verify = new Option<bool>("--verify") { Description = "FILE is een uitgevoerde controle: berekent ze opnieuw en zegt of er hetzelfde uitkomt." };
        var letter = new Option<string>("--letter") { Description = "Schrijft per geval de uitleg als brief aan de burger, in het Nederlands, Frans of Engels." };
        letter.AcceptOnlyFromAmong([.. Languages.All.Keys]);
        var verb = new Command("calculate", "Berekent het leefloon van een geval en toont elke stap.") { file, whatIf, more, hours, perHour, verify, letter };
        verb.Validators.Add(parsed =>
        {
            bool Given(Option option) => parsed.GetResult(option) is { Implicit: false };
            if (((Option[])[whatIf, verify, letter]).Count(Given) > 1)
            {
                parsed.AddError("Vraag --what-if, --verify of --letter: één ervan.");
            }
            else if (!Given(whatIf) && (Given(more) || Given(hours) || Given(perHour)))
            {
                parsed.AddError("--more, --more-hours en --net-per-hour horen bij --what-if.");
            }
            else if (Given(hours) != Given(perHour))
            {
                parsed.AddError("--more-hours en --net-per-hour horen samen: een loonfiche zegt niet hoeveel een uur netto opbrengt.");
            }
            else if (Given(more) && Given(hours))
            {
                parsed.AddError("Vraag --more of --more-hours, niet allebei.");
            }
        });
        verb.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(letter) is { } language)
            {
                return RunAsync(parsed.GetRequiredValue(file), cases => Written(Letter.Run(cases, Languages.All[language])), cancellation);
            }

            Loonvraag? question = parsed.GetValue(more) is { } euro ? new Loonvraag.Bedrag(euro)
                : (parsed.GetValue(hours), parsed.GetValue(perHour)) is ({ } count, { } net) ? new Loonvraag.Uren(count.Amount, net)
                : null;
            return RunAsync(parsed.GetRequiredValue(file), cases => Written(parsed.GetValue(verify) ? Verified(cases) : parsed.GetValue(whatIf) ? WhatIf.Run(cases, question) : Calculate.Run(cases)), cancellation);
        });
        return verb;
    }

    private static CalculateOutput Verified(byte[] export)
    {
        var (text, status, message) = Verify.Run(export);
        return new(Encoding.UTF8.GetBytes(text.TrimEnd('\n')), status, message);
    }

    /// <summary>An amount on the command line, as JSON writes one: <c>200</c>, <c>12.50</c>.</summary>
    private static Option<Euro?> Amount(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (decimal.TryParse(result.Tokens is [var token] ? token.Value : "", NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
                && Math.Abs(amount) <= LargestAmount && Euro.TryOf(amount, out var euro))
            {
                return euro;
            }

            result.AddError($"{name}: dit is geen getal met hoogstens twee decimalen tot {LargestAmount}. Schrijf het als 200 of 12.50.");
            return null;
        },
    };

    /// <param name="Bytes">For standard output.</param>
    /// <param name="Status">The exit code.</param>
    /// <param name="Messages">For standard error.</param>
    private sealed record Output(byte[] Bytes, int Status, IReadOnlyList<string> Messages);

    private static Output Written(CalculateOutput output) => new(output.Json.Length > 0 ? [.. output.Json, (byte)'\n'] : [], output.ExitCode, output.Message is { } message ? [message] : []);

    private static Output Written(LetterOutput output) => new(Encoding.UTF8.GetBytes(output.Text), output.ExitCode, output.Messages);

    private static async Task<int> RunAsync(string file, Func<byte[], Output> run, CancellationToken cancellation)
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

        var (bytes, status, messages) = run(cases);
        foreach (var message in messages)
        {
            await Console.Error.WriteLineAsync(message);
        }

        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(bytes, cancellation);
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
