using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

/// <summary>What an administrator can do with software that is registered.</summary>
public enum ClientChange
{
    /// <summary>A new secret; the one before it holds beside it for some time.</summary>
    NewSecret,

    /// <summary>For good, at once.</summary>
    Remove,
}

/// <summary>Changes the software of one's own OCMW.</summary>
public sealed class ChangeClient(DossierDb db, TimeProvider clock)
{
    /// <summary>How long a secret that was replaced still holds.</summary>
    public static readonly TimeSpan FormerSecretHolds = TimeSpan.FromDays(7);

    public sealed record Command(string OcmwKbo, Guid ClientId, ClientChange Change);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="Secret">The new one, shown once; null where it did not change.</param>
        public sealed record Changed(string? Secret) : Outcome;

        /// <summary>No such software of this OCMW.</summary>
        public sealed record NotFound : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        if (await db.ApiClients.SingleOrDefaultAsync(c => c.Id == command.ClientId && c.OcmwKbo == command.OcmwKbo && c.RemovedAt == null, cancellation) is not { } client)
        {
            return new Outcome.NotFound();
        }

        var now = clock.GetUtcNow();
        string? secret = null;
        if (command.Change == ClientChange.NewSecret)
        {
            (client.FormerSecretHash, client.FormerSecretUntil) = (client.SecretHash, now + FormerSecretHolds);
            (secret, client.SecretHash) = ClientSecret.Create();
        }
        else
        {
            client.RemovedAt = now;
        }

        await db.SaveChangesAsync(cancellation);
        return new Outcome.Changed(secret);
    }
}
