using System.Text;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class LetterTests
{
    private const string Goed = """{"month":"2025-03","category":2,"right":{"from":"2024-11-01"}}""";

    private static LetterOutput Run(string json, Taal taal = Taal.Nederlands) => Letter.Run(Encoding.UTF8.GetBytes(json), taal);

    [Fact]
    public void EenGeval_EenBrief()
    {
        var uitvoer = Run(Goed, Taal.Frans);

        Assert.Equal(0, uitvoer.ExitCode);
        Assert.Empty(uitvoer.Messages);
        Assert.StartsWith("Votre revenu d'intégration pour mars 2025\n====", uitvoer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void TweeGevallen_TweeBrievenMetEenLijnErtussen() => Assert.Equal(2, Run($"[{Goed},{Goed}]").Text.Split("\n-----------------------------------").Length);

    [Fact]
    public void GeweigerdGeval_GeenBriefEnDeReden()
    {
        var uitvoer = Run("""[{"month":"2025-03","category":2,"rigt":{}},GOED,{"month":"2001-03","category":2,"right":{"from":"2024-11-01"}}]""".Replace("GOED", Goed, StringComparison.Ordinal));

        Assert.Equal(1, uitvoer.ExitCode);
        Assert.Equal(2, uitvoer.Messages.Count);
        Assert.StartsWith("Geval 1, /rigt: ", uitvoer.Messages[0], StringComparison.Ordinal);
        Assert.StartsWith("Geval 3, /month: ", uitvoer.Messages[1], StringComparison.Ordinal);
        Assert.StartsWith("Uw leefloon voor maart 2025", uitvoer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("-----------------------------------", uitvoer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void GeenJson_Status2()
    {
        var uitvoer = Run("{");

        Assert.Equal((2, ""), (uitvoer.ExitCode, uitvoer.Text));
        Assert.StartsWith("De invoer is geen JSON.", Assert.Single(uitvoer.Messages), StringComparison.Ordinal);
    }
}
