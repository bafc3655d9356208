using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SolidLoonfiches.Dossiers;

/// <summary>Secrets of software: <c>lfs_</c> and 32 random bytes in Base64url, of which only the hash is kept.</summary>
internal static class ClientSecret
{
    private const string Prefix = "lfs_";

    /// <summary>A new one: as it is shown once to a person, and as it is kept.</summary>
    public static (string Shown, byte[] Hash) Create()
    {
        var shown = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (shown, Hash(shown));
    }

    /// <summary>Whether it is the client's secret, or the one before it for as long as that holds.</summary>
    public static bool IsOf(ApiClient client, string secret, DateTimeOffset now)
    {
        var hash = Hash(secret);
        var isCurrent = CryptographicOperations.FixedTimeEquals(hash, client.SecretHash);
        var isFormer = client is { FormerSecretHash: { } former, FormerSecretUntil: { } until } && now < until && CryptographicOperations.FixedTimeEquals(hash, former);
        return isCurrent || isFormer;
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
