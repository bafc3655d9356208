using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers;

/// <summary>Removes the rule in the citizen's own session, then reads once as the service: only a 403 means closed.</summary>
/// <remarks>
/// The citizen asks for this one look, so that they need not take our word for it. It is shown to them as every other. The
/// consent's own identity is offline by then, and comes back for this look alone: a vault that does not know who asks answers
/// 401, which says nothing of its rules.
/// </remarks>
public sealed class CloseVault(DossierDb db, SolidVault vault, AccessGrants grants, VaultIdentities identities, KeptGrants kept, TimeProvider clock)
{
    /// <param name="ConsentId">A consent that was withdrawn, or whose time is over.</param>
    /// <param name="Insz">Of the citizen who signed in.</param>
    /// <param name="Citizen">Their session at the vault; null where somebody else removed the rule.</param>
    public sealed record Command(Guid ConsentId, Insz Insz, VaultSession? Citizen);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="At">When the vault refused our read.</param>
        public sealed record Closed(DateTimeOffset At) : Outcome;

        /// <param name="Sentence">For the citizen, Dutch, level B1.</param>
        public sealed record StillOpen(string Sentence) : Outcome;

        /// <summary>No such consent of this person.</summary>
        public sealed record NotFound : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        var consent = await db.Consents.SingleOrDefaultAsync(c => c.Id == command.ConsentId && db.Dossiers.Any(d => d.Id == c.DossierId && d.Insz == command.Insz), cancellation);
        if (consent is null || ForgetData.IsBlanked(consent))
        {
            return new Outcome.NotFound();
        }

        if (consent.VaultRefusedAt is { } before)
        {
            return new Outcome.Closed(before);
        }

        if (consent.StoppedAt is null)
        {
            return new Outcome.StillOpen("U hebt uw toestemming nog niet gestopt. Stop eerst uw toestemming; daarna kunt u uw kluis sluiten.");
        }

        if (consent is { IdentityKey: null, AccessGrant: null } && await AnotherReaderAsync(consent, command.Insz, cancellation) is { } reader)
        {
            return new Outcome.StillOpen(reader);
        }

        var container = new Uri(consent.Container);
        var removed = command.Citizen is null || consent.AccessGrant is not null
            || await grants.RevokeAsync(container, identities.Of(consent.IdentityKey).WebId, command.Citizen, cancellation) is VaultAnswer<Uri>.Ok;
        var answer = consent.AccessGrant is { } grant
            ? await vault.ListAsync(container, kept.SessionOf(grant, stands: null), cancellation)
            : await identities.LookAsync(vault, container, consent.IdentityKey, cancellation);
        var now = clock.GetUtcNow();
        Outcome outcome = answer switch
        {
            VaultAnswer<VaultListing>.NoGrant => new Outcome.Closed(now),
            VaultAnswer<VaultListing>.Ok or VaultAnswer<VaultListing>.Absent when consent.AccessGrant is not null => new Outcome.StillOpen("Uw kluis laat ons nog binnen. Trek de toegang in bij uw kluis zelf, en kijk dan hier opnieuw. Wij lezen niets meer."),
            VaultAnswer<VaultListing>.Ok or VaultAnswer<VaultListing>.Absent when removed => new Outcome.StillOpen("Uw kluis laat ons nog binnen. Misschien staat er nog een andere regel in uw kluis. Vraag hulp aan wie uw kluis beheert. Wij lezen niets meer."),
            VaultAnswer<VaultListing>.Ok or VaultAnswer<VaultListing>.Absent => new Outcome.StillOpen("De regel in uw kluis is nog niet weg. Meld u opnieuw aan bij uw kluis en probeer het nog eens. Wij lezen niets meer."),
            _ => new Outcome.StillOpen("Wij konden niet nakijken of uw kluis gesloten is: ze antwoordt nu niet. Probeer het later opnieuw. Wij lezen niets meer."),
        };
        if (outcome is Outcome.Closed)
        {
            (consent.VaultRefusedAt, consent.AccessGrant) = (now, null);
        }

        db.VaultReads.Add(new VaultRead { Id = Guid.CreateVersion7(now), ConsentId = consent.Id, At = now, Answer = AnswerCode(answer), DocumentsFetched = 0 });
        await db.SaveChangesAsync(cancellation);
        return outcome;
    }

    /// <summary>Where all consents share one WebID there is one rule for all: removing it would end a consent that stands.</summary>
    private async Task<string?> AnotherReaderAsync(Consent consent, Insz insz, CancellationToken cancellation)
    {
        var others = await (
            from other in db.Consents.Standing()
            where other.Container == consent.Container && other.IdentityKey == null && other.AccessGrant == null
            join dossier in db.Dossiers on other.DossierId equals dossier.Id
            join ocmw in db.Ocmws on dossier.OcmwKbo equals ocmw.Kbo
            orderby ocmw.Name
            select new { dossier.Insz, ocmw.Name }).ToListAsync(cancellation);
        // Somebody else's OCMW is not named: that they have a dossier there is theirs to tell.
        return others.Find(other => other.Insz == insz) is { } own
            ? $"{own.Name} leest nog in dezelfde map. Daarvoor gaf u ook toestemming. Stop eerst die toestemming; daarna kunt u uw kluis sluiten."
            : others.Count > 0 ? "Iemand anders gaf ook toestemming voor dezelfde map. Zolang die toestemming loopt, kunnen wij uw kluis niet sluiten. U kunt dat wel zelf doen, in uw kluis." : null;
    }

    private static string AnswerCode(VaultAnswer<VaultListing> answer) => answer switch
    {
        VaultAnswer<VaultListing>.NoGrant => "consentEnded",
        VaultAnswer<VaultListing>.Ok => "read",
        VaultAnswer<VaultListing>.Absent => "containerAbsent",
        VaultAnswer<VaultListing>.TokenRejected => "tokenRejected",
        _ => "unreachable",
    };
}
