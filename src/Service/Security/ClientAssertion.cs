using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace SolidLoonfiches.Service;

/// <summary>Says to the provider who we are by a signature instead of a secret: <c>private_key_jwt</c> (RFC 7523 §3, OpenID Connect Core 1.0 §9).</summary>
internal sealed class ClientAssertion(string clientId, SigningCredentials credentials, TimeProvider clock)
{
    private const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    /// <summary>Null where the installation uses a secret.</summary>
    /// <exception cref="SettingsException">There is no key in the file that can be used.</exception>
    public static ClientAssertion? Read(LoginOptions login, TimeProvider clock) =>
        login.PrivateKeyFile.Length == 0 ? null : new(login.ClientId, CredentialsIn(login.PrivateKeyFile, login.KeyId), clock);

    /// <summary>Into a message to the provider, for this message alone.</summary>
    /// <param name="message">To the token endpoint, or the one that takes requests beforehand.</param>
    /// <param name="audience">The provider's token endpoint: what ACM/IDM looks for, and what RFC 7523 names.</param>
    public void Sign(OpenIdConnectMessage message, string audience)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        message.ClientSecret = null;
        message.ClientAssertionType = Type;
        message.ClientAssertion = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = clientId,
            Audience = audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = clientId, ["jti"] = Guid.NewGuid().ToString("N") },
            SigningCredentials = credentials,
        });
    }

    private static SigningCredentials CredentialsIn(string file, string kid)
    {
        try
        {
            var pem = File.ReadAllText(file);
            return pem.Contains("RSA PRIVATE KEY", StringComparison.Ordinal) || !TryEc(pem, out var ec)
                ? new(new RsaSecurityKey(Rsa(pem)) { KeyId = kid }, SecurityAlgorithms.RsaSha256)
                : new(new ECDsaSecurityKey(ec) { KeyId = kid }, SecurityAlgorithms.EcdsaSha256);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            throw new SettingsException("Login:PrivateKeyFile", "is geen leesbaar PEM-bestand met een private sleutel (EC P-256 of RSA)");
        }
    }

    private static bool TryEc(string pem, out ECDsa key)
    {
        key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key.KeySize == 256;
        }
        catch (CryptographicException)
        {
            // PKCS #8 says only inside whether it is EC or RSA: the other is tried next.
            key.Dispose();
            return false;
        }
    }

    private static RSA Rsa(string pem)
    {
        var key = RSA.Create();
        key.ImportFromPem(pem);
        return key;
    }
}
