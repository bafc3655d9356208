using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SolidLoonfiches.Dossiers;

/// <summary>The records in a PostgreSQL database; its migrations are in <c>Migrations/Postgres</c>.</summary>
public sealed class PostgresDossierDb(DbContextOptions<PostgresDossierDb> options) : DossierDb(options);

/// <summary>For <c>dotnet ef</c> alone: it compares models and connects to nothing.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDossierDb>
{
    public PostgresDossierDb CreateDbContext(string[] args) =>
        new((DbContextOptions<PostgresDossierDb>)new DbContextOptionsBuilder<PostgresDossierDb>().UseRecords(new StorageOptions { Provider = "Postgres", ConnectionString = "Host=localhost" }).Options);
}
