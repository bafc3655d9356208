using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class SigningKeyStoreOnSqliteTests(SqliteStore store) : SigningKeyStoreTests(store);

public sealed class SigningKeyStoreOnPostgresTests(PostgresStore store) : SigningKeyStoreTests(store);

public abstract class SigningKeyStoreTests(TestStore store)
{
    private static readonly DateTimeOffset Now = new(2025, 8, 5, 4, 0, 0, TimeSpan.Zero);

    private static SigningKeyRow Key(string kid, int createdDay, int signsDay) => new(kid, [1, 2, 3, (byte)createdDay], Now.AddDays(createdDay), Now.AddDays(signsDay), null);

    [Fact]
    public async Task Add_FirstKey_IsKeptProtectedAndReadBackByAnotherNode()
    {
        await using var desk = await Desk.OpenAsync(store);
        Assert.True(await desk.Services.GetRequiredService<ISigningKeyStore>().TryAddAsync(Key("a", 0, 0), CancellationToken.None));
        Assert.NotEqual([1, 2, 3, 0], (await desk.QueryAsync(db => db.SigningKeys.SingleAsync())).ProtectedPkcs8);

        await using var node = new ServiceCollection().AddLogging().AddDossiers(desk.Storage).BuildServiceProvider();
        var key = Assert.Single(await node.GetRequiredService<ISigningKeyStore>().LoadAsync(CancellationToken.None));
        Assert.Equal(("a", Now, Now, null), (key.Kid, key.CreatedAt, key.SignsFrom, key.RetiredAt));
        Assert.Equal([1, 2, 3, 0], key.Pkcs8);
    }

    [Fact]
    public async Task Add_WhereAnotherNodeWasFirst_IsRefused()
    {
        await using var desk = await Desk.OpenAsync(store);
        var keys = desk.Services.GetRequiredService<ISigningKeyStore>();

        var firsts = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => keys.TryAddAsync(Key("first-" + n, 0, 0), CancellationToken.None))));
        Assert.Single(firsts, added => added);

        // Turning to the next key: it is published before it signs, and there is one such key at most.
        var nexts = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => keys.TryAddAsync(Key("next-" + n, 80, 83), CancellationToken.None))));
        Assert.Single(nexts, added => added);
        Assert.Equal(2, (await keys.LoadAsync(CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Retire_ASecondTime_KeepsTheFirstMoment()
    {
        await using var desk = await Desk.OpenAsync(store);
        var keys = desk.Services.GetRequiredService<ISigningKeyStore>();
        await keys.TryAddAsync(Key("a", 0, 0), CancellationToken.None);

        await keys.RetireAsync("a", Now.AddDays(90), CancellationToken.None);
        await keys.RetireAsync("a", Now.AddDays(91), CancellationToken.None);

        Assert.Equal(Now.AddDays(90), Assert.Single(await keys.LoadAsync(CancellationToken.None)).RetiredAt);
        Assert.True(await keys.TryAddAsync(Key("b", 91, 91), CancellationToken.None));
    }
}
