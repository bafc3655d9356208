using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers;

/// <summary>The identity of a consent that gives a token only while the consent stands: every request of a check asks anew.</summary>
/// <remarks>
/// So a check that runs while the citizen withdraws stops before its next read, on whichever node it runs, and whether
/// anybody tells it or not. Asked in a unit of work of its own: a check reads several documents at once. The price is one
/// look by primary key for each request to a vault, of which the vault's own answer takes the hundredfold.
/// </remarks>
internal sealed class ConsentSession(IServiceScopeFactory scopes, VaultSession identity, Guid consentId, TimeProvider clock) : VaultSession
{
    public override Uri WebId => identity.WebId;

    public override async ValueTask<VaultToken> TokenAsync(CancellationToken cancellation)
    {
        var today = Belgium.DayOf(clock.GetUtcNow());
        await using var scope = scopes.CreateAsyncScope();
        var stands = await scope.ServiceProvider.GetRequiredService<DossierDb>().Consents.Standing()
            .AnyAsync(c => c.Id == consentId && (c.Until == null || c.Until >= today), cancellation);
        return stands ? await identity.TokenAsync(cancellation) : throw new VaultSignInException("the consent has ended");
    }

    public override void Refused(VaultToken token) => identity.Refused(token);
}

/// <summary>Gives each look at a vault its session.</summary>
public sealed class ConsentSessions(IServiceScopeFactory scopes, ServiceIdentity service, TimeProvider clock)
{
    /// <summary>Holds nothing that would have to be let go.</summary>
    public VaultSession Of(Consent consent) => new ConsentSession(scopes, service.For(consent.IdentityKey), consent.Id, clock);
}
