using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class DossierDbOnSqliteTests(SqliteStore store) : DossierDbTests(store);

public sealed class DossierDbOnPostgresTests(PostgresStore store) : DossierDbTests(store);

public abstract class DossierDbTests(TestStore store)
{
    [Fact]
    public async Task Migrate_OnAnEmptyDatabase_LeavesNoDifferenceWithTheModel()
    {
        await using var services = new ServiceCollection().AddDossiers(await store.CreateEmptyAsync()).BuildServiceProvider();
        await DossierServices.MigrateAsync(services, CancellationToken.None);
        await DossierServices.MigrateAsync(services, CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DossierDb>();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Empty(await db.Dossiers.ToListAsync());
    }
}
