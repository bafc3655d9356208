using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers;

/// <summary>Access grants as the records keep them: protected, since whoever holds one and our credentials may read.</summary>
/// <param name="protection">Whose keys every node has.</param>
/// <param name="requests">Null where this installation has no vaults that speak access grants.</param>
public sealed class KeptGrants(IDataProtectionProvider protection, AccessRequests? requests)
{
    private readonly IDataProtector _protector = protection.CreateProtector("SolidLoonfiches.AccessGrants.v1");

    public string Protect(AccessGrant grant) => _protector.Protect(JsonSerializer.Serialize(grant));

    /// <summary>Us, under a grant that was kept; a session that gives no token where it can no longer be used here.</summary>
    /// <param name="kept">As <see cref="Protect"/> gave it.</param>
    /// <param name="stands">Asked before each request; null: it may be used.</param>
    internal VaultSession SessionOf(string kept, Func<CancellationToken, Task<bool>>? stands)
    {
        try
        {
            return requests?.SessionOf(JsonSerializer.Deserialize<AccessGrant>(_protector.Unprotect(kept))!, stands) ?? new None("access grants are not set up in this installation");
        }
        catch (CryptographicException)
        {
            return new None("the keys that protect access grants are not those with which this one was kept");
        }
    }

    private sealed class None(string why) : VaultSession
    {
        public override Uri WebId => throw new InvalidOperationException("Nobody asks.");

        public override ValueTask<VaultToken> TokenAsync(CancellationToken cancellation) => throw new VaultSignInException(why);
    }
}
