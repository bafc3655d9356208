using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>The facts of a dossier as they stand: from the history to what holds on a day.</summary>
public sealed class DossierFacts
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<FactEntry>> _bySubject;

    private DossierFacts(IReadOnlyDictionary<string, IReadOnlyList<FactEntry>> bySubject) => _bySubject = bySubject;

    /// <param name="history">Every entry of one dossier, in any order.</param>
    public static DossierFacts From(IEnumerable<FactEntry> history) => new(history
        .GroupBy(e => e.Value.Subject, StringComparer.Ordinal)
        .ToDictionary(
            subject => subject.Key,
            // Of one date the entry recorded last replaces the others: it is how a wrong entry is corrected.
            subject => (IReadOnlyList<FactEntry>)[.. subject.GroupBy(e => e.From).Select(day => day.OrderBy(e => e.RecordedAt).ThenBy(e => e.Id).Last()).OrderBy(e => e.From)],
            StringComparer.Ordinal));

    /// <summary>The entries that hold on a day, at most one per subject: not a right or employment that has ended, nor a cohabitant who left.</summary>
    public IReadOnlyList<FactEntry> On(DateOnly day) =>
        [.. _bySubject.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => HoldsOn(s.Value, day)).OfType<FactEntry>()];

    /// <summary>True where an entry that stands, and touches the month or one before it, was recorded after a moment.</summary>
    internal bool AnyRecordedAfter(DateTimeOffset moment, Maand month) =>
        _bySubject.Values.SelectMany(entries => entries).Any(e => e.Value.ChangesAmounts && e.RecordedAt > moment && e.From <= month.LastDay);

    /// <summary>The entries of one kind of fact that were not replaced by one of the same date, per subject, in the order of their dates.</summary>
    internal IEnumerable<IReadOnlyList<FactEntry>> Standing<T>()
        where T : Fact =>
        _bySubject.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value).Where(entries => entries[0].Value is T);

    private static FactEntry? HoldsOn(IReadOnlyList<FactEntry> entries, DateOnly day) =>
        entries[0].Value is RightFact
            ? entries.LastOrDefault(e => e.From <= day && !(((RightFact)e.Value).To < day))
            : entries.LastOrDefault(e => e.From <= day) is { } latest && latest.Value switch
            {
                CohabitantFact cohabitant => cohabitant.LivesHere,
                EmploymentFact employment => !(employment.To < day),
                GpmiFact gpmi => !(gpmi.To < day),
                NoWageFact none => none.Confirmed && Maand.Of(latest.From).Contains(day),
                _ => true,
            }
            ? latest
            : null;
}
