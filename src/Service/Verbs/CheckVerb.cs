using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary><c>check</c>: runs a month now, for all OCMWs or one.</summary>
internal static class CheckVerb
{
    private sealed record Arguments(KboNumber? Ocmw, Maand? Month, bool DryRun, bool Timings, bool Resume);

    public static Command Create()
    {
        var ocmw = new Option<string>("--ocmw") { Description = "KBO-nummer van één OCMW; zonder: alle." };
        var month = new Option<string>("--month") { Description = "De maand, als 2026-10; zonder: de vorige maand." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Leest en rekent, en schrijft niets." };
        var resume = new Option<bool>("--resume") { Description = "Gaat verder met een controle die afgebroken is, en slaat over wat gedaan is; zonder --month: de laatste." };
        var timings = new Option<bool>("--timings") { Description = "Toont waar de tijd naartoe ging." };
        var verb = new Command("check", "Doet de controle van een maand nu.") { ocmw, month, dryRun, resume, timings };
        verb.SetAction(async (parsed, cancellation) =>
        {
            var problems = new List<string>();
            var kbo = ReadOcmw(parsed.GetValue(ocmw), problems);
            var asked = ReadMonth(parsed.GetValue(month), Dates.Today(TimeProvider.System), problems);
            if (parsed.GetValue(resume) && parsed.GetValue(dryRun))
            {
                problems.Add("--resume en --dry-run gaan niet samen: van een proef is er niets om mee verder te gaan.");
            }

            return problems.Count > 0
                ? await CommandLine.RefuseAsync(problems)
                : await RunAsync(new(kbo, asked, parsed.GetValue(dryRun), parsed.GetValue(timings), parsed.GetValue(resume)), cancellation);
        });
        return verb;
    }

    private static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        using var host = Tool.Build();
        if (!await Database.IsReadyAsync(host.Services, cancellation))
        {
            return CommandLine.Failed;
        }

        await using var scope = host.Services.CreateAsyncScope();
        var all = await scope.ServiceProvider.GetRequiredService<DossierDb>().Ocmws.AsNoTracking().OrderBy(ocmw => ocmw.Name).ToListAsync(cancellation);
        var due = arguments.Ocmw is { } one ? [.. all.Where(ocmw => ocmw.Kbo == one.Value)] : all;
        if (due.Count == 0)
        {
            return await CommandLine.RefuseAsync([arguments.Ocmw is null ? "Er is nog geen OCMW ingesteld." : "Dat OCMW gebruikt deze installatie niet: kijk het KBO-nummer na."]);
        }

        var failed = false;
        foreach (var ocmw in due)
        {
            failed |= !await CheckAsync(host.Services, ocmw, arguments, cancellation);
        }

        return failed ? CommandLine.Failed : CommandLine.Ok;
    }

    private static async Task<bool> CheckAsync(IServiceProvider services, Ocmw ocmw, Arguments arguments, CancellationToken cancellation)
    {
        var month = arguments.Month ?? Maand.Of(Dates.Today(TimeProvider.System)).Previous;
        if (!arguments.Resume)
        {
            return await RunAsync(services, ocmw, new(ocmw.Kbo, month, "command", arguments.DryRun), arguments, cancellation);
        }

        await using var scope = services.CreateAsyncScope();
        var runs = await scope.ServiceProvider.GetRequiredService<RunMonth>().BrokenOffAsync(ocmw.Kbo, arguments.Month, cancellation);
        if (runs.Count == 0)
        {
            await Console.Out.WriteLineAsync($"{ocmw.Name}: er is geen controle die afgebroken is.");
            return true;
        }

        var whole = true;
        foreach (var run in runs)
        {
            whole &= await RunAsync(services, ocmw, new(ocmw.Kbo, run.Month, run.StartedBy) { TakeUp = run.Id }, arguments, cancellation);
        }

        return whole;
    }

    private static async Task<bool> RunAsync(IServiceProvider services, Ocmw ocmw, RunMonth.Command command, Arguments arguments, CancellationToken cancellation)
    {
        await Console.Error.WriteLineAsync($"{ocmw.Name}: controle van {Dates.Words(command.Month)} …");
        await using var scope = services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<RunMonth>().RunAsync(command with { Progress = (done, total) => Console.Error.WriteLine($"  {done} van {total}") }, cancellation);
        await Console.Out.WriteLineAsync(CheckTable.Write(ocmw.Name, command.Month, report, arguments.DryRun));
        if (arguments.Timings && report.Dossiers.Count > 0)
        {
            await Console.Out.WriteLineAsync(CheckTable.WriteTimings(report));
        }

        return report.Failures.Count == 0;
    }

    private static KboNumber? ReadOcmw(string? text, List<string> problems)
    {
        if (text is null)
        {
            return null;
        }

        var kbo = KboNumber.TryParse(text);
        if (kbo is null)
        {
            problems.Add("--ocmw: dit is geen KBO-nummer. Geef tien cijfers, zoals 0212.214.125.");
        }

        return kbo;
    }

    /// <returns>Null where none was asked.</returns>
    private static Maand? ReadMonth(string? text, DateOnly today, List<string> problems)
    {
        var current = Maand.Of(today);
        if (text is null)
        {
            return null;
        }

        if (!Maand.TryParse(text, out var month))
        {
            problems.Add("--month: schrijf de maand als 2026-10.");
        }
        else if (month > current)
        {
            problems.Add($"--month: {Dates.Words(month)} ligt in de toekomst. Kies een maand tot en met {Dates.Words(current)}.");
        }

        return month;
    }
}
