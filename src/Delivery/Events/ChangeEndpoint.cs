using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Delivery;

/// <summary>What a person can do with an endpoint.</summary>
public enum EndpointChange
{
    /// <summary>A new secret; the one before it signs beside it for some time.</summary>
    NewSecret,

    /// <summary>Nothing is sent; what happens meanwhile waits.</summary>
    Pause,

    Resume,

    /// <summary>For good; another endpoint may take the address.</summary>
    Remove,
}

/// <summary>Changes an endpoint of one's own OCMW.</summary>
public sealed class ChangeEndpoint(DossierDb db, EndpointSecrets secrets, IOptions<EventOptions> options, TimeProvider clock)
{
    public sealed record Command(string OcmwKbo, Guid EndpointId, EndpointChange Change);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="Secret">The new one, shown once; null where it did not change.</param>
        public sealed record Changed(string? Secret) : Outcome;

        /// <summary>No such endpoint of this OCMW.</summary>
        public sealed record NotFound : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        var endpoint = await db.EventEndpoints.SingleOrDefaultAsync(p => p.Id == command.EndpointId && p.OcmwKbo == command.OcmwKbo && p.RemovedAt == null, cancellation);
        if (endpoint is null)
        {
            return new Outcome.NotFound();
        }

        var now = clock.GetUtcNow();
        string? secret = null;
        switch (command.Change)
        {
            case EndpointChange.NewSecret:
                (endpoint.ProtectedFormerSecret, endpoint.FormerSecretUntil) = (endpoint.ProtectedSecret, now + options.Value.FormerSecretHolds);
                (secret, endpoint.ProtectedSecret) = secrets.Create();
                break;
            case EndpointChange.Pause:
                (endpoint.PausedAt, endpoint.PausedBecause) = (endpoint.PausedAt ?? now, endpoint.PausedBecause ?? "by hand");
                break;
            case EndpointChange.Resume:
                (endpoint.PausedAt, endpoint.PausedBecause, endpoint.NotBefore) = (null, null, null);
                break;
            case EndpointChange.Remove:
                endpoint.RemovedAt = now;
                break;
            default:
                throw new InvalidOperationException($"Nobody knows the change {command.Change}.");
        }

        await db.SaveChangesAsync(cancellation);
        return new Outcome.Changed(secret);
    }
}
