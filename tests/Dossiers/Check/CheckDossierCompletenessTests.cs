namespace SolidLoonfiches.Dossiers.Tests;

public sealed class CheckDossierCompletenessOnSqliteTests(SqliteStore store) : CheckDossierCompletenessTests(store);

public sealed class CheckDossierCompletenessOnPostgresTests(PostgresStore store) : CheckDossierCompletenessTests(store);

/// <summary>No wage twice, none forgotten: what the vault or the records do that nobody would plan.</summary>
public abstract class CheckDossierCompletenessTests(TestStore store)
{
    [Fact]
    public async Task Run_OldMonthByHandFindsACorrectionOfALaterOne_ChecksTheLaterOneToo()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        foreach (var month in new[] { "2025-03", "2025-04", "2025-05" })
        {
            desk.Source.Put(Slips.Usable(month, month, 1000m));
            await desk.CheckAsync(month);
        }

        desk.Source.Put(Slips.Usable("2025-05-verbeterd", "2025-05", 800m, corrects: "2025-05"));
        await desk.CheckAsync("2025-03");
        desk.Source.Put(Slips.Usable("2025-06", "2025-06", 1000m));
        await desk.CheckAsync("2025-06");

        Assert.Equal(800m, Assert.Single((await desk.CurrentAsync("2025-05")).Geval!.Lonen).Nettoloon);
        Assert.Contains((await desk.CurrentAsync("2025-05")).Findings, f => f.Code == "correctedSlip");
    }
}
