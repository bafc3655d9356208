using SolidLoonfiches.Loonfiches;
using static SolidLoonfiches.Leefloon.Tests.Gevallen;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class MaanddagenTests
{
    [Theory]
    [InlineData("2025-03", "2025-03-01", "2025-03-31", 31)]
    [InlineData("2025-02", "2025-01-01", "2025-12-31", 28)]
    [InlineData("2024-02", "0001-01-01", "9999-12-31", 29)]
    [InlineData("2025-03", "2025-03-31", "2025-04-30", 1)]
    [InlineData("2025-03", "2025-02-01", "2025-03-01", 1)]
    [InlineData("2025-03", "2025-04-01", "2025-04-30", 0)]
    [InlineData("2025-03", "2025-02-01", "2025-02-28", 0)]
    [InlineData("2025-03", "2025-03-20", "2025-03-10", 0)]
    public void Van_Periode_EnkelHaarDagenInDeMaand(string maand, string van, string tot, int aantal)
    {
        var m = Maand.Parse(maand);
        var dagen = Maanddagen.Van(m, Dag(van), Dag(tot));

        Assert.Equal(aantal, dagen.Aantal);
        Assert.All(Enumerable.Range(1, m.Days), nummer =>
        {
            var dag = m.FirstDay.AddDays(nummer - 1);
            Assert.Equal(Dag(van) <= dag && dag <= Dag(tot), dagen.Bevat(nummer));
        });
    }

    [Fact]
    public void AlsPerioden_DagenMetEenGat_TweePerioden()
    {
        var maart = Maand.Parse("2025-03");
        var dagen = Maanddagen.Van(maart, [Periode("2025-02-20", "2025-03-02"), Periode("2025-03-03", "2025-03-03"), Periode("2025-03-30")]);

        Assert.Equal([Periode("2025-03-01", "2025-03-03"), Periode("2025-03-30", "2025-03-31")], dagen.AlsPerioden(maart));
        Assert.Empty(default(Maanddagen).AlsPerioden(maart));
        Assert.Equal([Periode("2025-03-02", "2025-03-02")], Maanddagen.Een(2).AlsPerioden(maart));
    }
}
