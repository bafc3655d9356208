using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Delivery;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>How far the month that is due is: as a picture, at my OCMW, and at every OCMW for who runs the installation. Counts alone, of nobody.</summary>
internal sealed class MonthPage(DossierDb db, OperationsOptions operations, DeadLetters letters, TimeProvider clock) : StaffPage
{
    /// <param name="Share">Of the dossiers with a check, in percent, from the left edge that <paramref name="From"/> says.</param>
    internal sealed record Part(CheckOutcome Outcome, int Count, decimal From, decimal Share);

    /// <param name="Run">The latest of this month, its slices taken together; null: none yet.</param>
    internal sealed record Row(string Ocmw, CheckRun? Run, IReadOnlyList<Part> Parts, int Checked);

    public Maand Month { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool IsRunning => Rows.Any(row => row.Run is { EndedAt: null });

    public int Dead { get; private set; }

    /// <summary>Waits to be sent.</summary>
    public int Waiting { get; private set; }

    public bool SeesAll => SignedIn.From(User) is SignedIn.OfOcmw { At: var at } && at.HasFlag(Roles.Administrator) && operations.OperatorKbo is { } kbo && KboNumber.TryParse(kbo)?.Value == Me.OcmwKbo;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Month = Maand.Of(Belgium.DayOf(clock.GetUtcNow())).Previous;
        var ocmw = SeesAll ? null : Me.OcmwKbo;
        var month = Month;
        var ocmws = await db.Ocmws.AsNoTracking().Where(o => ocmw == null || o.Kbo == ocmw).OrderBy(o => o.Name).ToListAsync(cancellation);
        var runs = await db.Runs.AsNoTracking().Where(r => r.Month == month && (ocmw == null || r.OcmwKbo == ocmw)).ToListAsync(cancellation);
        var counts = await (
            from check in db.Checks
            where check.Month == month && check.IsCurrent
            join dossier in db.Dossiers on check.DossierId equals dossier.Id
            where ocmw == null || dossier.OcmwKbo == ocmw
            group check by new { dossier.OcmwKbo, check.Outcome } into of
            select new { of.Key.OcmwKbo, of.Key.Outcome, Count = of.Count() }).ToListAsync(cancellation);
        Rows = [.. ocmws.Select(o => RowOf(o, Together([.. runs.Where(r => r.OcmwKbo == o.Kbo)]), [.. counts.Where(c => c.OcmwKbo == o.Kbo).Select(c => (c.Outcome, c.Count))]))];
        Dead = (await letters.CountAsync(ocmw, cancellation)).All;
        Waiting = await db.EventDeliveries.CountAsync(d => d.SentAt == null && d.DeadAt == null && db.EventEndpoints.Any(p => p.Id == d.EndpointId && p.RemovedAt == null && (ocmw == null || p.OcmwKbo == ocmw)), cancellation);
    }

    private static CheckRun? Together(IReadOnlyList<CheckRun> runs)
    {
        if (runs.MaxBy(r => r.StartedAt) is not { } latest)
        {
            return null;
        }

        var slices = latest.ScheduledFor is null ? [latest] : runs.Where(r => r.ScheduledFor == latest.ScheduledFor).ToList();
        return new CheckRun
        {
            Id = latest.Id,
            OcmwKbo = latest.OcmwKbo,
            Month = latest.Month,
            StartedBy = latest.StartedBy,
            StartedAt = slices.Min(r => r.StartedAt),
            EndedAt = slices.Any(r => r.EndedAt is null) ? null : slices.Max(r => r.EndedAt),
            Total = slices.Sum(r => r.Total),
            Done = slices.Sum(r => r.Done),
            Failures = slices.Sum(r => r.Failures),
            NotOpen = slices.Sum(r => r.NotOpen),
        };
    }

    private static Row RowOf(Ocmw ocmw, CheckRun? run, IReadOnlyList<(CheckOutcome Outcome, int Count)> counts)
    {
        var all = counts.Sum(c => c.Count);
        var parts = new List<Part>();
        var from = 0m;
        foreach (var (outcome, count) in counts.OrderBy(c => c.Outcome))
        {
            var share = Math.Round(100m * count / all, 2);
            parts.Add(new Part(outcome, count, from, share));
            from += share;
        }

        return new Row(ocmw.Name, run, parts, all);
    }
}
