using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SolidLoonfiches.Dossiers;

/// <summary>The records in one SQLite file; its migrations are in <c>Migrations/Sqlite</c>.</summary>
public sealed class SqliteDossierDb(DbContextOptions<SqliteDossierDb> options) : DossierDb(options);

/// <summary>For <c>dotnet ef</c> alone: it compares models and opens no file.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDossierDb>
{
    public SqliteDossierDb CreateDbContext(string[] args) =>
        new((DbContextOptions<SqliteDossierDb>)new DbContextOptionsBuilder<SqliteDossierDb>().UseRecords(new StorageOptions { Provider = "Sqlite", ConnectionString = "Data Source=:memory:" }).Options);
}
