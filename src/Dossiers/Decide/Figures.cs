using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>What an OCMW's social workers did with what was found, month by month: for the head of service. Counts, and reasons as they were written.</summary>
public sealed class Figures(DossierDb db)
{
    /// <summary>Months that are shown, the running one with them.</summary>
    public const int Months = 12;

    /// <param name="Month">By the calendar of Belgium.</param>
    /// <param name="SlipsFound">Usable payslips read for the first time.</param>
    /// <param name="Proposed">Proposed as calculated.</param>
    /// <param name="Adjusted">Proposed with another amount.</param>
    /// <param name="SetAside">Set aside.</param>
    /// <param name="Decided">Decisions recorded.</param>
    /// <param name="Agreed">Of those, with the amount that was proposed.</param>
    /// <param name="MedianDays">From the newest slip of a decision to the decision, in days; null where none was decided on slips.</param>
    public sealed record Row(Maand Month, int SlipsFound, int Proposed, int Adjusted, int SetAside, int Decided, int Agreed, decimal? MedianDays);

    /// <param name="At">When it was written.</param>
    public sealed record Reason(DateTimeOffset At, string DossierNumber, Guid CheckId, ProposalKind Kind, string Text);

    /// <param name="Rows">The oldest month first.</param>
    /// <param name="Reasons">Of what was adjusted or set aside, newest first.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, IReadOnlyList<Reason> Reasons);

    private const int MostReasons = 100;

    public async Task<Answer> RunAsync(string ocmwKbo, DateOnly today, CancellationToken cancellation)
    {
        var last = Maand.Of(today);
        var months = last.AddMonths(1 - Months).Through(last).ToList();
        var from = Belgium.StartOf(months[0].FirstDay);
        var dossiers = db.Dossiers.Where(dossier => dossier.OcmwKbo == ocmwKbo);
        var found = new Dictionary<Maand, int>();
        foreach (var month in months)
        {
            var (start, end) = (Belgium.StartOf(month.FirstDay), Belgium.StartOf(month.Next.FirstDay));
            found[month] = await db.Slips.CountAsync(slip => slip.ReadAt >= start && slip.ReadAt < end && slip.Loonfiche != null && dossiers.Any(dossier => dossier.Id == slip.DossierId), cancellation);
        }

        var answers = await (
            from proposal in db.Proposals
            join check in db.Checks on proposal.CheckId equals check.Id
            join dossier in dossiers on check.DossierId equals dossier.Id
            where proposal.At >= @from
            select new { proposal.At, proposal.Kind, proposal.Reason, dossier.Number, check.Id }).ToListAsync(cancellation);
        var decisions = await (
            from step in db.DecisionSteps
            join proposal in db.Proposals on step.ProposalId equals proposal.Id
            join check in db.Checks on proposal.CheckId equals check.Id
            join dossier in dossiers on check.DossierId equals dossier.Id
            where step.Kind == DecisionStepKind.Decided && step.RecordedAt >= @from
            select new { step.RecordedAt, step.Amount, Proposed = proposal.Amount, check.SlipIds }).ToListAsync(cancellation);
        var used = decisions.SelectMany(decision => decision.SlipIds).Distinct().ToList();
        var readAt = await db.Slips.Where(slip => used.Contains(slip.Id)).Select(slip => new { slip.Id, slip.ReadAt }).ToDictionaryAsync(slip => slip.Id, slip => slip.ReadAt, cancellation);
        return new Answer(
            [
                .. months.Select(month =>
                {
                    var answered = answers.Where(answer => MonthOf(answer.At) == month).ToLookup(answer => answer.Kind);
                    var decided = decisions.Where(decision => MonthOf(decision.RecordedAt) == month).ToList();
                    return new Row(
                        month,
                        found[month],
                        answered[ProposalKind.Proposed].Count(),
                        answered[ProposalKind.Adjusted].Count(),
                        answered[ProposalKind.SetAside].Count(),
                        decided.Count,
                        decided.Count(decision => decision.Amount == decision.Proposed),
                        Median([.. decided.Where(decision => decision.SlipIds.Any(readAt.ContainsKey)).Select(decision => Days(decision.RecordedAt - decision.SlipIds.Where(readAt.ContainsKey).Max(id => readAt[id])))]));
                }),
            ],
            [.. answers.Where(answer => answer.Reason is not null).OrderByDescending(answer => answer.At).Take(MostReasons).Select(answer => new Reason(answer.At, answer.Number, answer.Id, answer.Kind, answer.Reason!))]);
    }

    private static Maand MonthOf(DateTimeOffset moment) => Maand.Of(Belgium.DayOf(moment));

    private static decimal Days(TimeSpan time) => decimal.Round((decimal)time.Ticks / TimeSpan.TicksPerDay, 1);

    private static decimal? Median(decimal[] days)
    {
        if (days.Length == 0)
        {
            return null;
        }

        Array.Sort(days);
        var middle = days.Length / 2;
        return days.Length % 2 == 1 ? days[middle] : (days[middle - 1] + days[middle]) / 2;
    }
}
