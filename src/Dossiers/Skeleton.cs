#pragma warning disable
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers;

// ================= records (Storage/: one file each or by room) ==========================================================

/// <summary>An OCMW that uses this installation, with its settings.</summary>
public sealed class Ocmw
{
    /// <summary>KBO number, ten digits: the key, and the organisation in the staff's role claim.</summary>
    public required string Kbo { get; init; }
    public required string Name { get; set; }
    /// <summary>Quartz cron expression in Europe/Brussels. Default: the 5th at 6 in the morning.</summary>
    public string CheckCron { get; set; } = "0 0 6 5 * ?";
}

/// <summary>A social worker, known since their first sign-in (or put on a dossier by seed).</summary>
public sealed class StaffMember
{
    /// <summary>The <c>sub</c> of ACM/IDM.</summary>
    public required string Id { get; init; }
    public required string OcmwKbo { get; set; }
    public required string Name { get; set; }
    public string? Email { get; set; }
}

public sealed class Dossier
{
    public required Guid Id { get; init; }
    public required string OcmwKbo { get; init; }
    /// <summary>Number that people use, unique in the installation: <c>2026-0001</c>.</summary>
    public required string Number { get; init; }
    public required Insz Insz { get; init; }
    public required string Name { get; set; }
    /// <summary>The social worker who is told.</summary>
    public required string SocialWorkerId { get; set; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required string OpenedBy { get; init; }
}

/// <summary>One entry in the history of a dossier's facts. Never changed: a correction is a new entry.</summary>
public sealed class FactEntry
{
    public required Guid Id { get; init; }
    public required Guid DossierId { get; init; }
    /// <summary>Of the newest entry that holds on a day, the one with the latest <see cref="From"/> counts; of equal ones the one recorded last.</summary>
    public required DateOnly From { get; init; }
    public required Fact Value { get; init; }
    /// <summary>What the social worker saw: a document, a statement.</summary>
    public required string Evidence { get; init; }
    public required string RecordedBy { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A fact of a dossier. Each has a <see cref="Subject"/>: entries of one subject follow each other in time.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fact")]
[JsonDerivedType(typeof(CategoryFact), "category")]
[JsonDerivedType(typeof(RightFact), "right")]
[JsonDerivedType(typeof(CohabitantFact), "cohabitant")]
[JsonDerivedType(typeof(OtherMeansFact), "otherMeans")]
[JsonDerivedType(typeof(ExemptionFact), "exemption")]
[JsonDerivedType(typeof(EmploymentFact), "employment")]
public abstract record Fact
{
    [JsonIgnore] public abstract string Subject { get; }
}

/// <summary>Art. 14 §1 RMI-wet, from the entry's date.</summary>
public sealed record CategoryFact(Categorie Category) : Fact { public override string Subject => "category"; }

/// <summary>A right to leefloon from the entry's date up to <paramref name="To"/>, included; null: without end. A period of its own per entry date.</summary>
public sealed record RightFact(DateOnly? To) : Fact { public override string Subject => "right"; }

/// <param name="Person">Which cohabitant: a short name that the social worker chose, such as <c>partner</c>. The key of the history.</param>
/// <param name="Relation">To the applicant.</param>
/// <param name="ResourcesPerYear">Net, EUR a year, after the exemptions that apply to that person.</param>
/// <param name="LivesHere">False: from this date the person does not live there any more.</param>
public sealed record CohabitantFact(string Person, Relatie Relation, Euro ResourcesPerYear, bool Counted, Euro FamilyBenefitsForApplicantPerYear, bool ReceivesLeefloon, bool LivesHere) : Fact { public override string Subject => "cohabitant:" + Person; }

/// <param name="Name">What it is, such as <c>onderhoudsgeld</c>. The key of the history; 0 a year ends it.</param>
public sealed record OtherMeansFact(string Name, Bestaansmiddelsoort Kind, Euro PerYear) : Fact { public override string Subject => "means:" + Name; }

/// <summary>The exemption of art. 35 KB as the OCMW granted it, with the days used before this product kept the ledger.</summary>
public sealed record ExemptionFact(Vrijstellingssoort Kind, DateOnly? FirstGranted, IReadOnlyList<Periode> UsedBefore, DateOnly? ShortageFrom) : Fact { public override string Subject => "exemption"; }

/// <summary>Works for this employer from the entry's date up to <paramref name="To"/>: a slip is expected for each month in between.</summary>
public sealed record EmploymentFact(KboNumber Employer, string Name, DateOnly? To) : Fact { public override string Subject => "employment:" + Employer.Value; }

public sealed class Consent
{
    public required Guid Id { get; init; }
    public required Guid DossierId { get; init; }
    public required string WebId { get; init; }
    public required string Issuer { get; init; }
    /// <summary>The container with payslips: the one thing that the service may read.</summary>
    public required string Container { get; init; }
    public required DateTimeOffset GivenAt { get; init; }
    /// <summary>Which text the person saw: version, language and SHA-256 of the text.</summary>
    public required string TextVersion { get; init; }
    public required string TextLanguage { get; init; }
    public required string TextSha256 { get; init; }
    /// <summary>From here on the service does not read.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
    /// <summary>The vault itself answered 403 to a read at this moment: after a withdrawal "closed", without one "ended at the vault".</summary>
    public DateTimeOffset? VaultRefusedAt { get; set; }
    public DateTimeOffset? LastReadAt { get; set; }
    /// <summary>Not withdrawn by the citizen, and not refused by the vault.</summary>
    public bool IsActive => WithdrawnAt is null && VaultRefusedAt is null;
}

/// <summary>One look at a vault: shown to the citizen.</summary>
public sealed class VaultRead
{
    public required Guid Id { get; init; }
    public required Guid ConsentId { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary><c>read</c>, <c>consentEnded</c> or a code of <see cref="SourceAnswer.Unreachable"/>.</summary>
    public required string Answer { get; init; }
    public required int DocumentsFetched { get; init; }
}

/// <summary>A document of the vault as it was at one reading; another content under the same URL is another row.</summary>
public sealed class Slip
{
    public required Guid Id { get; init; }
    public required Guid DossierId { get; init; }
    public required string Url { get; init; }
    public required string Sha256 { get; init; }
    public string? ETag { get; set; }
    public DateTimeOffset? Modified { get; set; }
    public required DateTimeOffset ReadAt { get; init; }
    /// <summary>Null for a slip that was kept out.</summary>
    public Loonfiche? Loonfiche { get; init; }
    public IReadOnlyList<SlipProblem> Problems { get; init; } = [];
    /// <summary>Known also for many slips that were kept out.</summary>
    public DateOnly? PeriodFrom { get; init; }
    public DateOnly? PeriodTo { get; init; }
    /// <summary>No longer what the vault holds: replaced under its URL, or removed. (A slip corrected by another document stays current and is left out of the calculation by <see cref="Loonfiches.Loonfiche.Corrects"/>.)</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>Design: the six outcomes; closed.</summary>
public enum CheckOutcome { Unchanged, Changed, NoPayslipYet, CannotCalculate, ConsentEnded, VaultUnreachable }

/// <summary>Something that a check found: a stable code and a sentence for the social worker.</summary>
/// <param name="Code"><c>newSlip</c>, <c>correctedSlip</c>, <c>slipChangedInPlace</c>, <c>slipRemoved</c>, <c>slipKeptOut</c>, <c>slipNotFetched</c>, <c>employerSilent</c>, <c>vault:CODE</c>, <c>law:CODE</c>, <c>warning:CODE</c>.</param>
/// <param name="Sentence">In Dutch, with what can be done.</param>
/// <param name="SlipUrl">The document it is about, or null.</param>
public sealed record Finding(string Code, string Sentence, string? SlipUrl = null);

/// <summary>The result of one dossier's month. Never changed: a later one names it in <see cref="ReplacesId"/>.</summary>
public sealed class Check
{
    public required Guid Id { get; init; }
    public required Guid DossierId { get; init; }
    public required Maand Month { get; init; }
    /// <summary>Of the slips' hashes, the facts, the law's version and the check it replaces. Unique with dossier and month.</summary>
    public required string Fingerprint { get; init; }
    public Guid? ReplacesId { get; init; }
    /// <summary>False once another check of the month replaces it.</summary>
    public bool IsCurrent { get; set; } = true;
    public required CheckOutcome Outcome { get; init; }
    /// <summary>What stood: of the check replaced, else of the latest earlier month; null: nothing yet.</summary>
    public Euro? OldAmount { get; init; }
    /// <summary>Null where nothing could be calculated.</summary>
    public Euro? NewAmount { get; init; }
    public required IReadOnlyList<Finding> Findings { get; init; }
    /// <summary>The slips it used.</summary>
    public required IReadOnlyList<Guid> SlipIds { get; init; }
    /// <summary>Everything that went into the calculation, or null where it did not come to one.</summary>
    public Geval? Geval { get; init; }
    /// <summary>What came out, with the tree of steps.</summary>
    public Maandresultaat? Result { get; init; }
    public required string LawVersion { get; init; }
    public required DateTimeOffset CheckedAt { get; init; }
    public Guid? RunId { get; init; }
}

/// <summary>What the social worker did with a check.</summary>
public sealed class Proposal
{
    public required Guid Id { get; init; }
    public required Guid CheckId { get; init; }
    public required ProposalKind Kind { get; init; }
    /// <summary>Required for <see cref="ProposalKind.SetAside"/>.</summary>
    public string? Reason { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }
}

public enum ProposalKind { Proposed, SetAside }

/// <summary>A message to a social worker: written with the check, sent after it, shown in the inbox. Holds no name, amount or INSZ.</summary>
public sealed class Message
{
    public required Guid Id { get; init; }
    /// <summary>Unique: dossier, month and fingerprint of the check. The same key is the mail's Message-Id.</summary>
    public required string Key { get; init; }
    public required Guid CheckId { get; init; }
    public required Guid DossierId { get; init; }
    public required string StaffId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SeenAt { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset NextAttemptAt { get; set; }
    /// <summary>Why the last attempt failed, without personal data.</summary>
    public string? LastError { get; set; }
}

/// <summary>One run of an OCMW's month, from its start, kept also when it fails.</summary>
public sealed class CheckRun
{
    public required Guid Id { get; init; }
    public required string OcmwKbo { get; init; }
    public required Maand Month { get; init; }
    /// <summary><c>schedule</c> or <c>command</c>.</summary>
    public required string StartedBy { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public int Total { get; set; }
    public int Done { get; set; }
    public int NewChecks { get; set; }
    public int Failures { get; set; }
}

/// <summary>A signing key of the service; the private key is protected by data protection.</summary>
public sealed class SigningKeyRecord
{
    public required string Kid { get; init; }
    public required byte[] ProtectedPkcs8 { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset SignsFrom { get; init; }
    public DateTimeOffset? RetiredAt { get; set; }
}

/// <summary>The records. <see cref="SqliteDossierDb"/> and <see cref="PostgresDossierDb"/> add nothing but their migrations. Also stores the data-protection keys.</summary>
public abstract class DossierDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Ocmw> Ocmws => Set<Ocmw>();
    public DbSet<StaffMember> Staff => Set<StaffMember>();
    public DbSet<Dossier> Dossiers => Set<Dossier>();
    public DbSet<FactEntry> Facts => Set<FactEntry>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<VaultRead> VaultReads => Set<VaultRead>();
    public DbSet<Slip> Slips => Set<Slip>();
    public DbSet<Check> Checks => Set<Check>();
    public DbSet<Proposal> Proposals => Set<Proposal>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<CheckRun> Runs => Set<CheckRun>();
    public DbSet<SigningKeyRecord> SigningKeys => Set<SigningKeyRecord>();
}

public sealed class SqliteDossierDb(DbContextOptions<SqliteDossierDb> options) : DossierDb(options);

public sealed class PostgresDossierDb(DbContextOptions<PostgresDossierDb> options) : DossierDb(options);

// ================= operations: one file each; each is a scoped service that takes DossierDb ===============================

/// <summary>Who acts.</summary>
public sealed record Staff(string Id, string OcmwKbo, string Name, string? Email);

/// <summary>Opens a dossier for a person (Feiten/OpenDossier.cs).</summary>
public sealed class OpenDossier
{
    public sealed record Command(Insz Insz, string Name, Staff By);
    public abstract record Outcome { public sealed record Opened(Guid DossierId, string Number) : Outcome; public sealed record AlreadyOpen(Guid DossierId) : Outcome; public sealed record Refused(string Field, string Sentence) : Outcome; }
    public Task<Outcome> RunAsync(Command command, CancellationToken cancellation) => throw new NotImplementedException();
}

/// <summary>Records a fact from a date (Feiten/RecordFact.cs). Never overwrites. Refuses a dossier of another OCMW as not found.</summary>
public sealed class RecordFact
{
    public sealed record Command(Guid DossierId, DateOnly From, Fact Value, string Evidence, Staff By);
    public abstract record Outcome { public sealed record Recorded(Guid EntryId) : Outcome; public sealed record NotFound : Outcome; public sealed record Refused(string Field, string Sentence) : Outcome; }
    public Task<Outcome> RunAsync(Command command, CancellationToken cancellation) => throw new NotImplementedException();
}

/// <summary>The facts of a dossier as they stand (Feiten/DossierFacts.cs): from the history to what holds in a month.</summary>
public sealed class DossierFacts
{
    public static DossierFacts From(IEnumerable<FactEntry> history) => throw new NotImplementedException();
    /// <summary>The entries that hold on a day, one per subject.</summary>
    public IReadOnlyList<FactEntry> On(DateOnly day) => throw new NotImplementedException();
}

/// <summary>The text that the citizen sees before consenting; versions are kept for ever (Consent/ConsentText.cs).</summary>
public sealed record ConsentText(string Version, string Language, string Title, IReadOnlyList<string> Paragraphs)
{
    public string Sha256 => throw new NotImplementedException();
    public static ConsentText Current(string ocmwName) => throw new NotImplementedException();
}

/// <summary>The one act: grant in the vault and record, in the citizen's own session (Consent/GiveConsent.cs).</summary>
public sealed class GiveConsent
{
    /// <param name="Insz">Of the citizen who signed in.</param>
    /// <param name="Profile">Of the vault, already read.</param>
    /// <param name="Citizen">The citizen's session at the vault; used here and thrown away.</param>
    /// <param name="Text">The text that was shown.</param>
    public sealed record Command(Guid DossierId, Insz Insz, WebIdProfile Profile, VaultSession Citizen, ConsentText Text);
    public abstract record Outcome
    {
        public sealed record Given(Guid ConsentId, Uri Container) : Outcome;
        public sealed record AlreadyGiven(Guid ConsentId) : Outcome;
        /// <summary>No dossier of this person.</summary>
        public sealed record NotFound : Outcome;
        /// <param name="Code"><c>noStorage</c>, <c>vaultRefused</c>, <c>vaultBroken</c>, <c>serviceCannotRead</c>.</param>
        /// <param name="Sentence">For the citizen, Dutch, level B1.</param>
        public sealed record VaultFailed(string Code, string Sentence) : Outcome;
    }
    public Task<Outcome> RunAsync(Command command, CancellationToken cancellation) => throw new NotImplementedException();
}

/// <summary>Ends the consent in our records, at once (Consent/WithdrawConsent.cs); the vault's rule is removed by <see cref="CloseVault"/>.</summary>
public sealed class WithdrawConsent
{
    public sealed record Command(Guid ConsentId, Insz Insz);
    public abstract record Outcome { public sealed record Withdrawn(DateTimeOffset At) : Outcome; public sealed record NotFound : Outcome; }
    public Task<Outcome> RunAsync(Command command, CancellationToken cancellation) => throw new NotImplementedException();
}

/// <summary>Removes the rule in the citizen's own session (may be null: somebody else removed it), then reads once as the service: only a 403 means closed (Consent/CloseVault.cs).</summary>
public sealed class CloseVault
{
    public sealed record Command(Guid ConsentId, Insz Insz, VaultSession? Citizen);
    public abstract record Outcome { public sealed record Closed(DateTimeOffset At) : Outcome; public sealed record StillOpen(string Sentence) : Outcome; public sealed record NotFound : Outcome; }
    public Task<Outcome> RunAsync(Command command, CancellationToken cancellation) => throw new NotImplementedException();
}

/// <summary>The spine: one dossier (Check/CheckDossier.cs).</summary>
public sealed class CheckDossier
{
    /// <param name="Month">The month that is due; months that a new slip or fact touches are done too.</param>
    /// <param name="DryRun">Reads and calculates; writes nothing.</param>
    public sealed record Command(Guid DossierId, Maand Month, Guid? RunId = null, bool DryRun = false);
    /// <param name="Months">What each month came to; one that needed no new check has <see cref="MonthReport.IsNew"/> false.</param>
    public sealed record Report(Guid DossierId, string DossierNumber, IReadOnlyList<MonthReport> Months, CheckTimings Timings);
    public Task<Report> RunAsync(Command command, CancellationToken cancellation) => throw new NotImplementedException();
}

/// <param name="ToldTo">Name of the social worker who is told, or null.</param>
public sealed record MonthReport(Maand Month, CheckOutcome Outcome, Euro? OldAmount, Euro? NewAmount, IReadOnlyList<Finding> Findings, bool IsNew, string? ToldTo);

public sealed record CheckTimings(TimeSpan Token, TimeSpan Listing, TimeSpan Slips, TimeSpan Parse, TimeSpan Law, TimeSpan Save, TimeSpan Total);

/// <summary>One OCMW's month: every dossier with a consent that was ever given; bounded parallel, failures of one do not stop the rest (Check/RunMonth.cs).</summary>
public sealed class RunMonth
{
    public sealed record Command(string OcmwKbo, Maand Month, string StartedBy, bool DryRun = false, Action<int, int>? Progress = null);
    public sealed record Report(Guid RunId, IReadOnlyList<CheckDossier.Report> Dossiers, IReadOnlyList<(string DossierNumber, string Error)> Failures);
    public Task<Report> RunAsync(Command command, CancellationToken cancellation) => throw new NotImplementedException();
}

/// <summary>Proposes what a check came to (Decide/ProposeDecision.cs), or sets it aside with a reason.</summary>
public sealed class ProposeDecision
{
    public sealed record Command(Guid CheckId, ProposalKind Kind, string? Reason, Staff By);
    public abstract record Outcome { public sealed record Done : Outcome; public sealed record NotFound : Outcome; public sealed record AlreadyDone : Outcome; public sealed record Superseded(Guid ByCheckId) : Outcome; public sealed record Refused(string Field, string Sentence) : Outcome; }
    public Task<Outcome> RunAsync(Command command, CancellationToken cancellation) => throw new NotImplementedException();
}

public sealed class StorageOptions
{
    /// <summary><c>Sqlite</c> or <c>Postgres</c>.</summary>
    public string Provider { get; set; } = "Sqlite";
    /// <summary>For SQLite <c>Data Source=…/dossiers.db</c>.</summary>
    public string ConnectionString { get; set; } = "";
    /// <summary>Quartz's own tables: a SQLite file of their own, or the same PostgreSQL database.</summary>
    public string ScheduleConnectionString { get; set; } = "";
}

public static class DossierServices
{
    /// <summary>Database, operations, signing-key store, data-protection keys. Quartz itself is added by <see cref="AddMonthlyCheck"/>.</summary>
    public static IServiceCollection AddDossiers(this IServiceCollection services, StorageOptions storage) => throw new NotImplementedException();
    /// <summary>Quartz with its persistent store, one trigger per OCMW kept in step with <see cref="Ocmw.CheckCron"/> (looked at every 5 seconds).</summary>
    public static IServiceCollection AddMonthlyCheck(this IServiceCollection services, StorageOptions storage) => throw new NotImplementedException();
    /// <summary>Applies the migrations.</summary>
    public static Task MigrateAsync(IServiceProvider services, CancellationToken cancellation) => throw new NotImplementedException();
}
