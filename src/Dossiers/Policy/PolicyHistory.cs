using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>The policies of one OCMW: which holds for a month, and so which slips the month uses.</summary>
internal sealed class PolicyHistory(IEnumerable<OcmwPolicy> entries)
{
    /// <summary>Spread pay counts in the month of payment and in as many after it.</summary>
    private const int MonthsAfterPayment = 12;

    private static readonly DateOnly Earliest = new(1950, 1, 1);

    // Of one month the choice recorded last replaces the others.
    private readonly List<OcmwPolicy> _entries = [.. entries.OrderBy(e => e.From).ThenBy(e => e.RecordedAt).ThenBy(e => e.Id)];

    /// <summary>Nobody chose anything.</summary>
    public static PolicyHistory None { get; } = new([]);

    /// <summary>The policy of a month of leefloon: the latest that had begun, else the defaults.</summary>
    public Beleid In(Maand month) => _entries.FindLast(e => e.From <= month)?.Policy ?? Beleid.Standaard;

    /// <summary>True where a choice for this month may not have been seen at that moment: it was being recorded while a check ran.</summary>
    public bool ChangedSince(DateTimeOffset moment, Maand month) => _entries.Exists(e => e.RecordedAt >= moment && e.From <= month);

    /// <summary>The month whose wage is set against the leefloon of a month: for it payslips are waited for.</summary>
    public Maand WageMonth(Maand month) => In(month).LoonmaandVan(month);

    /// <summary>True where a document matters in a month of leefloon: its wage counts there, or would if it could be used.</summary>
    public bool Uses(Slip slip, Maand month)
    {
        var policy = In(month);
        return slip.Touches(policy.LoonmaandVan(month))
            || (policy.Premies is not Premietelling.InDeLoonperiode && slip.Period() is not null && slip.Loonfiche is { } fiche && policy.Gebruikt(Loon.Uit(fiche), month));
    }

    /// <summary>The months of leefloon in which a document matters, up to <paramref name="last"/>.</summary>
    public IEnumerable<Maand> MonthsOf(Slip slip, Maand last)
    {
        if (_entries.Count == 0 || slip.Period() is not var (from, to))
        {
            return slip.MonthsUpTo(last);
        }

        var paid = slip.Loonfiche is { PaidOn: var day } && day >= Earliest ? day : from;
        var first = Maand.Of(paid < from ? paid : from);
        var end = Maand.Of(paid > to ? paid : to);
        end = end >= last ? last : end.AddMonths(MonthsAfterPayment);
        return first.Through(end < last ? end : last).Where(month => Uses(slip, month));
    }
}
