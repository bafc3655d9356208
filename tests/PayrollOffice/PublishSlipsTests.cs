namespace SolidLoonfiches.PayrollOffice;

public sealed class PublishSlipsTests
{
    [Fact]
    public async Task Run_BadRows_AreReportedByNumberAndDoNotStopTheRest()
    {
        using var stand = new PublishStand();
        var json = $"""
            [ {PublishStand.Row("1")},
              {PublishStand.Row("2", "2500.01")},
              {PublishStand.Row("3", more: ", \"netpaid\": 3, \"bonus\": 1")},
              {PublishStand.Row("4", more: ", \"deductions\": 0.001")},
              null,
              {PublishStand.Row("1")},
              {PublishStand.Row("7", "-10.00")},
              {PublishStand.Row("8").Replace("85073003328", "85073003329", StringComparison.Ordinal)},
              {PublishStand.Row("9")} ]
            """;

        var result = await stand.RunAsync(json);

        Assert.Equal(new PublishResult(2, 0, 7), result);
        var errors = stand.Errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["row 2", "row 3", "row 4", "row 5", "row 6", "row 7", "row 8"], errors.Select(line => line[..5]));
        Assert.Contains("arithmetic:nettoloon", errors[0], StringComparison.Ordinal);
        Assert.Contains("$.deductions", errors[2], StringComparison.Ordinal);
        Assert.Contains("earlier row", errors[4], StringComparison.Ordinal);
        Assert.Contains("takeBack", errors[5], StringComparison.Ordinal);
        Assert.Contains("$.worker", errors[6], StringComparison.Ordinal);
        Assert.DoesNotContain("8507300332", stand.Errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("2500", stand.Errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Again_AsksNothingForWhatWasPublished()
    {
        using var stand = new PublishStand();
        await stand.RunAsync($"[{PublishStand.Row("1")}]");

        // As a server answers an office that may only append, for a name that is taken.
        stand.Answer(403);
        var again = await stand.RunAsync($"[{PublishStand.Row("1")}, {PublishStand.Row("2")}]");

        Assert.Equal(new PublishResult(0, 1, 1), again);
        Assert.Equal(2, stand.Asked.Count);
        Assert.DoesNotContain("http", await File.ReadAllTextAsync(stand.Journal, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_StoppedWithinALineOfTheJournal_GoesOnWithoutLosingTheNext()
    {
        using var stand = new PublishStand();
        await stand.RunAsync($"[{PublishStand.Row("1")}, {PublishStand.Row("2")}]");
        var journal = await File.ReadAllTextAsync(stand.Journal, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(stand.Journal, journal[..^20], TestContext.Current.CancellationToken);
        stand.Answer(412);

        Assert.Equal(new PublishResult(0, 2, 0), await stand.RunAsync($"[{PublishStand.Row("1")}, {PublishStand.Row("2")}]"));
        Assert.Equal(3, stand.Asked.Count);
        stand.Answer(403);
        Assert.Equal(new PublishResult(0, 2, 0), await stand.RunAsync($"[{PublishStand.Row("1")}, {PublishStand.Row("2")}]"));
    }

    [Fact]
    public async Task Run_Csv_IsPublishedAndBadRowsAreReported()
    {
        using var stand = new PublishStand();

        var result = await stand.RunAsync(
            """
            container,reference,employer,worker,periodFrom,periodTo,paidOn,gross,socialSecurity,withholdingTax,nettoloon,netPaid
            CONTAINER,1,0123456749,85073003328,2026-10-01,2026-10-31,2026-10-30,2500.00,326.75,245.12,1928.13,1928.13
            CONTAINER,2,0123456749,85073003328,2026-10-01,2026-10-31,2026-10-30,2500.00,326.75,245.12
            CONTAINER,3,0123456749,85073003328,2026-10-01,2026-10-31,2026-10-30,2500.00,326.75,245.12,1928.13,1928.13
            """,
            csv: true);

        Assert.Equal(new PublishResult(2, 0, 1), result);
        Assert.StartsWith("row 2, line 3: ", stand.Errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FileThatBreaksOff_PublishesWhatCameBeforeAndSaysWhere()
    {
        using var stand = new PublishStand();

        var result = await stand.RunAsync($"[{PublishStand.Row("1")},\n{PublishStand.Row("2")},\n{{ \"reference\": ");

        Assert.Equal(1, result.Failed);
        Assert.Contains("cannot be read from here on", stand.Errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoContainerAnywhere_IsABadRow()
    {
        using var stand = new PublishStand();

        var result = await stand.RunAsync($"[{PublishStand.Row("1").Replace("\"container\": \"CONTAINER\",", "", StringComparison.Ordinal)}]");

        Assert.Equal(new PublishResult(0, 0, 1), result);
        Assert.Contains("$.container", stand.Errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TakeBackSaidSo_IsPublished()
    {
        using var stand = new PublishStand();
        var row = PublishStand.Row("1", "-150.00", ", \"takeBack\": true")
            .Replace("326.75", "-19.61", StringComparison.Ordinal).Replace("245.12", "-31.20", StringComparison.Ordinal).Replace("1928.13", "-99.19", StringComparison.Ordinal);

        Assert.Equal(new PublishResult(1, 0, 0), await stand.RunAsync($"[{row}]"));
        Assert.Contains("lf:TakeBack", Assert.Single(stand.Asked).Body, StringComparison.Ordinal);
    }
}
