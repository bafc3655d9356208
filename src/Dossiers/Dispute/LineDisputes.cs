using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>The disputes of one dossier: what of the slips was corrected by them, and what still waits for an answer.</summary>
public sealed class LineDisputes(IEnumerable<Dispute> disputes)
{
    private readonly ILookup<Guid, Dispute> _bySlip = disputes.OrderBy(dispute => dispute.RaisedAt).ThenBy(dispute => dispute.Id).ToLookup(dispute => dispute.SlipId);

    /// <summary>Nobody disputes anything.</summary>
    public static LineDisputes None { get; } = new([]);

    public static async Task<LineDisputes> OfAsync(DossierDb db, Guid dossierId, CancellationToken cancellation) =>
        new(await db.Disputes.AsNoTracking().Where(dispute => dispute.DossierId == dossierId).ToListAsync(cancellation));

    /// <summary>Those that nobody answered yet, in the order in which they came.</summary>
    public IEnumerable<Dispute> OpenOn(Guid slipId) => _bySlip[slipId].Where(dispute => dispute.IsOpen);

    /// <summary>All of a slip, in the order in which they came.</summary>
    public IEnumerable<Dispute> On(Guid slipId) => _bySlip[slipId];

    /// <summary>Those that nobody answered yet on what a check was calculated with.</summary>
    public IReadOnlyList<Dispute> OpenOn(Check check) => [.. check.SlipIds.SelectMany(OpenOn)];

    /// <summary>The slip as it counts: with what was accepted. The document in the vault stays what it is.</summary>
    public Loonfiche? Counting(Slip slip) =>
        slip.Loonfiche is not { } fiche ? null
        : Accepted(slip.Id).Aggregate(fiche, (so, dispute) => With(so, dispute.Line, dispute.RightAmount!.Value, dispute.RightNet));

    /// <summary>What the check would come to if every open dispute of its slips were accepted as the citizen says; null where it cannot be said.</summary>
    /// <param name="check">With its facts.</param>
    /// <param name="slips">Those that it used.</param>
    public Euro? AsTheCitizenSays(Check check, IEnumerable<Slip> slips)
    {
        if (check.Geval is not { } facts)
        {
            return null;
        }

        var claimed = slips.Where(slip => check.SlipIds.Contains(slip.Id) && OpenOn(slip.Id).Any())
            .Select(slip => Counting(slip) is { } fiche ? OpenOn(slip.Id).Aggregate(fiche, (so, dispute) => With(so, dispute.Line, dispute.Claimed, net: null)) : null)
            .OfType<Loonfiche>().DistinctBy(fiche => fiche.Id, StringComparer.Ordinal).ToDictionary(fiche => fiche.Id, Loon.Uit, StringComparer.Ordinal);
        return AanvullendLeefloon.Bereken(facts with { Lonen = [.. facts.Lonen.Select(wage => claimed.GetValueOrDefault(wage.Id, wage))] }) is Uitkomst.Berekend(var result) ? result.Bedrag : null;
    }

    /// <summary>Whether the line is within the net wage, so that what it does to the net is only known from a corrected slip.</summary>
    public static bool IsWithinNet(Loonfiche fiche, int? line) => line is { } at && fiche.Lines[at].Section is PaySection.Gross or PaySection.TaxableExtras;

    /// <summary>The amount of a line; of the net wage where <paramref name="line"/> is null.</summary>
    public static Euro AmountOf(Loonfiche fiche, int? line) => line is { } at ? fiche.Lines[at].Amount : fiche.Nettoloon;

    /// <summary>The slip with another amount in one line, its sums with it.</summary>
    /// <param name="fiche">As it counts now.</param>
    /// <param name="line">Null: the net wage.</param>
    /// <param name="amount">The line's own.</param>
    /// <param name="net">The net wage that goes with it, for a line within it; null: estimated, by the share of the gross that is left now.</param>
    internal static Loonfiche With(Loonfiche fiche, int? line, Euro amount, Euro? net)
    {
        if (line is not { } at)
        {
            return fiche with { Nettoloon = amount, NetPaid = fiche.NetPaid + (amount - fiche.Nettoloon) };
        }

        var (old, more) = (fiche.Lines[at], amount - fiche.Lines[at].Amount);
        var lines = fiche.Lines.ToList();
        lines[at] = old with { Amount = amount };
        var with = fiche with { Lines = lines };
        switch (old.Section)
        {
            case PaySection.UntaxedExtras:
                return with with { UntaxedExtras = fiche.UntaxedExtras + more, NetPaid = fiche.NetPaid + more };
            case PaySection.Deductions:
                return with with { Deductions = fiche.Deductions + more, NetPaid = fiche.NetPaid - more };
            case PaySection.InKind:
                return with;
            default:
                var right = net ?? fiche.Nettoloon + NetOf(fiche, more);
                var isGross = old.Section == PaySection.Gross;
                return with with
                {
                    Gross = isGross ? fiche.Gross + more : fiche.Gross,
                    TaxableExtras = isGross ? fiche.TaxableExtras : fiche.TaxableExtras + more,
                    Nettoloon = right,
                    NetPaid = fiche.NetPaid + (right - fiche.Nettoloon),
                };
        }
    }

    /// <summary>Whether something was accepted on these slips since, so that a check from before does not know of it.</summary>
    internal bool AcceptedSince(DateTimeOffset moment, IEnumerable<Guid> slipIds) => slipIds.Any(id => Accepted(id).Any(dispute => dispute.AnsweredAt >= moment));

    /// <summary>What was accepted, for the fingerprint of a check: the same slip with another line is another ground.</summary>
    internal IEnumerable<string> ForFingerprint(Slip slip) => Accepted(slip.Id).Select(dispute => $"accepted {dispute.Id:N}");

    internal IEnumerable<Finding> Findings(Slip slip) =>
        _bySlip[slip.Id].Where(dispute => dispute.Answer != DisputeAnswer.Kept).Select(dispute => CheckSentences.Disputed(dispute, slip));

    private IEnumerable<Dispute> Accepted(Guid slipId) => _bySlip[slipId].Where(dispute => dispute.Answer == DisputeAnswer.Accepted).OrderBy(dispute => dispute.AnsweredAt);

    private static Euro NetOf(Loonfiche fiche, Euro more)
    {
        var gross = (fiche.Gross + fiche.TaxableExtras).Amount;
        return gross > 0 && fiche.Nettoloon > Euro.Zero ? Euro.Round(more.Amount * fiche.Nettoloon.Amount / gross) : more;
    }
}
