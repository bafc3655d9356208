using System.Globalization;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

/// <summary>What the law gets of the facts of one month.</summary>
public sealed class MonthFactsTests
{
    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static FactEntry Entry(string from, Fact value) => new()
    {
        Id = Guid.NewGuid(),
        DossierId = Guid.Empty,
        From = Day(from),
        Value = value,
        Evidence = "gezien",
        RecordedBy = "sub-1",
        RecordedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
    };

    /// <summary>A file that runs since 2024, with a parent whom the OCMW did not count under the old art. 34 KB.</summary>
    private static Geval RunningFile(string month, params FactEntry[] more)
    {
        var facts = DossierFacts.From(
        [
            Entry("2024-11-01", new CategoryFact(Categorie.Samenwonend)),
            Entry("2024-11-01", new RightFact(null)),
            Entry("2024-11-01", new CohabitantFact("moeder", Relatie.Ouder, Euro.Of(20000m), false, Euro.Zero, false, true)),
            .. more,
        ]);
        return MonthFacts.Of(facts, Maand.Parse(month), [], [], Beleid.Standaard).Geval!;
    }

    private static Euro Amount(Geval geval) => Assert.IsType<Uitkomst.Berekend>(AanvullendLeefloon.Bereken(geval)).Resultaat.Bedrag;

    [Fact]
    public void ReviewedOn_RunningFileWithoutReview_IsTheStartOfTheRightAndKeepsTheOldArticle34()
    {
        var geval = RunningFile("2026-04");

        Assert.Equal(Day("2024-11-01"), geval.HerzienOp);
        Assert.Equal(Euro.Of(893.65m), Amount(geval));
    }

    [Fact]
    public void ReviewedOn_ReviewUnderTheNewArticle34_CountsTheParentFromThatMonth()
    {
        var review = Entry("2026-04-10", new ReviewFact());

        Assert.Equal(Day("2024-11-01"), RunningFile("2026-03", review).HerzienOp);
        Assert.Equal(Day("2026-04-10"), RunningFile("2026-04", review).HerzienOp);
        Assert.True(Amount(RunningFile("2026-04", review)) < Amount(RunningFile("2026-03", review)));
    }

    [Fact]
    public void ReviewedOn_RightThatBeganAnew_IsANewDecision()
    {
        var facts = DossierFacts.From(
        [
            Entry("2024-11-01", new CategoryFact(Categorie.Alleenstaand)),
            Entry("2024-11-01", new RightFact(Day("2026-02-10"))),
            Entry("2026-03-05", new RightFact(null)),
        ]);

        Assert.Equal(Day("2026-03-05"), MonthFacts.Of(facts, Maand.Parse("2026-03"), [], [], Beleid.Standaard).Geval!.HerzienOp);
        Assert.Equal(Day("2024-11-01"), MonthFacts.Of(facts, Maand.Parse("2026-02"), [], [], Beleid.Standaard).Geval!.HerzienOp);
    }
}
