using System.Security.Cryptography;
using System.Text;

namespace SolidLoonfiches.Dossiers;

/// <summary>Something that the OCMW's own software may want to know; written in the save that made it so. Holds ids, never data.</summary>
public sealed class EventRecord
{
    /// <summary>Follows from what happened to what, so that the same thing has the same id however often it is written or sent.</summary>
    public required string Id { get; init; }

    /// <summary>One of <see cref="EventTypes"/>.</summary>
    public required string Type { get; init; }

    public required string OcmwKbo { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>The slip, check or consent.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>A word for the kind of change.</summary>
    public required string Change { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When a delivery was made for each endpoint that was there; null: not yet.</summary>
    public DateTimeOffset? SpreadAt { get; set; }

    /// <summary>Its place in the feed of its OCMW: 1, 2, 3, … in the order in which events were seen to be there; null: nobody has asked since.</summary>
    public long? Position { get; set; }

    public static EventRecord PayslipFound(Dossier dossier, Slip slip, bool replaces, DateTimeOffset at) =>
        Of(EventTypes.PayslipFound, dossier.OcmwKbo, dossier.Id, slip.Id, replaces ? "changed" : slip.Loonfiche?.Corrects is null ? "new" : "corrected", at);

    /// <param name="proposal">A check can be proposed again after it was sent back.</param>
    public static EventRecord CheckProposed(string ocmwKbo, Check check, Proposal proposal) => Of(EventTypes.CheckProposed, ocmwKbo, check.DossierId, check.Id, "proposed", proposal.At, proposal.Id);

    /// <param name="proposal">The answer to the check.</param>
    /// <param name="how"><c>decided</c> by the committee or its delegate, or <c>setAside</c>: nothing goes before the committee.</param>
    public static EventRecord CheckDecided(string ocmwKbo, Check check, Proposal proposal, string how, DateTimeOffset at) => Of(EventTypes.CheckDecided, ocmwKbo, check.DossierId, check.Id, how, at, proposal.Id);

    public static EventRecord ConsentGiven(string ocmwKbo, Consent consent) => Of(EventTypes.ConsentGiven, ocmwKbo, consent.DossierId, consent.Id, "given", consent.GivenAt);

    /// <param name="how"><c>withdrawn</c> by the citizen, <c>expired</c>, or <c>refusedByVault</c>.</param>
    public static EventRecord ConsentEnded(string ocmwKbo, Guid dossierId, Guid consentId, string how, DateTimeOffset at) => Of(EventTypes.ConsentEnded, ocmwKbo, dossierId, consentId, how, at);

    private static EventRecord Of(string type, string ocmwKbo, Guid dossierId, Guid subjectId, string change, DateTimeOffset at, Guid? occasion = null) => new()
    {
        Id = "evt_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(occasion is { } one ? $"{type}|{subjectId:N}|{change}|{one:N}" : $"{type}|{subjectId:N}|{change}")))[..32],
        Type = type,
        OcmwKbo = ocmwKbo,
        DossierId = dossierId,
        SubjectId = subjectId,
        Change = change,
        At = at,
    };
}

/// <summary>What happened, as the OCMW's software reads it.</summary>
public static class EventTypes
{
    /// <summary>A payslip that can be used was read for the first time.</summary>
    public const string PayslipFound = "payslip.found";

    /// <summary>A social worker put what a check came to before the committee.</summary>
    public const string CheckProposed = "check.proposed";

    /// <summary>People closed a check.</summary>
    public const string CheckDecided = "check.decided";

    public const string ConsentGiven = "consent.given";

    public const string ConsentEnded = "consent.ended";

    public static IReadOnlyList<string> All { get; } = [PayslipFound, CheckProposed, CheckDecided, ConsentGiven, ConsentEnded];
}
