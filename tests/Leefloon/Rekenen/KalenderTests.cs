using static SolidLoonfiches.Leefloon.Tests.Gevallen;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class KalenderTests
{
    [Theory]
    [InlineData("2025-01-10", 3, "2025-04-10")]
    [InlineData("2024-11-30", 3, "2025-03-01")]
    [InlineData("2023-11-30", 3, "2024-03-01")]
    [InlineData("2023-11-29", 3, "2024-02-29")]
    [InlineData("2025-01-31", 3, "2025-05-01")]
    [InlineData("2020-02-29", 72, "2026-03-01")]
    [InlineData("2018-02-28", 72, "2024-02-28")]
    [InlineData("9900-06-15", 72, "9906-06-15")]
    [InlineData("9999-12-31", 72, "9999-12-31")]
    public void ZelfdeDagLater_DagDieNietBestaat_EersteVanDeMaandDaarna(string dag, int maanden, string later) =>
        Assert.Equal(Dag(later), Kalender.ZelfdeDagLater(Dag(dag), maanden));

    [Fact]
    public void AantalDagenVoor_OverlappendePerioden_ElkeDagEenKeerEnEnkelVoorDeGrens() =>
        Assert.Equal(31 + 10, Kalender.AantalDagenVoor(Dag("2025-03-01"),
            [Periode("2025-02-19", "2025-03-05"), Periode("2025-01-01", "2025-01-31"), Periode("2025-01-05", "2025-01-06"), Periode("2025-01-20", "2025-01-31"), Periode("2025-04-01")]));

    [Fact]
    public void AantalDagenVoor_PeriodeZonderEinde_TotDeGrens() =>
        Assert.Equal(28, Kalender.AantalDagenVoor(Dag("2025-03-01"), [Periode("2025-02-01")]));
}
