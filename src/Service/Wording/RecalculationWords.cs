using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <param name="Herrekening">The months that wait for an answer.</param>
/// <param name="Today">In Belgium.</param>
internal sealed record RecalculationView(Herrekening Herrekening, DateOnly Today)
{
    /// <summary>Of one dossier. The steps of the calculations are large, and not read.</summary>
    public static async Task<RecalculationView> ReadAsync(DossierDb db, Guid dossier, DateOnly today, CancellationToken cancellation)
    {
        var checks = await db.Checks.Where(check => check.DossierId == dossier)
            .Select(check => new RecalculatedCheck(check.Id, check.Month, check.ReplacesId, check.IsCurrent, check.Outcome, check.OldAmount, check.NewAmount, check.Findings))
            .ToListAsync(cancellation);
        var answers = await db.Proposals.Where(proposal => proposal.EndedAt == null && db.Checks.Any(check => check.Id == proposal.CheckId && check.DossierId == dossier))
            .ToDictionaryAsync(proposal => proposal.CheckId, proposal => new RecalculationAnswer(proposal.Kind, proposal.Amount), cancellation);
        return new(Recalculation.Of(checks, answers, await DecidedAmounts.OfAsync(db, dossier, cancellation)), today);
    }
}

/// <summary>Recalculated months in Dutch words.</summary>
internal static class RecalculationWords
{
    /// <summary><c>+12,34</c>, <c>-12,34</c>, <c>0,00</c>.</summary>
    public static string Signed(Euro amount) => (amount > Euro.Zero ? "+" : "") + amount;

    public static string Kind(Herrekeningssoort kind) => kind switch
    {
        Herrekeningssoort.Nabetaling => "bij te betalen",
        Herrekeningssoort.MogelijkeTerugvordering => "mogelijke terugvordering",
        Herrekeningssoort.Gelijk => "geen verschil",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Cause(Aanleiding cause) => cause switch
    {
        Aanleiding.LaatkomendeLoonfiche => "een loonfiche kwam later",
        Aanleiding.VerbeterdeLoonfiche => "de werkgever verbeterde een loonfiche",
        Aanleiding.GewijzigdeLoonfiche => "een loonfiche kreeg een andere inhoud",
        Aanleiding.VerdwenenLoonfiche => "een loonfiche verdween",
        Aanleiding.VerbeterdFeit => "een feit in het dossier is vastgelegd of verbeterd",
        Aanleiding.GewijzigdeWet => "de regels of bedragen zijn gewijzigd",
        Aanleiding.VroegereMaand => "een vroegere maand veranderde",
        _ => throw new ArgumentOutOfRangeException(nameof(cause)),
    };

    /// <summary>Both directions apart: nobody sets them off against each other by machine.</summary>
    public static string Total(Herrekening again) => string.Join(", ", new[]
    {
        again.Nabetaling > Euro.Zero ? $"{Amounts.Words(again.Nabetaling)} bij te betalen" : null,
        again.MogelijkeTerugvordering > Euro.Zero ? $"{Amounts.Words(again.MogelijkeTerugvordering)} misschien terug te vorderen" : null,
    }.OfType<string>());
}
