using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers;

/// <summary>The keys of the service's own identity, in the database so that every node signs with the same one; private keys protected by data protection.</summary>
internal sealed class SigningKeyStore(IServiceScopeFactory scopes, IDataProtectionProvider protection) : ISigningKeyStore
{
    private readonly IDataProtector _protector = protection.CreateProtector("SolidLoonfiches.SigningKeys.v1");

    public async Task<IReadOnlyList<SigningKeyRow>> LoadAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DossierDb>();
        var keys = await db.SigningKeys.AsNoTracking().OrderBy(k => k.SignsFrom).ThenBy(k => k.Kid).ToListAsync(cancellation);
        return [.. keys.Select(k => new SigningKeyRow(k.Kid, _protector.Unprotect(k.ProtectedPkcs8), k.CreatedAt, k.SignsFrom, k.RetiredAt))];
    }

    /// <remarks>
    /// Refused where another node was first: a key that signs at once is for an installation that has none, and there is never
    /// more than one key that is published and does not sign yet. Two that pass this look at the same moment get the same generation.
    /// </remarks>
    public async Task<bool> TryAddAsync(SigningKeyRow key, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DossierDb>();
        var signsAtOnce = key.SignsFrom <= key.CreatedAt;

        // One look for both the decision and the number: a key that comes after it takes the same number, and one of them loses.
        var there = await db.SigningKeys.AsNoTracking().Select(k => new { k.Generation, k.SignsFrom, k.RetiredAt }).ToListAsync(cancellation);
        if (there.Any(k => k.RetiredAt is null && (signsAtOnce || k.SignsFrom > key.CreatedAt)))
        {
            return false;
        }

        db.SigningKeys.Add(new SigningKeyRecord
        {
            Kid = key.Kid,
            Generation = 1 + there.Select(k => k.Generation).DefaultIfEmpty().Max(),
            ProtectedPkcs8 = _protector.Protect(key.Pkcs8),
            CreatedAt = key.CreatedAt,
            SignsFrom = key.SignsFrom,
            RetiredAt = key.RetiredAt,
        });
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            return false;
        }
    }

    public async Task RetireAsync(string kid, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DossierDb>();
        await db.SigningKeys.Where(k => k.Kid == kid && k.RetiredAt == null).ExecuteUpdateAsync(k => k.SetProperty(x => x.RetiredAt, at), cancellation);
    }
}
