using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SolidLoonfiches.Dossiers;

/// <summary>The database, whichever it is.</summary>
public static class Records
{
    /// <summary>The one place that says how a context reaches its database, at run time and for <c>dotnet ef</c>.</summary>
    internal static DbContextOptionsBuilder UseRecords(this DbContextOptionsBuilder builder, StorageOptions storage)
    {
        builder = storage.Provider switch
        {
            // A list goes along as one parameter, as with PostgreSQL: with one for each member EF would write the statement anew each time.
            "Sqlite" => builder.UseSqlite(storage.ConnectionString, sqlite => sqlite.CommandTimeout(BusySeconds).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)),
            "Postgres" => builder.UseNpgsql(storage.ConnectionString),
            var other => throw new ArgumentException($"Storage:Provider is Sqlite or Postgres, not '{other}'.", nameof(storage)),
        };
        return builder.UseSnakeCaseNamingConvention();
    }

    /// <summary>True where a row with this key is there already: another node or process wrote it first.</summary>
    public static bool IsUniqueViolation(this DbUpdateException failure) => failure.InnerException switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey,
        _ => false,
    };

    /// <summary>True where another run got in between and the same work, begun again, will see what it wrote.</summary>
    internal static bool IsLostRace(this Exception failure) => failure switch
    {
        // Npgsql wraps what another try may mend, a deadlock too.
        InvalidOperationException { InnerException: DbUpdateException inside } => inside.IsLostRace(),
        DbUpdateConcurrencyException => true,
        DbUpdateException update => update.IsUniqueViolation() || update.IsDeadlock(),
        _ => false,
    };

    /// <summary>True where others wrote the same rows in another order, and this work was chosen to give way.</summary>
    internal static bool IsDeadlock(this Exception failure) =>
        (failure as PostgresException ?? failure.InnerException) is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    /// <summary>
    /// The service, the command line and the stand may have one SQLite file open at the same time: a writer waits this long for
    /// the other's commit (Microsoft.Data.Sqlite tries again until the command's timeout). Transactions of EF start as
    /// writers (BEGIN IMMEDIATE), so that none finds out half-way that it read an older state.
    /// </summary>
    private const int BusySeconds = 60;

    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;
}
