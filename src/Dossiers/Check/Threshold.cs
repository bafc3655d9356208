using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>How far amounts are from what people were last told, against the OCMW's threshold (<see cref="Ocmw.TellFrom"/>).</summary>
/// <remarks>
/// Small differences add up, so they are measured against what was last told and not against the check before; over all
/// months that came since; and what is more for the person never makes up for what is less. The check is stored in any case.
/// </remarks>
/// <param name="From">The threshold.</param>
/// <param name="More">What the person would get more, over all months since the last message.</param>
/// <param name="Less">What the person would get less.</param>
/// <param name="Own">Of the month that is judged alone, without its sign.</param>
internal sealed record Threshold(Euro From, Euro More, Euro Less, Euro Own)
{
    public bool IsBelow => More < From && Less < From;

    /// <summary>Told because of the months before it, and not for its own difference.</summary>
    public bool AddsUp => !IsBelow && Own < From;

    public IReadOnlyList<Finding> Findings(bool isChanged) => isChanged && IsBelow ? [CheckSentences.BelowThreshold(From)] : AddsUp ? [CheckSentences.SmallDifferences(this)] : [];

    /// <param name="from">Of the OCMW.</param>
    /// <param name="month">The month that is judged.</param>
    /// <param name="amount">What it came to.</param>
    /// <param name="standing">The checks that stood before it.</param>
    /// <returns>Null where everything is told: there is no threshold, or nothing to measure from.</returns>
    public static Threshold? Of(Euro from, Maand month, Euro amount, Ledger standing)
    {
        if (from <= Euro.Zero || standing.LastToldAt is not { } told || standing.ToldUpTo(month) is not { } known)
        {
            return null;
        }

        var differences = standing.Current
            .Where(c => c.Month != month && c.CheckedAt > told && c.NewAmount is not null && standing.ToldUpTo(c.Month) is not null)
            .Select(c => c.NewAmount!.Value - standing.ToldUpTo(c.Month)!.Value)
            .Append(amount - known).ToList();
        var (more, less) = (differences.Where(d => d > Euro.Zero), differences.Where(d => d < Euro.Zero));
        var own = amount - known;
        return new(from, Sum(more), -Sum(less), own < Euro.Zero ? -own : own);
    }

    private static Euro Sum(IEnumerable<Euro> amounts) => amounts.Aggregate(Euro.Zero, Euro.Add);
}
