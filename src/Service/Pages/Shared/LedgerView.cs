using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Service;

/// <summary>The ledger of the exemption as a page draws it, for one of the two people.</summary>
internal sealed record LedgerView(Vrijstellingsboek Ledger, bool ForCitizen)
{
    /// <summary>After the newest month that came to an amount; null where there is no exemption with a ledger.</summary>
    public static LedgerView? Of(IEnumerable<Check> standing, bool forCitizen) =>
        standing.OrderByDescending(check => check.Month).FirstOrDefault(check => check is { Geval: not null, Result: not null }) is { Geval: { } facts, Result: { } result }
        && Vrijstellingsboek.Van(facts, result) is { } ledger
            ? new(ledger, forCitizen)
            : null;
}
