using System.CommandLine;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Service;

/// <summary><c>validate FILE…</c>: holds payslips in Turtle against the shapes and the rules beyond them, as a check of a vault does.</summary>
internal static class ValidateVerb
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Loonfiches in Turtle.", Arity = ArgumentArity.OneOrMore };
        var verb = new Command("validate", "Kijkt na of loonfiches bruikbaar zijn, en zegt wat er anders moet.") { files };
        verb.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(files), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string[] files, CancellationToken cancellation)
    {
        var code = CommandLine.Ok;
        foreach (var file in files)
        {
            if (await InputFile.ReadAsync(file, cancellation) is not { } bytes)
            {
                code = CommandLine.BadArguments;
                continue;
            }

            // Whose slip it must be is not known here: only the check of a dossier knows.
            var verdict = PayslipDocument.Read(bytes, InputFile.Address(file), worker: null, PayslipDocument.Today(TimeProvider.System), cancellation);
            var (words, list) = verdict switch
            {
                PayslipVerdict.Fits { Notes.Count: 0 } => ("bruikbaar", []),
                PayslipVerdict.Fits fits => ("bruikbaar, maar er ontbreekt iets", fits.Notes),
                PayslipVerdict.DoesNotFit bad => ("niet bruikbaar", bad.Problems),
                _ => throw new InvalidOperationException("The family is closed."),
            };
            await Console.Out.WriteLineAsync($"{file}: {words}");
            foreach (var problem in list)
            {
                await Console.Out.WriteLineAsync($"  - {problem.Sentence} [{problem.Code}]");
            }

            code = verdict is PayslipVerdict.DoesNotFit && code == CommandLine.Ok ? CommandLine.Failed : code;
        }

        return code;
    }
}
