using System.Numerics;
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

    /// <summary>Over de grens van 64 bits heen en terug: dezelfde waarde als met getallen zonder grens.</summary>
    [Fact]
    public void Rekenen_GroteGetallen_IsZoalsZonderGrens() =>
        Gen.Select(Gen.Long, Gen.Int[1, 1_000_000_007], Gen.Long[-100_000, 100_000], Gen.Int[1, int.MaxValue], Gen.Int[1, int.MaxValue]).Sample((a, n, b, m, k) =>
        {
            var (links, rechts) = ((Breuk)(decimal)a / n / m, (Breuk)(decimal)b / k / n);
            var (noemerLinks, noemerRechts) = ((BigInteger)n * m, (BigInteger)k * n);
            ZelfdeAls(links + rechts, (a * noemerRechts) + (b * noemerLinks), noemerLinks * noemerRechts);
            ZelfdeAls(links - rechts, (a * noemerRechts) - (b * noemerLinks), noemerLinks * noemerRechts);
            ZelfdeAls(links * rechts, (BigInteger)a * b, noemerLinks * noemerRechts);
            ZelfdeAls(links / k, a, noemerLinks * k);
            ZelfdeAls(-links, -(BigInteger)a, noemerLinks);
            Assert.Equal((a * noemerRechts).CompareTo(b * noemerLinks), links.CompareTo(rechts));
            Assert.True(links + rechts - rechts == links);
            Assert.True(links * m * n == (decimal)a);
            Assert.Equal(a == 0, links.IsNul);
            Assert.Equal(links.GetHashCode(), (links + rechts - rechts).GetHashCode());
        });

    [Fact]
    public void Min_KleinsteGetal_IsExact()
    {
        Breuk kleinste = long.MinValue;

        Assert.Equal(9223372036854775808m, (-kleinste).AlsDecimaal);
        Assert.True(-(-kleinste) == kleinste);
    }

    private static void ZelfdeAls(Breuk breuk, BigInteger teller, BigInteger noemer)
    {
        // Op acht decimalen, en met dezelfde afronding op de cent waar die in een Euro past.
        var schaal = BigInteger.Pow(10, 8);
        var verwacht = teller * schaal / noemer;
        Assert.InRange((BigInteger)decimal.Truncate(breuk.AlsDecimaal * 100_000_000m) - verwacht, -1, 1);
        var dubbel = (BigInteger.Abs(teller) * 200) + noemer;
        var cent = dubbel / (noemer * 2);
        if (cent < long.MaxValue)
        {
            Assert.Equal((long)(teller.Sign < 0 ? -cent : cent), breuk.OpDeCent.Cents);
        }
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

    /// <summary>1 / (2³¹ - 1)³: de noemer past niet in 64 bits.</summary>
    private static readonly Breuk Klein = (Breuk)1 / int.MaxValue / int.MaxValue / int.MaxValue;

    [Fact]
    public void Vergelijken_OverDeGrensVan64BitsHeen_NaarWaarde()
    {
        Assert.True(Klein > Breuk.Nul && Breuk.Nul < Klein && Klein < 1 && (Breuk)1 > Klein);
        Assert.True(-Klein < Breuk.Nul && Breuk.Nul > -Klein);
        Assert.True(Klein / 2 < Klein && Klein > Klein / 2);
        Assert.True(Klein == Klein * 1 && Klein != Klein / 2 && Klein != 0 && (Breuk)0 != Klein);
    }

    [Fact]
    public void Vergelijken_Gelijke_IsNietKleinerEnNietGroter()
    {
        Breuk een = 1;

        Assert.False(een < 1 || een > 1 || een != 1);
        Assert.True(een <= 1 && een >= 1 && een <= 2 && een >= 0);
        Assert.False(een <= 0 || een >= 2);
    }

    [Fact]
    public void Rekenen_OverDeGrensVan64BitsEnTerug_IsExact()
    {
        Assert.True((Klein - Klein).IsNul);
        Assert.False(Klein.IsNul);
        Assert.Equal((Breuk)1, Klein * int.MaxValue * int.MaxValue * int.MaxValue);
        Assert.Equal(Klein / int.MaxValue, Klein * ((Breuk)1 / int.MaxValue));
        Assert.Equal(Klein * Klein * int.MaxValue, Klein / int.MaxValue / int.MaxValue);
    }
}
