using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace SolidLoonfiches.Vault;

/// <summary>
/// Which key signs now and which are published. Every node decides the same from the same rows and the clock.
/// Vault servers keep our key set for two minutes and fetch it again at most every half minute (Community Solid Server
/// 7.2), so a key that signs before it was published long enough shuts us out of every vault at once.
/// </summary>
internal sealed class SigningKeys(ISigningKeyStore store, TimeSpan rotateAfter, TimeProvider clock) : IDisposable
{
    /// <summary>How long the next key is published before it signs: the two minutes above, ours of loading, and room.</summary>
    public static readonly TimeSpan PublishedAhead = TimeSpan.FromMinutes(10);

    /// <summary>How long an old key stays published: the five minutes of the last token, the servers' tolerance, and room.</summary>
    public static readonly TimeSpan PublishedAfter = TimeSpan.FromHours(1);

    /// <summary>How old a node's view of the rows may be.</summary>
    public static readonly TimeSpan LoadEvery = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _loading = new(1, 1);
    private readonly Dictionary<string, SigningKey> _known = new(StringComparer.Ordinal);
    private volatile KeySet? _set;

    /// <summary>The keys at this moment, loaded and rotated where it is time.</summary>
    public async ValueTask<KeySet> CurrentAsync(CancellationToken cancellation)
    {
        if (Fresh() is { } set)
        {
            return set;
        }

        await _loading.WaitAsync(cancellation);
        try
        {
            return Fresh() ?? (_set = await LoadAsync(cancellation));
        }
        finally
        {
            _loading.Release();
        }
    }

    private KeySet? Fresh()
    {
        var now = clock.GetUtcNow();
        return _set is { } set && now < set.LoadAgainAt ? set : null;
    }

    private async Task<KeySet> LoadAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var rows = await store.LoadAsync(cancellation);
        if (NextSignsFrom(rows, now) is { } signsFrom)
        {
            // Whether ours or another node's came first: what stands in the store is what counts.
            await store.TryAddAsync(NewRow(now, signsFrom), cancellation);
            rows = await store.LoadAsync(cancellation);
        }

        var signer = SignerOf(rows, now)
            ?? throw new InvalidOperationException("The store of signing keys holds no key that may sign, also after one was added.");
        foreach (var old in rows.Where(row => MaySign(row, now) && row.SignsFrom <= now && row.Kid != signer.Kid))
        {
            await store.RetireAsync(old.Kid, now, cancellation);
        }

        var published = rows.Where(row => row.RetiredAt is not { } at || now < at + PublishedAfter).OrderBy(row => row.SignsFrom).ThenBy(row => row.Kid, StringComparer.Ordinal);
        var nextTurn = rows.Where(row => row.SignsFrom > now).Select(row => (DateTimeOffset?)row.SignsFrom).Min();
        var loadAgain = now + LoadEvery;
        return new(Known(signer), [.. published.Select(row => Known(row).Public)], nextTurn < loadAgain ? nextTurn.Value : loadAgain);
    }

    /// <summary>When a key that must be added now is to sign; null where none is needed.</summary>
    private DateTimeOffset? NextSignsFrom(IReadOnlyList<SigningKeyRow> rows, DateTimeOffset now)
    {
        if (SignerOf(rows, now) is not { } signer)
        {
            // Very first start (or every key was retired by hand): nobody holds an older set of keys that would be worth waiting for.
            return now;
        }

        var due = signer.SignsFrom + rotateAfter - PublishedAhead;
        return now >= due && !rows.Any(row => MaySign(row, now) && row.SignsFrom > now) ? now + PublishedAhead : null;
    }

    /// <summary>The key that began to sign last; where all are yet to begin, the first of them.</summary>
    private static SigningKeyRow? SignerOf(IReadOnlyList<SigningKeyRow> rows, DateTimeOffset now) =>
        rows.Where(row => MaySign(row, now) && row.SignsFrom <= now).OrderByDescending(row => row.SignsFrom).ThenBy(row => row.Kid, StringComparer.Ordinal).FirstOrDefault()
        ?? rows.Where(row => MaySign(row, now)).OrderBy(row => row.SignsFrom).ThenBy(row => row.Kid, StringComparer.Ordinal).FirstOrDefault();

    private static bool MaySign(SigningKeyRow row, DateTimeOffset now) => row.RetiredAt is not { } at || now < at;

    private static SigningKeyRow NewRow(DateTimeOffset now, DateTimeOffset signsFrom)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(EcJwk.ThumbprintOf(key), key.ExportPkcs8PrivateKey(), now, signsFrom, RetiredAt: null);
    }

    private SigningKey Known(SigningKeyRow row)
    {
        if (!_known.TryGetValue(row.Kid, out var key))
        {
            _known[row.Kid] = key = new(row);
        }

        return key;
    }

    public void Dispose()
    {
        _loading.Dispose();
        foreach (var key in _known.Values)
        {
            key.Dispose();
        }
    }
}

/// <param name="Signer">Signs now.</param>
/// <param name="Published">Public halves: the one that signs, the next one, and old ones until their tokens have lapsed.</param>
/// <param name="LoadAgainAt">When this view is too old.</param>
internal sealed record KeySet(SigningKey Signer, IReadOnlyList<JsonWebKey> Published, DateTimeOffset LoadAgainAt);

/// <summary>A signing key in memory.</summary>
internal sealed class SigningKey : IDisposable
{
    private readonly ECDsa _key;

    public SigningKey(SigningKeyRow row)
    {
        _key = EcJwk.KeyOf(row.Pkcs8);
        Public = EcJwk.Of(_key);
        var thumbprint = EcJwk.ThumbprintOf(Public);
        if (thumbprint != row.Kid)
        {
            _key.Dispose();
            throw new CryptographicException("A signing key in the store does not belong to its id.");
        }

        Public.Kid = thumbprint;
        Public.Alg = SecurityAlgorithms.EcdsaSha256;
        Public.Use = JsonWebKeyUseNames.Sig;
        Credentials = EcJwk.CredentialsOf(_key, thumbprint);
    }

    public string Kid => Public.Kid;
    public JsonWebKey Public { get; }
    public SigningCredentials Credentials { get; }

    public void Dispose() => _key.Dispose();
}
