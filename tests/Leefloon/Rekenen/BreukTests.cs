using CsCheck;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class BreukTests
{
    [Fact]
    public void Delen_EenDerdeDrieKeer_IsWeerEen()
    {
        Breuk een = 1;
        var derde = een / 3;

        Assert.True(derde + derde + derde == een);
        Assert.Equal(een.GetHashCode(), (derde + derde + derde).GetHashCode());
        Assert.NotEqual(1m, 1m / 3 * 3);
    }

    [Theory]
    [InlineData("0.005", 1)]
    [InlineData("0.0049999999", 0)]
    [InlineData("1.115", 112)]
    [InlineData("-0.005", -1)]
    [InlineData("123456789012.345", 12345678901235)]
    public void OpDeCent_HalveCent_NaarBoven(string bedrag, long cent) =>
        Assert.Equal(cent, ((Breuk)decimal.Parse(bedrag, System.Globalization.CultureInfo.InvariantCulture)).OpDeCent.Cents);

    [Fact]
    public void OpDeCent_HalveCentUitDerden_NaarBoven() =>
        // 0,015 / 3 = 0,005: een som van derden die net een halve cent is.
        Assert.Equal(Euro.Of(0.01m), ((Breuk)0.015m / 3).OpDeCent);

    [Fact]
    public void Standaardwaarde_IsNul()
    {
        Assert.True(default(Breuk).IsNul);
        Assert.Equal(Breuk.Nul, default);
        Assert.Equal(0m, default(Breuk).AlsDecimaal);
        Assert.Equal((Breuk)2, default(Breuk) + 2);
    }

    [Fact]
    public void Delen_DoorNul_Gooit() => Assert.Throws<ArgumentOutOfRangeException>(() => (Breuk)1 / 0);

    [Fact]
    public void AlsDecimaal_GroteNoemer_BlijftLeesbaar()
    {
        var breuk = (Breuk)1;
        for (var n = 0; n < 40; n++)
        {
            breuk = breuk / 31 * 30;
        }

        Assert.Equal(0.2693906m, decimal.Round(breuk.AlsDecimaal, 7));
    }

    [Fact]
    public void Rekenen_MetBedragen_IsZoalsMetDecimalen() =>
        Gen.Select(Gen.Decimal[-1_000_000m, 1_000_000m], Gen.Decimal[-1_000_000m, 1_000_000m], Gen.Int[1, 400]).Sample((a, b, n) =>
        {
            (a, b) = (decimal.Round(a, 2), decimal.Round(b, 2));
            Assert.Equal(a + b, ((Breuk)a + b).AlsDecimaal);
            Assert.Equal(a - b, ((Breuk)a - b).AlsDecimaal);
            Assert.Equal(a * b, ((Breuk)a * b).AlsDecimaal);
            Assert.Equal(decimal.Round(a / n, 15), decimal.Round(((Breuk)a / n).AlsDecimaal, 15));
            Assert.Equal(a < b, (Breuk)a < b);
            Assert.Equal(a.CompareTo(b), ((Breuk)a).CompareTo(b));
            Assert.Equal(Math.Max(a, b), Breuk.Max(a, b).AlsDecimaal);
            Assert.True((Breuk)a / n * n == a);
        });
}
