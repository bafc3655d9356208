using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers;

/// <summary>The one act: grant in the vault and record, in the citizen's own session.</summary>
/// <remarks>
/// Nothing is recorded before the service has read the container with the grant: a consent in our records means that the
/// door was open. Where that fails the grant is taken back. A process that is killed between grant and record leaves a rule
/// in the vault and no consent here: the service then does not read, and giving consent again finds the same rule.
/// </remarks>
public sealed class GiveConsent(DossierDb db, SolidVault vault, AccessGrants grants, VaultSession service, TimeProvider clock)
{
    /// <param name="DossierId">The dossier.</param>
    /// <param name="Insz">Of the citizen who signed in.</param>
    /// <param name="Profile">Of the vault, already read.</param>
    /// <param name="Citizen">The citizen's session at the vault; used here and thrown away.</param>
    /// <param name="Text">The text that was shown.</param>
    public sealed record Command(Guid DossierId, Insz Insz, WebIdProfile Profile, VaultSession Citizen, ConsentText Text);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="ConsentId">Of the new consent.</param>
        /// <param name="Container">The one container that the service may read.</param>
        public sealed record Given(Guid ConsentId, Uri Container) : Outcome;

        public sealed record AlreadyGiven(Guid ConsentId) : Outcome;

        /// <summary>No dossier of this person.</summary>
        public sealed record NotFound : Outcome;

        /// <param name="Code"><c>noStorage</c>, <c>vaultRefused</c>, <c>vaultBroken</c>, <c>serviceCannotRead</c>.</param>
        /// <param name="Sentence">For the citizen, Dutch, level B1.</param>
        public sealed record VaultFailed(string Code, string Sentence) : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        if (await db.Dossiers.Where(d => d.Id == command.DossierId && d.Insz == command.Insz).Select(d => d.OcmwKbo).SingleOrDefaultAsync(cancellation) is not { } ocmw)
        {
            return new Outcome.NotFound();
        }

        if (await ActiveAsync(command.DossierId, cancellation) is { } active)
        {
            return new Outcome.AlreadyGiven(active);
        }

        var (container, failed) = await OpenAsync(command, cancellation);
        if (container is null)
        {
            return failed!;
        }

        // From here on a rule stands in the vault: whatever goes wrong, try to take it back.
        try
        {
            if (await ServiceReadsAsync(container, cancellation) is not { } readAt)
            {
                await TakeBackAsync(command, container);
                return new Outcome.VaultFailed("serviceCannotRead", "Uw kluis is niet opengegaan voor ons. Er is niets veranderd. Probeer het later opnieuw, of vraag hulp aan uw maatschappelijk werker.");
            }

            return await RecordAsync(command, ocmw, container, readAt, cancellation);
        }
        catch (Exception)
        {
            await TakeBackAsync(command, container);
            throw;
        }
    }

    private async Task<(Uri? Container, Outcome? Failed)> OpenAsync(Command command, CancellationToken cancellation)
    {
        var storage = await vault.FindStorageAsync(command.Profile, command.Citizen, cancellation);
        if (storage is not VaultAnswer<Uri>.Ok found)
        {
            return (null, storage is VaultAnswer<Uri>.Absent
                ? new Outcome.VaultFailed("noStorage", "Wij vinden bij dit adres geen kluis waarin loonfiches kunnen staan. Kijk na of het adres van uw kluis juist is.")
                : Failed(storage));
        }

        var container = new Uri(found.Value, "loonfiches/");
        var made = await vault.EnsureContainerAsync(container, command.Citizen, cancellation);
        if (made is not VaultAnswer<Uri>.Ok)
        {
            return (null, Failed(made));
        }

        var granted = await grants.GrantAsync(container, service.WebId, AccessModes.Read, command.Citizen, cancellation);
        return granted is VaultAnswer<Uri>.Ok ? (container, null) : (null, Failed(granted));
    }

    /// <returns>When the service read the container, or null where it could not.</returns>
    private async Task<DateTimeOffset?> ServiceReadsAsync(Uri container, CancellationToken cancellation) =>
        await vault.ListAsync(container, service, cancellation) is VaultAnswer<VaultListing>.Ok ? clock.GetUtcNow() : null;

    private async Task<Outcome> RecordAsync(Command command, string ocmw, Uri container, DateTimeOffset readAt, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var consent = new Consent
        {
            Id = Guid.CreateVersion7(now),
            DossierId = command.DossierId,
            WebId = command.Profile.WebId.AbsoluteUri,
            Issuer = command.Profile.Issuers[0].AbsoluteUri,
            Container = container.AbsoluteUri,
            GivenAt = now,
            TextVersion = command.Text.Version,
            TextLanguage = command.Text.Language,
            TextSha256 = command.Text.Sha256,
        };
        db.Consents.Add(consent);
        db.Events.Add(EventRecord.ConsentGiven(ocmw, consent));
        db.VaultReads.Add(new VaultRead { Id = Guid.CreateVersion7(readAt), ConsentId = consent.Id, At = readAt, Answer = "read", DocumentsFetched = 0 });
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new Outcome.Given(consent.Id, container);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            db.ChangeTracker.Clear();
            return new Outcome.AlreadyGiven(await ActiveAsync(command.DossierId, cancellation) ?? throw new InvalidOperationException("Another consent took this one's place and is gone.", failure));
        }
    }

    /// <remarks>Not where a consent was recorded next to us, or stands for another OCMW: it needs the same rule.</remarks>
    private async Task TakeBackAsync(Command command, Uri container)
    {
        db.ChangeTracker.Clear();
        if (!await db.Consents.AnyAsync(c => c.Container == container.AbsoluteUri && c.WithdrawnAt == null && c.VaultRefusedAt == null, CancellationToken.None))
        {
            await grants.RevokeAsync(container, service.WebId, command.Citizen, CancellationToken.None);
        }
    }

    private async Task<Guid?> ActiveAsync(Guid dossierId, CancellationToken cancellation) =>
        await db.Consents.Where(c => c.DossierId == dossierId && c.WithdrawnAt == null && c.VaultRefusedAt == null).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellation);

    private static Outcome.VaultFailed Failed(VaultAnswer<Uri> answer) => answer switch
    {
        VaultAnswer<Uri>.NoGrant or VaultAnswer<Uri>.TokenRejected => Refused,
        _ => new("vaultBroken", "Uw kluis antwoordt nu niet zoals het hoort. Er is niets veranderd. Probeer het later opnieuw."),
    };

    private static readonly Outcome.VaultFailed Refused = new("vaultRefused", "Uw kluis laat niet toe dat u dit zelf instelt. Meld u opnieuw aan bij uw kluis en probeer het nog eens.");
}
