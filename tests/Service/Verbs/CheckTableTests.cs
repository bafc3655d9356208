using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Tests.Verbs;

public sealed class CheckTableTests
{
    private static readonly Maand October = new(2026, 10);

    [Fact]
    public void Write_EveryOutcome_HasItsRowAndFailuresTheirLine()
    {
        var text = CheckTable.Write(
            "OCMW Gent",
            October,
            Report(Month(CheckOutcome.Changed, 700m, 503.51m, "Wim", true, new Finding("newSlip", "…"), new Finding("newSlip", "…")), Month(CheckOutcome.Unchanged, 503.51m, 503.51m, null, false)),
            dryRun: false);
        Assert.Contains("2026-0002  2026-10  Nieuw bedrag", text, StringComparison.Ordinal);
        Assert.Contains("700,00 -> 503,51", text, StringComparison.Ordinal);
        Assert.Contains("nieuwe loonfiche (2x)", text, StringComparison.Ordinal);
        Assert.Contains("Niets nieuws (stond al: niets veranderd)", text, StringComparison.Ordinal);
        Assert.Contains("Mislukt: dossier 2026-0009: de databank weigerde", text, StringComparison.Ordinal);
        Assert.DoesNotContain("dry-run", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_DryRun_SaysWhoWouldBeToldAndThatNothingWasWritten()
    {
        var text = CheckTable.Write("OCMW Gent", October, Report(Month(CheckOutcome.Changed, null, 1m, "Wim", true)), dryRun: true);
        Assert.Contains("zou zijn: Wim", text, StringComparison.Ordinal);
        Assert.Contains("geen -> 1,00", text, StringComparison.Ordinal);
        Assert.Contains("er is niets geschreven", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ADossierThatWasNotOpen_SaysThatNothingWasRead()
    {
        var report = Report();
        var text = CheckTable.Write("OCMW Gent", October, report with { Dossiers = [report.Dossiers[0] with { NotOpen = DossierStatus.Suspended }] }, dryRun: false);
        Assert.Contains("2026-0002  2026-10  Niet gelezen: het dossier is opgeschort", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 3, 1, 2 }, 2)]
    [InlineData(new[] { 4, 1, 2, 3 }, 2.5)]
    [InlineData(new[] { 7 }, 7)]
    public void Median_OfSeconds_IsTheMiddle(int[] seconds, double median) =>
        Assert.Equal(TimeSpan.FromSeconds(median), CheckTable.Median([.. seconds.Select(second => TimeSpan.FromSeconds(second))]));

    [Fact]
    public void WriteTimings_EachDossier_AndTheMedian()
    {
        var text = CheckTable.WriteTimings(Report(Month(CheckOutcome.Unchanged, null, null, null, false)));
        Assert.Contains("2026-0002", text, StringComparison.Ordinal);
        Assert.Contains("mediaan", text, StringComparison.Ordinal);
        Assert.Contains("21.0", text, StringComparison.Ordinal);
    }

    private static RunMonth.Report Report(params MonthReport[] months)
    {
        var second = TimeSpan.FromMilliseconds(3.5);
        return new(
            Guid.NewGuid(),
            [new CheckDossier.Report(Guid.NewGuid(), "2026-0002", months, new CheckTimings(second, second, second, second, second, second, second * 6))],
            [("2026-0009", "de databank weigerde")]);
    }

    private static MonthReport Month(CheckOutcome outcome, decimal? old, decimal? @new, string? told, bool isNew, params Finding[] findings) =>
        new(October, outcome, old is { } was ? Euro.Of(was) : null, @new is { } now ? Euro.Of(now) : null, findings, isNew, told);
}
