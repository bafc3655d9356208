using Microsoft.Extensions.Time.Testing;

namespace SolidLoonfiches.Vault.Tests;

public sealed class SigningKeysTests
{
    private static readonly TimeSpan Rotate = TimeSpan.FromDays(30);
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 18, 0, 0, TimeSpan.Zero));
    private readonly MemoryKeyStore _store = new();

    [Fact]
    public async Task CurrentAsync_VeryFirstStart_SignsAtOnceWithAPersistedKey()
    {
        var set = await Current();
        var row = Assert.Single(_store.Rows);
        Assert.Equal(row.Kid, set.Signer.Kid);
        Assert.Equal(_clock.GetUtcNow(), row.SignsFrom);
        Assert.Equal(row.Kid, Assert.Single(set.Published).Kid);

        // A restart, and another node: the same key.
        using var restarted = new SigningKeys(_store, Rotate, _clock);
        Assert.Equal(row.Kid, (await restarted.CurrentAsync(CancellationToken.None)).Signer.Kid);
        Assert.Single(_store.Rows);
    }

    [Fact]
    public async Task CurrentAsync_Rotation_NextPublishedBeforeItSignsAndOldOneAfter()
    {
        using var keys = new SigningKeys(_store, Rotate, _clock);
        var old = (await keys.CurrentAsync(CancellationToken.None)).Signer.Kid;
        var publishedSince = default(DateTimeOffset?);
        var signsSince = default(DateTimeOffset?);
        var goneSince = default(DateTimeOffset?);
        _clock.Advance(Rotate - TimeSpan.FromMinutes(30));
        for (var minute = 0; minute < 180; minute++, _clock.Advance(TimeSpan.FromMinutes(1)))
        {
            var set = await keys.CurrentAsync(CancellationToken.None);
            Assert.Contains(set.Signer.Kid, set.Published.Select(key => key.Kid));
            publishedSince ??= set.Published.Any(key => key.Kid != old) ? _clock.GetUtcNow() : null;
            signsSince ??= set.Signer.Kid != old ? _clock.GetUtcNow() : null;
            goneSince ??= set.Published.All(key => key.Kid != old) ? _clock.GetUtcNow() : null;
        }

        Assert.Equal(2, _store.Rows.Count);
        Assert.InRange(signsSince!.Value - publishedSince!.Value, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(15));
        Assert.InRange(goneSince!.Value - signsSince.Value, ServiceIdentity.TokenLifetime + TimeSpan.FromMinutes(5), TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task CurrentAsync_SleptPastTheAge_OldKeySignsUntilTheNextWasPublishedLongEnough()
    {
        var old = (await Current()).Signer.Kid;
        _clock.Advance(TimeSpan.FromDays(90));
        var set = await Current();
        Assert.Equal(old, set.Signer.Kid);
        Assert.Equal(2, set.Published.Count);
        _clock.Advance(SigningKeys.PublishedAhead);
        Assert.NotEqual(old, (await Current()).Signer.Kid);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CurrentAsync_TwoNodesAtOnce_BothSignWithTheSameKey(bool storeAcceptsBoth)
    {
        _store.AcceptsAll = storeAcceptsBoth;
        using var one = new SigningKeys(_store, Rotate, _clock);
        using var other = new SigningKeys(_store, Rotate, _clock);
        _store.BeforeAdd = () => other.CurrentAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        await one.CurrentAsync(CancellationToken.None);
        _clock.Advance(SigningKeys.LoadEvery);
        Assert.Equal((await one.CurrentAsync(CancellationToken.None)).Signer.Kid, (await other.CurrentAsync(CancellationToken.None)).Signer.Kid);

        // And again at the rotation, where it matters: from the first second on, with both keys published by both.
        _clock.Advance(Rotate - SigningKeys.PublishedAhead);
        _store.BeforeAdd = () => other.CurrentAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        await one.CurrentAsync(CancellationToken.None);
        _clock.Advance(SigningKeys.PublishedAhead);
        var (ones, others) = (await one.CurrentAsync(CancellationToken.None), await other.CurrentAsync(CancellationToken.None));
        Assert.Equal(ones.Signer.Kid, others.Signer.Kid);
        Assert.Equal(ones.Published.Select(k => k.Kid), others.Published.Select(k => k.Kid));
        Assert.Single(_store.Rows, row => row.RetiredAt is null);
    }

    [Fact]
    public async Task CurrentAsync_EveryKeyRetiredByHand_NewOneAtOnce()
    {
        var old = (await Current()).Signer.Kid;
        await _store.RetireAsync(old, _clock.GetUtcNow(), CancellationToken.None);
        Assert.NotEqual(old, (await Current()).Signer.Kid);
    }

    [Fact]
    public async Task CurrentAsync_CalledOften_LoadsOncePerHalfMinute()
    {
        using var keys = new SigningKeys(_store, Rotate, _clock);
        await keys.CurrentAsync(CancellationToken.None);
        var loads = _store.Loads;
        for (var i = 0; i < 29; i++, _clock.Advance(TimeSpan.FromSeconds(1)))
        {
            await keys.CurrentAsync(CancellationToken.None);
        }

        Assert.Equal(loads, _store.Loads);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await keys.CurrentAsync(CancellationToken.None);
        Assert.Equal(loads + 1, _store.Loads);
    }

    [Fact]
    public async Task CurrentAsync_KeyThatIsNotItsId_Throws()
    {
        await Current();
        var row = _store.Rows[0];
        var swapped = new MemoryKeyStore();
        await swapped.TryAddAsync(row with { Kid = "another" }, CancellationToken.None);
        using var keys = new SigningKeys(swapped, Rotate, _clock);
        await Assert.ThrowsAsync<System.Security.Cryptography.CryptographicException>(() => keys.CurrentAsync(CancellationToken.None).AsTask());
    }

    /// <summary>As a node that was just started sees it.</summary>
    private async Task<KeySet> Current()
    {
        using var keys = new SigningKeys(_store, Rotate, _clock);
        return await keys.CurrentAsync(CancellationToken.None);
    }
}
