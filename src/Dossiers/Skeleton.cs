#pragma warning disable
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers;

// ================= operations: one file each; each is a scoped service that takes DossierDb ===============================

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

public static partial class DossierServices
{
    /// <summary>Quartz with its persistent store, one trigger per OCMW kept in step with <see cref="Ocmw.CheckCron"/> (looked at every 5 seconds).</summary>
    public static IServiceCollection AddMonthlyCheck(this IServiceCollection services, StorageOptions storage) => throw new NotImplementedException();
}
