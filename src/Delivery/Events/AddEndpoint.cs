using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Delivery;

/// <summary>Adds an address that receives the events of an OCMW, with a secret that is shown once.</summary>
public sealed class AddEndpoint(DossierDb db, EndpointSecrets secrets, IOptions<EventOptions> options, IOptions<MagdaOptions> magda, TimeProvider clock)
{
    private const int LongestUrl = 500;

    /// <param name="Kind">For MAGDA the address is that of the settings, and <paramref name="Url"/> is not looked at.</param>
    public sealed record Command(string OcmwKbo, string Url, EndpointKind Kind = EndpointKind.Webhook);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="Secret">For the receiver; not shown again.</param>
        public sealed record Added(Guid EndpointId, string Secret) : Outcome;

        /// <param name="Sentence">For the administrator.</param>
        public sealed record Refused(string Sentence) : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        if (command.Kind == EndpointKind.Magda)
        {
            return magda.Value.Url is { } service ? await SaveAsync(command, service, cancellation) : new Outcome.Refused("Deze dienst is niet met MAGDA verbonden.");
        }

        if (!Uri.TryCreate(command.Url.Trim(), UriKind.Absolute, out var url) || url.AbsoluteUri.Length > LongestUrl || url.Fragment.Length > 0)
        {
            return new Outcome.Refused("Dit is geen volledig adres. Schrijf het als https://pakket.voorbeeld.be/loonfiches");
        }

        if (GuardedClients.Refusal(url, options.Value.AllowOwnNetwork) is not null)
        {
            return new Outcome.Refused("Dit adres mag niet. Het begint met https://, zonder naam of wachtwoord erin, op poort 443 of vanaf 1024.");
        }

        return await SaveAsync(command, url, cancellation);
    }

    private async Task<Outcome> SaveAsync(Command command, Uri url, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (shown, kept) = secrets.Create();
        var endpoint = new EventEndpoint { Id = Guid.CreateVersion7(now), OcmwKbo = command.OcmwKbo, Kind = command.Kind, Url = url.AbsoluteUri, ProtectedSecret = kept, CreatedAt = now };
        db.EventEndpoints.Add(endpoint);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new Outcome.Added(endpoint.Id, shown);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            db.ChangeTracker.Clear();
            return new Outcome.Refused("Dit adres staat er al.");
        }
    }
}
