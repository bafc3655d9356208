using System.Text.Json;
using System.Text.Json.Nodes;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>All that is kept about one person, as they get it: the shape is described in <c>EXPORT.md</c>, and a test holds the two together.</summary>
public sealed record PersonExport(int Version, DateTimeOffset MadeAt, string Insz, IReadOnlyList<PersonExport.OfDossier> Dossiers)
{
    public const int Current = 1;

    private static readonly JsonSerializerOptions Written = new(StoredJson.Options) { WriteIndented = true, NewLine = "\n" };

    /// <summary>UTF-8.</summary>
    public byte[] Json() => JsonSerializer.SerializeToUtf8Bytes(this, Written);

    public sealed record OfDossier(
        string Number,
        string Name,
        string Ocmw,
        string OcmwKbo,
        string SocialWorker,
        DateTimeOffset OpenedAt,
        IReadOnlyList<AFact> Facts,
        IReadOnlyList<AConsentRequest> Requests,
        IReadOnlyList<AConsent> Consents,
        IReadOnlyList<APaperConsent> PaperConsents,
        IReadOnlyList<AnEvent> Events,
        IReadOnlyList<AText> Texts,
        IReadOnlyList<AReceipt> Receipts,
        IReadOnlyList<ARead> Reads,
        IReadOnlyList<APayslip> Payslips,
        IReadOnlyList<ACheck> Checks,
        IReadOnlyList<ADecision> Decisions,
        IReadOnlyList<ADispute> Disputes,
        IReadOnlyList<AnAskedQuestion> Asked,
        IReadOnlyList<AQuestion> Questions,
        IReadOnlyList<ALook> Looks);

    public sealed record AFact(DateOnly From, Fact Value, string Evidence, string RecordedBy, DateTimeOffset RecordedAt);

    public sealed record AConsentRequest(Guid Id, string Code, ConsentPurpose Purpose, string From, DateOnly Until, DateTimeOffset OpenedAt, string OpenedBy, DateTimeOffset ExpiresAt, RequestEnding? Ending, DateTimeOffset? EndedAt);

    public sealed record AConsent(Guid Id, Guid? RequestId, string WebId, string VaultFolder, DateTimeOffset GivenAt, string? From, DateOnly? Until, string TextSha256, DateTimeOffset? LastReadAt, DateTimeOffset? WithdrawnAt, DateTimeOffset? ExpiredAt, DateTimeOffset? VaultRefusedAt);

    public sealed record APaperConsent(Guid Id, Guid RequestId, DateOnly GivenOn, DateTimeOffset RecordedAt, DateOnly EffectiveFrom, string RecordedBy, string? HelpedBy, string From, DateOnly Until, string TextSha256, Guid? ConsentId, DateTimeOffset? WithdrawnAt, DateTimeOffset? ExpiredAt);

    public sealed record AnEvent(ConsentEventKind Kind, DateTimeOffset At, string By, Guid? RequestId, Guid? ConsentId, Guid? PaperConsentId, string? From, DateOnly? Until, string? TextSha256);

    public sealed record AText(string Sha256, string Version, string Language, string Title, IReadOnlyList<string> Paragraphs);

    public sealed record AReceipt(string Number, Guid About, DateTimeOffset IssuedAt);

    public sealed record ARead(Guid ConsentId, DateTimeOffset At, string Answer, int Documents, int OutsidePeriod);

    public sealed record APayslip(Guid Id, string Url, string Sha256, DateTimeOffset ReadAt, DateTimeOffset? EndedAt, Loonfiche? Payslip, IReadOnlyList<string> Problems, IReadOnlyList<string> Notes, string? Signature);

    /// <param name="Calculation">As <see cref="ExportCheck"/> has it: the facts, the result and the tree of steps.</param>
    public sealed record ACheck(Guid Id, string Month, DateTimeOffset CheckedAt, bool IsCurrent, Guid? ReplacesId, CheckOutcome Outcome, decimal? OldAmount, decimal? NewAmount, IReadOnlyList<string> Findings, IReadOnlyList<Guid> Payslips, string LawVersion, JsonNode? Calculation);

    public sealed record ADecision(Guid CheckId, ProposalKind Kind, decimal? Amount, string? Reason, string By, DateTimeOffset At, DateTimeOffset? SentBackAt, IReadOnlyList<AStep> Steps);

    public sealed record AStep(DecisionStepKind Kind, DateOnly On, string By, DateTimeOffset RecordedAt, DecidedBy? DecidedBy, string? Number, decimal? Amount, string? Text);

    /// <param name="Line">Place among the payslip's lines, from 0; null: the net wage itself.</param>
    public sealed record ADispute(Guid PayslipId, string Month, int? Line, string Label, decimal Amount, decimal Claimed, string Reason, DateTimeOffset RaisedAt, DisputeAnswer? Outcome, string? Answer, DateTimeOffset? AnsweredAt, string? AnsweredBy, decimal? RightAmount, decimal? RightNet);

    public sealed record AnAskedQuestion(Guid CheckId, string Text, string AskedBy, DateTimeOffset AskedAt, string? Answer, DateTimeOffset? AnsweredAt);

    public sealed record AQuestion(DateTimeOffset AskedAt, Guid? CheckId, int? Step, Guid? LookId, string Text, string? Answer, DateTimeOffset? AnsweredAt, string? AnsweredBy);

    public sealed record ALook(Guid Id, DateTimeOffset At, string By, Guid? CheckId, ViewReason Reason);
}
