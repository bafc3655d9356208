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
public sealed class GiveConsent(DossierDb db, SolidVault vault, AccessGrants grants, VaultIdentities identities, KeptGrants kept, ExpireConsents expire, TimeProvider clock)
{
    /// <param name="RequestId">What is answered.</param>
    /// <param name="Insz">Of the citizen who signed in.</param>
    /// <param name="Profile">Of the vault, already read.</param>
    /// <param name="Citizen">The citizen's session at the vault, used here and thrown away; or us, under their grant.</param>
    /// <param name="Answer">What the citizen agreed to.</param>
    /// <param name="Granted">What the citizen granted at their vault's own page; null: the rule is made here, in their session.</param>
    public sealed record Command(Guid RequestId, Insz Insz, WebIdProfile Profile, VaultSession Citizen, ConsentAnswer Answer, GrantedContainer? Granted = null);

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

        /// <summary>The request expired or was taken back, or the time that it asked for is over.</summary>
        public sealed record RequestEnded : Outcome;

        /// <summary>The text changed since the citizen read it: they agreed to another one.</summary>
        public sealed record TextChanged : Outcome;

        /// <param name="Field"><c>from</c> or <c>until</c>.</param>
        /// <param name="Sentence">For the citizen.</param>
        public sealed record Refused(string Field, string Sentence) : Outcome;

        /// <summary>No such request of this person.</summary>
        public sealed record NotFound : Outcome;

        /// <param name="Code"><c>noStorage</c>, <c>vaultRefused</c>, <c>vaultBroken</c>, <c>serviceCannotRead</c>.</param>
        /// <param name="Sentence">For the citizen, Dutch, level B1.</param>
        public sealed record VaultFailed(string Code, string Sentence) : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        // An earlier consent whose time is over makes room.
        if (await db.RequestOfAsync(command.RequestId, command.Insz, cancellation) is { } asked)
        {
            await expire.RunAsync(new(asked.Request.DossierId), cancellation);
        }

        if (await db.RequestOfAsync(command.RequestId, command.Insz, cancellation) is not { } own)
        {
            return new Outcome.NotFound();
        }

        if (await ActiveAsync(own.Request.DossierId, cancellation) is { } active)
        {
            return new Outcome.AlreadyGiven(active);
        }

        switch (command.Answer.Check(own, clock.GetUtcNow()))
        {
            case ConsentAnswer.Problem.RequestEnded:
                return new Outcome.RequestEnded();
            case ConsentAnswer.Problem.TextChanged:
                return new Outcome.TextChanged();
            case ConsentAnswer.Problem.Terms(var field, var sentence):
                return new Outcome.Refused(field, sentence);
        }

        if (command.Granted is { } granted)
        {
            // Nothing of ours stands in that vault: what was granted there is taken back there.
            return await vault.ListAsync(granted.Container, command.Citizen, cancellation) is VaultAnswer<VaultListing>.Ok
                ? await RecordAsync(command, own, granted.Container, key: null, clock.GetUtcNow(), cancellation)
                : new Outcome.VaultFailed("serviceCannotRead", "Wij kunnen de map met loonfiches in uw kluis niet lezen. Misschien bestaat ze nog niet. Vraag hulp aan uw maatschappelijk werker, of aan wie uw kluis beheert.");
        }

        var key = await identities.MakeAsync(cancellation);
        var (container, failed) = await OpenAsync(command, key, cancellation);
        if (container is null)
        {
            return failed!;
        }

