using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace SolidLoonfiches.Dossiers;

/// <summary>Secrets of endpoints, as Standard Webhooks writes them: <c>whsec_</c> and 32 random bytes in Base64. Protected at rest.</summary>
public sealed class EndpointSecrets(IDataProtectionProvider protection)
{
    public const string Prefix = "whsec_";

    private readonly IDataProtector _protector = protection.CreateProtector("SolidLoonfiches.EndpointSecrets.v1");

    /// <summary>A new one: as it is shown once to a person, and as it is kept.</summary>
    public (string Shown, byte[] Kept) Create()
    {
        var shown = Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        return (shown, _protector.Protect(Encoding.ASCII.GetBytes(shown)));
    }

    /// <summary>The secrets that sign now: the current one, and the one before it for as long as it holds.</summary>
    public IReadOnlyList<string> Of(EventEndpoint endpoint, DateTimeOffset now)
    {
        var current = Encoding.ASCII.GetString(_protector.Unprotect(endpoint.ProtectedSecret));
        return endpoint is { ProtectedFormerSecret: { } former, FormerSecretUntil: { } until } && now < until
            ? [current, Encoding.ASCII.GetString(_protector.Unprotect(former))]
            : [current];
    }
}
