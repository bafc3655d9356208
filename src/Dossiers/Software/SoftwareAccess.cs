using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

/// <summary>Lets software in by its id and secret.</summary>
public sealed class SoftwareAccess(DossierDb db, TimeProvider clock)
{
    /// <returns>Null where there is no such client, it was removed, or the secret is another.</returns>
    public async Task<ApiClient?> ProveAsync(string? clientId, string? secret, CancellationToken cancellation)
    {
        if (!Guid.TryParse(clientId, out var id) || string.IsNullOrEmpty(secret)
            || await db.ApiClients.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.RemovedAt == null, cancellation) is not { } client
            || !ClientSecret.IsOf(client, secret, clock.GetUtcNow()))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        await db.ApiClients.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.LastTokenAt, now), cancellation);
        return client;
    }

    /// <summary>The client, while it was not removed: a token outlives it by a little.</summary>
    public Task<ApiClient?> FindAsync(Guid clientId, CancellationToken cancellation) =>
        db.ApiClients.AsNoTracking().SingleOrDefaultAsync(c => c.Id == clientId && c.RemovedAt == null, cancellation);
}
