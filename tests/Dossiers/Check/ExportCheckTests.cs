using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class ExportCheckOnSqliteTests(SqliteStore store) : ExportCheckTests(store);

public sealed class ExportCheckOnPostgresTests(PostgresStore store) : ExportCheckTests(store);

/// <summary>What a check was, and what it is when it comes back from the database.</summary>
public abstract class ExportCheckTests(TestStore store)
{
    [Fact]
    public async Task Of_CheckFromTheDatabase_IsTheSameAgain()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await desk.RecordAsync("2025-01-01", new ExemptionFact(Vrijstellingssoort.Gewoon, Desk.Day("2025-01-10"), [new Periode(Desk.Day("2025-01-10"), Desk.Day("2025-02-28"))], null));
        await desk.RecordAsync("2025-03-11", new CohabitantFact("Jan", Relatie.Ouder, Euro.Of(14_000m), LivesHere: true, Counted: true, FamilyBenefitsForApplicantPerYear: Euro.Zero, ReceivesLeefloon: false));
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000.10m));
        await desk.CheckAsync("2025-03");
        var check = await desk.CurrentAsync("2025-03");

        Assert.Equal(2, check.Result!.Segmenten.Count);
        Assert.Equal(new VerifyOutput("same\n", 0, null), Verify.Run(ExportCheck.Of(check)!));
    }

    [Fact]
    public async Task Of_CheckWithoutCalculation_IsNothing()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await desk.CheckAsync("2025-03");

        Assert.Null(ExportCheck.Of(await desk.CurrentAsync("2025-03")));
    }
}