        // From here on a rule stands in the vault: whatever goes wrong, try to take it back.
        try
        {
            if (await ServiceReadsAsync(container, key, cancellation) is not { } readAt)
            {
                await TakeBackAsync(command, container, key);
                return new Outcome.VaultFailed("serviceCannotRead", "Uw kluis is niet opengegaan voor ons. Er is niets veranderd. Probeer het later opnieuw, of vraag hulp aan uw maatschappelijk werker.");
            }

            return await RecordAsync(command, own, container, key, readAt, cancellation);
        }
        catch (Exception)
        {
            await TakeBackAsync(command, container, key);
            throw;
        }
    }

    private async Task<(Uri? Container, Outcome? Failed)> OpenAsync(Command command, string? key, CancellationToken cancellation)
    {
        var found = await PayslipContainer.FindAsync(vault, command.Profile, command.Citizen, cancellation);
        if (found is not VaultAnswer<Uri>.Ok { Value: var container })
        {
            return (null, found is VaultAnswer<Uri>.Absent ? NoStorage : Failed(found));
        }

        var made = await vault.EnsureContainerAsync(container, command.Citizen, cancellation);
        if (made is not VaultAnswer<Uri>.Ok)
        {
            return (null, Failed(made));
        }

        var granted = await grants.GrantAsync(container, identities.Of(key).WebId, AccessModes.Read, command.Citizen, cancellation);
        return granted is VaultAnswer<Uri>.Ok ? (container, null) : (null, Failed(granted));
    }

    /// <returns>When the service read the container, or null where it could not.</returns>
    private async Task<DateTimeOffset?> ServiceReadsAsync(Uri container, string? key, CancellationToken cancellation) =>
        await vault.ListAsync(container, identities.Of(key), cancellation) is VaultAnswer<VaultListing>.Ok ? clock.GetUtcNow() : null;

    private async Task<Outcome> RecordAsync(Command command, OwnRequests.Own own, Uri container, string? key, DateTimeOffset readAt, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (request, answer) = (own.Request, command.Answer);
        var text = answer.Text(own.Terms);
        await StoredConsentText.PutAsync(db, text, now, cancellation);
        var consent = new Consent
        {
            Id = Guid.CreateVersion7(now),
            DossierId = request.DossierId,
            RequestId = request.Id,
            WebId = command.Profile.WebId.AbsoluteUri,
            Issuer = command.Profile.Issuers[0].AbsoluteUri,
            Container = container.AbsoluteUri,
            GivenAt = now,
            From = answer.From,
            Until = answer.Until,
            TextVersion = text.Version,
            TextLanguage = text.Language,
            TextSha256 = text.Sha256,
            IdentityKey = key,
            AccessGrant = command.Granted is { } granted ? kept.Protect(granted.Grant) : null,
        };
        if (key is not null)
        {
            // From the consent's last day on it is gone without anybody having to do it.
            (await db.VaultIdentities.SingleAsync(i => i.Key == key, cancellation)).OfflineFrom = Belgium.StartOf(answer.Until.AddDays(1));
        }

        db.Consents.Add(consent);
        db.Events.Add(EventRecord.ConsentGiven(own.OcmwKbo, consent));
        db.ConsentEvents.Add(ConsentEvent.Of(consent, request is { Ending: RequestEnding.Given, ConsentId: not null } ? ConsentEventKind.Renewed : ConsentEventKind.Given, now, ConsentEvent.Citizen));
        if (answer.IsNarrowerThan(request))
        {
            db.ConsentEvents.Add(ConsentEvent.Of(consent, ConsentEventKind.Narrowed, now, ConsentEvent.Citizen));
        }

        foreach (var paper in await db.PaperConsents.Where(p => p.DossierId == request.DossierId && p.ConsentId == null && p.WithdrawnAt == null && p.ExpiredAt == null).ToListAsync(cancellation))
        {
            // What was signed on paper has come true: from now on this consent is the one that counts, and that is taken back.
            paper.ConsentId = consent.Id;
        }

        (request.EndedAt, request.Ending, request.ConsentId) = (now, RequestEnding.Given, consent.Id);
        db.VaultReads.Add(new VaultRead { Id = Guid.CreateVersion7(readAt), ConsentId = consent.Id, At = readAt, Answer = "read", DocumentsFetched = 0 });
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new Outcome.Given(consent.Id, container);
        }
        catch (Exception failure) when (failure.IsLostRace())
        {
            // The same citizen in another window, whose consent has a rule of its own; or the OCMW that took its question back at this moment.
            await TakeBackAsync(command, container, key);
            return await ActiveAsync(request.DossierId, cancellation) is { } other ? new Outcome.AlreadyGiven(other) : new Outcome.RequestEnded();
        }
    }

    /// <remarks>A shared rule stays where a consent was recorded next to us, or stands for another OCMW: it needs the same.</remarks>
    private async Task TakeBackAsync(Command command, Uri container, string? key)
    {
        db.ChangeTracker.Clear();
        if (command.Granted is not null)
        {
            return;
        }

        if (key is not null)
        {
            await identities.OfflineFromAsync(key, clock.GetUtcNow(), CancellationToken.None);
        }
        else if (await db.Consents.Standing().AnyAsync(c => c.Container == container.AbsoluteUri && c.IdentityKey == null && c.AccessGrant == null, CancellationToken.None))
        {
            return;
        }

        await grants.RevokeAsync(container, identities.Of(key).WebId, command.Citizen, CancellationToken.None);
    }

    private async Task<Guid?> ActiveAsync(Guid dossierId, CancellationToken cancellation) =>
        await db.Consents.Standing().Where(c => c.DossierId == dossierId).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellation);

    internal static readonly Outcome.VaultFailed NoStorage = new("noStorage", "Wij vinden bij dit adres geen kluis waarin loonfiches kunnen staan. Kijk na of het adres van uw kluis juist is.");

    internal static Outcome.VaultFailed Failed(VaultAnswer<Uri> answer) => answer switch
    {
        VaultAnswer<Uri>.NoGrant or VaultAnswer<Uri>.TokenRejected => Refused,
        _ => new("vaultBroken", "Uw kluis antwoordt nu niet zoals het hoort. Er is niets veranderd. Probeer het later opnieuw."),
    };

    private static readonly Outcome.VaultFailed Refused = new("vaultRefused", "Uw kluis laat niet toe dat u dit zelf instelt. Meld u opnieuw aan bij uw kluis en probeer het nog eens.");
}

/// <summary>What a citizen granted at their vault's own page.</summary>
/// <param name="Container">As it was asked for.</param>
/// <param name="Grant">Verified.</param>
public sealed record GrantedContainer(Uri Container, AccessGrant Grant)
{
    /// <summary>Never what it holds: it names the citizen and their vault.</summary>
    public override string ToString() => "GrantedContainer";
}
