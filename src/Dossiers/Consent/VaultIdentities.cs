using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers;

/// <summary>The WebIDs of consents: made before the grant, there while the consent stands, gone with it.</summary>
/// <remarks>
/// A vault that cannot read the WebID document does not accept our token, whatever rule is left in it; it may remember the
/// document for a while (Community Solid Server 7.2: two minutes). The moment stands with the identity itself, so that the
/// end of a consent's time needs no job to come true.
/// </remarks>
public sealed class VaultIdentities(DossierDb db, ServiceIdentity service, TimeProvider clock)
{
    /// <summary>How long an identity is there while its consent is being given: the vault must know it for the proof.</summary>
    private static readonly TimeSpan WhileGiving = TimeSpan.FromMinutes(2);

    /// <summary>How long an ended one comes back for the one look that shows whether the vault is closed.</summary>
    private static readonly TimeSpan WhileLooking = TimeSpan.FromSeconds(30);

    /// <summary>The key of a new one; null where this installation uses one WebID for all consents.</summary>
    public async Task<string?> MakeAsync(CancellationToken cancellation)
    {
        if (!service.GivesEachConsentItsOwn)
        {
            return null;
        }

        var identity = new VaultIdentity { Key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), OfflineFrom = clock.GetUtcNow() + WhileGiving };
        db.VaultIdentities.Add(identity);
        await db.SaveChangesAsync(cancellation);
        return identity.Key;
    }

    /// <summary>The service, as the consent with this key is used.</summary>
    public VaultSession Of(string? key) => service.For(key);

    /// <summary>Whether vaults may read the document now.</summary>
    public async Task<bool> IsOnlineAsync(string key, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return await db.VaultIdentities.AnyAsync(i => i.Key == key && (i.OfflineFrom == null || i.OfflineFrom > now), cancellation);
    }

    /// <summary>One look at a container under an identity that has ended: it is there for the look and no longer.</summary>
    internal async Task<VaultAnswer<VaultListing>> LookAsync(SolidVault vault, Uri container, string? key, CancellationToken cancellation)
    {
        if (key is null)
        {
            return await vault.ListAsync(container, Of(key), cancellation);
        }

        await OfflineFromAsync(key, clock.GetUtcNow() + WhileLooking, cancellation);
        try
        {
            return await vault.ListAsync(container, Of(key), cancellation);
        }
        finally
        {
            await OfflineFromAsync(key, clock.GetUtcNow(), CancellationToken.None);
        }
    }

    internal Task OfflineFromAsync(string key, DateTimeOffset? moment, CancellationToken cancellation) =>
        db.VaultIdentities.Where(i => i.Key == key).ExecuteUpdateAsync(i => i.SetProperty(x => x.OfflineFrom, moment), cancellation);
}
