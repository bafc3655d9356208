using System.CommandLine;

namespace SolidLoonfiches.Service;

/// <summary><c>serve</c>: the pages, the monthly check and the outbox, until it is told to stop.</summary>
internal static class ServeVerb
{
    public static Command Create(Func<string[], WebApplication> build)
    {
        var verb = new Command("serve", "Toont de pagina's, doet de maandelijkse controle en verstuurt berichten (standaard).") { TreatUnmatchedTokensAsErrors = false };
        verb.SetAction((parsed, cancellation) => RunAsync(build, [.. parsed.UnmatchedTokens], cancellation));
        return verb;
    }

    public static async Task<int> RunAsync(Func<string[], WebApplication> build, string[] args, CancellationToken cancellation)
    {
        await using var site = build(args);
        if (!await Database.PrepareAsync(site.Services, cancellation))
        {
            return CommandLine.Failed;
        }

        await site.RunAsync(cancellation);
        return CommandLine.Ok;
    }
}
