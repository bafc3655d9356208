using System.CommandLine;

namespace SolidLoonfiches.Service;

/// <summary>The executable's verbs. Standard output holds what was asked for, standard error everything else.</summary>
internal static class CommandLine
{
    public const int Ok = 0, Failed = 1, BadArguments = 2;

    // A check that is told to stop finishes the dossiers that it is at.
    private static readonly InvocationConfiguration Invocation = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(60) };

    /// <param name="args">As typed. What <c>serve</c> does not know goes to the configuration of ASP.NET Core, such as <c>--urls</c>.</param>
    /// <param name="serve">Builds the site.</param>
    public static async Task<int> RunAsync(string[] args, Func<string[], WebApplication> serve)
    {
        var root = new RootCommand("SolidLoonfiches: leest loonfiches uit de kluis van de burger en rekent het aanvullend leefloon na.")
        {
            ServeVerb.Create(serve),
            CheckVerb.Create(),
            CalculateVerb.Create(),
            RdfVerb.Create(),
            ValidateVerb.Create(),
            MigrateVerb.Create(),
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((_, cancellation) => ServeVerb.RunAsync(serve, args, cancellation));

        var parsed = root.Parse(args);
        var problems = parsed.Errors.Select(error => error.Message).ToList();
        if (parsed.CommandResult.Command is { TreatUnmatchedTokensAsErrors: true } && parsed.UnmatchedTokens is [var unknown, ..])
        {
            problems.Add($"'{unknown}' hoort niet bij het werkwoord {parsed.CommandResult.Command.Name}.");
        }

        if (args is [var first, ..] && !first.StartsWith('-') && root.Subcommands.All(verb => verb.Name != first))
        {
            problems = [$"Het werkwoord '{first}' bestaat niet. Er zijn: {string.Join(", ", root.Subcommands.Select(verb => verb.Name))}."];
        }

        if (problems.Count > 0)
        {
            return await RefuseAsync(problems);
        }

        try
        {
            return await parsed.InvokeAsync(Invocation);
        }
        catch (SettingsException wrong)
        {
            return await RefuseAsync([wrong.Message]);
        }
    }

    /// <summary>Says on standard error what is wrong with what was typed or configured.</summary>
    public static async Task<int> RefuseAsync(IEnumerable<string> problems)
    {
        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync(problem);
        }

        return BadArguments;
    }
}
