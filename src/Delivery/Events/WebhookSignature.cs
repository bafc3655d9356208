using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Delivery;

/// <summary>Signatures as Standard Webhooks 1.0 has them: <c>v1,</c> and the Base64 of HMAC-SHA256 over id, time and body.</summary>
internal static class WebhookSignature
{
    /// <param name="secrets">Each signs; a receiver accepts the message where one of them is right.</param>
    /// <returns>Value of <c>webhook-signature</c>.</returns>
    public static string Of(string id, DateTimeOffset at, ReadOnlySpan<byte> body, IEnumerable<string> secrets)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.")), .. body];
        return string.Join(' ', secrets.Select(secret => "v1," + Convert.ToBase64String(HMACSHA256.HashData(Key(secret), signed))));
    }

    private static byte[] Key(string secret) => Convert.FromBase64String(secret.StartsWith(EndpointSecrets.Prefix, StringComparison.Ordinal) ? secret[EndpointSecrets.Prefix.Length..] : secret);
}
