using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Crash.Tests;

/// <summary>One month, and a node after the other that dies in it.</summary>
/// <param name="stand">Where.</param>
/// <param name="dossiers">How many.</param>
/// <param name="writes">Of each kind, in a month that nobody disturbs.</param>
internal sealed class Kills(CrashStand stand, int dossiers, IReadOnlyDictionary<string, int> writes)
{
    private static readonly Func<string, bool> _listing = path => path.EndsWith('/');
    private static readonly Func<string, bool> _slip = path => path.EndsWith(".ttl", StringComparison.Ordinal);

    /// <summary>A node that goes on with a run makes none, and its last write to it is its last of all.</summary>
    private static readonly string[] _onceARun = ["INSERT runs", "UPDATE runs"];

    private const string Deliveries = "UPDATE event_deliveries";
    private static readonly string[] Spreading = ["UPDATE events", "INSERT event_deliveries"];

    /// <summary>Each by what it was at.</summary>
    public List<string> Done { get; } = [];

    /// <summary>What few dossiers need comes first: later it may be over.</summary>
    private IEnumerable<string> Checking => writes.Keys.Where(kind => kind != "*" && !IsTelling(kind)).OrderBy(kind => kind is "COMMIT" ? int.MaxValue : writes[kind]).ThenBy(kind => kind, StringComparer.Ordinal);

    public async Task FirstAsync()
    {
        foreach (var kind in Checking)
        {
            await AtWriteAsync(kind, 1, "before");
        }

        await AtRequestAsync("listing", _listing, 1);
        await AtRequestAsync("slip", _slip, 1);
    }

    public async Task MiddleAsync()
    {
        foreach (var kind in Checking.Where(kind => !_onceARun.Contains(kind)))
        {
            // Where the first kills have brought the month beyond the half of a kind: the next one.
            await AtWriteAsync(kind, Math.Max(1, (writes[kind] / 2) - (writes[kind] - await LeftAsync(kind))), "after");
        }

        await AtRequestAsync("listing", _listing, await LeftAsync("") / 2);
        await AtRequestAsync("slip", _slip, await LeftAsync("INSERT slips") / 2);
    }

    public async Task LastAsync()
    {
        // Those of which the records tell exactly how many are still to come.
        foreach (var kind in (string[])["UPDATE checks", "INSERT slips", "INSERT messages", "INSERT checks", "UPDATE consents", "INSERT vault_reads", "COMMIT"])
        {
            if (await LeftAsync(kind) is > 0 and var left)
            {
                await AtWriteAsync(kind, left, "before");
            }
        }

        await AtRequestAsync("listing", _listing, await LeftAsync(""));

        // Taken up, begun, ended.
        await AtWriteAsync("UPDATE runs", 3, "before");
        await AtWriteAsync("UPDATE runs", 3, "after");
    }

    /// <summary>The month is checked by now: events are spread, then mails go out, then events.</summary>
    public async Task TellingAsync()
    {
        foreach (var kind in Spreading)
        {
            await AtWriteAsync(kind, 1, "before");
            await AtWriteAsync(kind, 1, "after");
        }

        await SendingAsync("UPDATE messages", UnsentAsync, AtMailAsync);
        await SendingAsync(Deliveries, UndeliveredAsync, AtEventAsync);
    }

    /// <summary>At the first, a middle and the last; each item is written twice, as taken and as sent.</summary>
    private async Task SendingAsync(string write, Func<Task<int>> left, Func<int, Task> atSend)
    {
        foreach (var share in (double[])[0, 0.5, 1])
        {
            await AtWriteAsync(write, (int)(share * 2 * await left()), share == 0.5 ? "after" : "before");
            await atSend((int)(share * await left()));
        }
    }

    /// <summary>While the mail server takes a mail: it has it, and the node does not know.</summary>
    public async Task AtMailAsync(int occurrence) => Note(await stand.RunAndKillAtMailAsync(Math.Max(1, occurrence)), "mail");

    /// <summary>While the OCMW's software takes an event: it has it, and the node does not know.</summary>
    public async Task AtEventAsync(int occurrence) => Note(await stand.RunAndKillAtEventAsync(Math.Max(1, occurrence)), "event");

    public static bool IsTelling(string kind) => kind is "UPDATE messages" or Deliveries || Spreading.Contains(kind);

    private Task<int> UnsentAsync() => stand.QueryAsync(db => db.Messages.CountAsync(m => m.SentAt == null));

    private Task<int> UndeliveredAsync() => stand.QueryAsync(db => db.EventDeliveries.CountAsync(d => d.SentAt == null));

    /// <summary>How many writes of a kind are still to come: as the records tell, else in proportion to the dossiers.</summary>
    private async Task<int> LeftAsync(string kind)
    {
        var run = await stand.QueryAsync(db => db.Runs.Where(r => r.Month == CrashStand.October).Select(r => r.Id).FirstOrDefaultAsync());
        return kind switch
        {
            "INSERT slips" => writes[kind] - await stand.QueryAsync(db => db.Slips.CountAsync(s => db.Checks.Any(c => c.RunId == run && c.DossierId == s.DossierId) && s.ReadAt >= db.Runs.Single(r => r.Id == run).StartedAt)),
            "INSERT checks" => writes[kind] - await stand.QueryAsync(db => db.Checks.CountAsync(c => c.RunId == run)),
            "INSERT messages" => writes[kind] - await stand.QueryAsync(db => db.Messages.CountAsync(m => db.Checks.Any(c => c.Id == m.CheckId && c.RunId == run))),
            "UPDATE checks" => writes[kind] - await stand.QueryAsync(db => db.Checks.CountAsync(c => c.RunId == run && c.ReplacesId != null)),
            _ => writes.GetValueOrDefault(kind, dossiers) * await UnreadAsync(run) / dossiers,
        };
    }

    private async Task<int> UnreadAsync(Guid run) => dossiers - await stand.QueryAsync(db => db.VaultReads.CountAsync(r => r.RunId == run));

    private async Task AtWriteAsync(string kind, int occurrence, string when)
    {
        var ended = await stand.RunAsync(CrashStand.October, string.Create(CultureInfo.InvariantCulture, $"{kind}:{Math.Max(1, occurrence)}:{when}"));
        Note(ended, string.Create(CultureInfo.InvariantCulture, $"{kind} {occurrence} {when}"));
    }

    private async Task AtRequestAsync(string name, Func<string, bool> request, int occurrence) =>
        Note(await stand.RunAndKillAtRequestAsync(request, Math.Max(1, occurrence)), string.Create(CultureInfo.InvariantCulture, $"{name} {occurrence}"));

    private void Note(Ended ended, string at)
    {
        if (ended.WasKilled)
        {
            Done.Add(at);
        }
        else
        {
            Assert.True(ended.Code == 0, ended.Errors);
        }
    }
}
