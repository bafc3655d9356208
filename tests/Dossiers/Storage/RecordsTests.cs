using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class RecordsTests
{
    private static PostgresException Postgres(string state) => new("", "ERROR", "ERROR", state);

    [Theory]
    [InlineData(PostgresErrorCodes.DeadlockDetected, true)]
    [InlineData(PostgresErrorCodes.SerializationFailure, true)]
    [InlineData(PostgresErrorCodes.UniqueViolation, true)]
    [InlineData(PostgresErrorCodes.ForeignKeyViolation, false)]
    [InlineData(PostgresErrorCodes.DiskFull, false)]
    public void IsLostRace_AsEntityFrameworkThrowsItAndAsNpgsqlWrapsIt_IsTheSame(string state, bool lost)
    {
        var failure = new DbUpdateException("", Postgres(state));

        Assert.Equal(lost, failure.IsLostRace());
        Assert.Equal(lost, new InvalidOperationException("", failure).IsLostRace());
    }

    [Fact]
    public void IsLostRace_SomethingElse_IsNot()
    {
        Assert.True(new DbUpdateConcurrencyException().IsLostRace());
        Assert.False(new InvalidOperationException("", Postgres(PostgresErrorCodes.DeadlockDetected)).IsLostRace());
        Assert.False(new InvalidOperationException().IsLostRace());
    }
}
