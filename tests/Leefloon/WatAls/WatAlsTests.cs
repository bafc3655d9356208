using CsCheck;
using SolidLoonfiches.Loonfiches;
using static SolidLoonfiches.Leefloon.Tests.Gevallen;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class WatAlsTests
{
    private static readonly Geval Voorbeeld = Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 1000m, new Looncomponent(ComponentKind.EcoCheque, 141m))) with { Vrijstelling = Gewoon("2025-01-10") };

    private static Loonkromme Kromme(Geval geval) => WatAls.Kromme(geval).Kromme!;

    private static Loonpunt Punt(decimal loon, decimal leefloon) => new(Euro.Of(loon), Euro.Of(leefloon));

    [Fact]
    public void Kromme_VoorbeeldVanHetContract_HeeftZijnKeerpuntenOpDeCent()
    {
        var kromme = Kromme(Voorbeeld);

        Assert.Equal((Maand.Parse("2025-03"), Dag("2025-02-01")), (kromme.Maand, kromme.Wetsversie));
        Assert.Equal(Punt(1141m, 503.51m), kromme.Nu);
        Assert.Equal(Euro.Of(1644.51m), kromme.Nu.Totaal);
        Assert.Equal(
            [
                (Keerpuntsoort.VrijstellingOp, Punt(309.48m, 1314.20m), Punt(309.49m, 1314.20m), 12 * 309.48m),
                (Keerpuntsoort.AlgemeneVrijstellingOp, Punt(330.31m, 1314.20m), Punt(330.32m, 1314.19m), 250m),
                (Keerpuntsoort.AlgemeneVrijstellingWeg, Punt(1623.68m, 20.83m), Punt(1623.69m, 0m), 250m),
                (Keerpuntsoort.LeefloonEindigt, Punt(1623.68m, 20.83m), Punt(1623.69m, 0m), (decimal?)null),
            ],
            kromme.Keerpunten.Select(k => (k.Soort, k.Net, k.Vanaf, k.PerJaar)));
        Assert.Equal([0m, 0.01m, 20.83m, 20.83m], kromme.Keerpunten.Select(k => k.Sprong.Amount));
        Assert.All(kromme.Keerpunten, k => Assert.Equal([Periode("2025-03-01", "2025-03-31")], k.Dagen));
    }

    [Fact]
    public void Kromme_Punten_LopenInVasteStappenVanNulTotVoorbijHetEinde()
    {
        var kromme = Kromme(Voorbeeld);

        Assert.Equal(Euro.Of(50m), kromme.Stap);
        Assert.Equal(Punt(0m, 1314.20m), kromme.Punten[0]);
        Assert.Equal(Punt(1800m, 0m), kromme.Punten[^1]);
        Assert.Equal(Enumerable.Range(0, 37).Select(n => n * 50m), kromme.Punten.Select(p => p.Loon.Amount).Where(loon => loon % 50 == 0));
        Assert.Equal(kromme.Punten.OrderBy(p => p.Loon).DistinctBy(p => p.Loon), kromme.Punten);
        Assert.Contains(kromme.Nu, kromme.Punten);
        Assert.All(kromme.Keerpunten, k => Assert.Contains(k.Net, kromme.Punten));
        Assert.All(kromme.Keerpunten, k => Assert.Contains(k.Vanaf, kromme.Punten));
    }

    [Theory]
    [InlineData(Categorie.Samenwonend, 87613, 1292)]
    [InlineData(Categorie.Alleenstaand, 131420, 2083)]
    [InlineData(Categorie.GezinTenLaste, 177607, 2584)]
    public void Kromme_ZonderVrijstelling_VerliestDeAlgemeneVrijstellingOpHetBedragVanDeCategorie(Categorie categorie, int laatste, int sprong)
    {
        var kromme = Kromme(Geval("2025-03", categorie));

        Assert.DoesNotContain(kromme.Keerpunten, k => k.Soort is Keerpuntsoort.VrijstellingOp);
        var weg = kromme.Keerpunten.Single(k => k.Soort is Keerpuntsoort.AlgemeneVrijstellingWeg);
        Assert.Equal((Euro.FromCents(laatste), Euro.FromCents(laatste + 1), Euro.FromCents(sprong)), (weg.Net.Loon, weg.Vanaf.Loon, weg.Sprong));
    }

    [Fact]
    public void Kromme_LoonInDeHelftVanDeMaand_HeeftKeerpuntenVanDieHelftEnGeenEinde()
    {
        var kromme = Kromme(Geval("2025-04", Categorie.Alleenstaand, LoonVan("2025-04-01", "2025-04-15", 300m)) with { Vrijstelling = Gewoon("2025-01-10") });

        Assert.Equal([Keerpuntsoort.VrijstellingOp, Keerpuntsoort.AlgemeneVrijstellingOp, Keerpuntsoort.AlgemeneVrijstellingWeg], kromme.Keerpunten.Select(k => k.Soort));
        Assert.Equal([154.74m, 165.15m, 811.84m], kromme.Keerpunten.Select(k => k.Net.Loon.Amount));
        Assert.All(kromme.Keerpunten, k => Assert.Equal([Periode("2025-04-01", "2025-04-15")], k.Dagen));
        Assert.Equal(Euro.Of(657.10m), kromme.Punten[^1].Leefloon);
    }

    [Fact]
    public void Kromme_TweeTijdvakken_HeeftKeerpuntenVanElk()
    {
        var kromme = Kromme(Geval("2025-04", Categorie.Samenwonend, Loon("2025-04", 300m)) with
        {
            Categorieen = [new(Dag("2025-01-01"), Categorie.Samenwonend), new(Dag("2025-04-16"), Categorie.Alleenstaand)],
            Vrijstelling = Gewoon("2025-01-10"),
        });

        Assert.Equal([Periode("2025-04-01", "2025-04-15"), Periode("2025-04-16", "2025-04-30")], kromme.Keerpunten.Single(k => k.Soort is Keerpuntsoort.VrijstellingOp).Dagen);
        Assert.Equal([(1185.61m, 6.46m), (1623.68m, 10.42m)], kromme.Keerpunten.Where(k => k.Soort is Keerpuntsoort.AlgemeneVrijstellingWeg).Select(k => (k.Net.Loon.Amount, k.Net.Leefloon.Amount - k.Vanaf.Leefloon.Amount)));
        Assert.Equal(1623.69m, kromme.Keerpunten.Single(k => k.Soort is Keerpuntsoort.LeefloonEindigt).Vanaf.Loon.Amount);
    }

    [Fact]
    public void Kromme_AndereMiddelenAlBovenDeAlgemeneVrijstelling_HeeftDatKeerpuntNiet()
    {
        var kromme = Kromme(Geval("2025-03", Categorie.Alleenstaand) with { AndereBestaansmiddelen = [new(Bestaansmiddelsoort.Ander, 250.01m)] });

        Assert.Equal([Keerpuntsoort.AlgemeneVrijstellingWeg, Keerpuntsoort.LeefloonEindigt], kromme.Keerpunten.Select(k => k.Soort));
        var precies = Kromme(Geval("2025-03", Categorie.Alleenstaand) with { AndereBestaansmiddelen = [new(Bestaansmiddelsoort.Ander, 250m)] });
        Assert.Equal(Euro.Of(0.01m), precies.Keerpunten[0].Vanaf.Loon);
    }

    [Fact]
    public void Kromme_ZonderRecht_IsVlakZonderKeerpunten()
    {
        var kromme = Kromme(Geval("2025-03", Categorie.Alleenstaand) with { Recht = [] });

        Assert.Empty(kromme.Keerpunten);
        Assert.Equal((Euro.Of(25m), Euro.Of(1000m)), (kromme.Stap, kromme.Punten[^1].Loon));
        Assert.All(kromme.Punten, p => Assert.Equal(Euro.Zero, p.Leefloon));
    }

    [Fact]
    public void Kromme_AndereMiddelenBovenHetBedrag_HeeftGeenKeerpunten() =>
        Assert.Empty(Kromme(Geval("2025-03", Categorie.Alleenstaand) with { AndereBestaansmiddelen = [new(Bestaansmiddelsoort.Ander, 20_000m)] }).Keerpunten);

    [Theory]
    [InlineData(2500, 2500)]
    [InlineData(2510, 2550)]
    [InlineData(9_999, 10_000)]
    [InlineData(10_000, 10_000)]
    [InlineData(10_010, 1_800)]
    public void Kromme_HogerLoonDanHetEinde_ReiktTotHetHuidigeLoonTenzijDatVeelTeVerIs(int loon, int verste)
    {
        var kromme = Kromme(Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", loon)) with { Vrijstelling = Gewoon("2025-01-10") });

        Assert.Equal(Euro.Of(verste), kromme.Punten.Last(p => p.Loon.Cents % 5000 == 0).Loon);
        Assert.Contains(kromme.Nu, kromme.Punten);
    }

    [Fact]
    public void Kromme_FeitenDieGeenBerekeningToelaten_ZegtWaarom()
    {
        var (kromme, fout) = WatAls.Kromme(Geval("2010-03", Categorie.Alleenstaand));

        Assert.Null(kromme);
        Assert.Equal("beforeFirstAmount", fout!.Code);
        Assert.Equal(fout, WatAls.Meer(Geval("2010-03", Categorie.Alleenstaand), Euro.Of(200m)).Fout);
    }

    [Fact]
    public void Meer_TweehonderdEuroInHetVlakkeDeel_VerlaagtHetLeefloonEvenveel()
    {
        var (verschil, _) = WatAls.Meer(Voorbeeld, Euro.Of(200m));

        Assert.Equal((Punt(1141m, 503.51m), Punt(1341m, 303.51m)), (verschil!.Oud, verschil.Nieuw));
        Assert.Equal((Euro.Of(200m), Euro.Of(-200m), Euro.Zero), (verschil.Verschil.Loon, verschil.Verschil.Leefloon, verschil.Verschil.Totaal));
    }

    [Fact]
    public void Meer_OverDeSprong_KostTwintigEuro()
    {
        var verschil = WatAls.Meer(Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 1623.68m)) with { Vrijstelling = Gewoon("2025-01-10") }, Euro.Of(0.01m)).Verschil!;

        Assert.Equal((Euro.Of(-20.83m), Euro.Of(-20.82m)), (verschil.Verschil.Leefloon, verschil.Verschil.Totaal));
    }

    [Fact]
    public void Meer_BijEenLoonficheOverTweeMaanden_LigtHelemaalInDeMaand()
    {
        // Van de 2.000 euro liggen 10 van de 20 dagen in maart.
        var geval = Geval("2025-03", Categorie.Alleenstaand, LoonVan("2025-02-19", "2025-03-10", 2000m));
        var verschil = WatAls.Meer(geval, Euro.Of(-100m)).Verschil!;

        Assert.Equal((Euro.Of(1000m), Euro.Of(900m)), (verschil.Oud.Loon, verschil.Nieuw.Loon));
        Assert.Equal(WatAls.Meer(geval, Euro.Zero).Verschil!.Oud, verschil.Oud);
    }

    [Fact]
    public void Meer_ZonderLoonfiche_IsLoonVanDeHeleMaand()
    {
        var verschil = WatAls.Meer(Geval("2025-03", Categorie.Alleenstaand), Euro.Of(400m)).Verschil!;

        Assert.Equal((Punt(0m, 1314.20m), Punt(400m, 935.03m)), (verschil.Oud, verschil.Nieuw));
    }

    [Fact]
    public void Meer_ElkGeval_IsDeBerekeningZelf() => Gen.Select(Gevalgenerator.EenGeval, Gen.Int[-50_000, 200_000]).Sample((geval, cent) =>
    {
        var verschil = WatAls.Meer(geval, Euro.FromCents(cent)).Verschil!;

        Assert.Equal(Bereken(geval).Bedrag, verschil.Oud.Leefloon);
        Assert.True(cent < 0 ? verschil.Nieuw.Leefloon >= verschil.Oud.Leefloon : verschil.Nieuw.Leefloon <= verschil.Oud.Leefloon);
    });

    [Fact]
    public void Kromme_ElkGeval_DaaltEnHeeftKeerpuntenVanEenCent() => Gevalgenerator.EenGeval.Sample(geval =>
    {
        var kromme = Kromme(geval);

        Assert.Equal(Bereken(geval).Bedrag, kromme.Nu.Leefloon);
        Assert.All(kromme.Punten.Where(p => p != kromme.Nu).Zip(kromme.Punten.Where(p => p != kromme.Nu).Skip(1)), paar => Assert.True(paar.First.Leefloon >= paar.Second.Leefloon));
        Assert.All(kromme.Keerpunten, k => Assert.Equal(Euro.FromCents(1), k.Vanaf.Loon - k.Net.Loon));
        Assert.True(kromme.Keerpunten.LastOrDefault(k => k.Soort is Keerpuntsoort.LeefloonEindigt) is not { } einde || (einde.Vanaf.Leefloon == Euro.Zero && einde.Net.Leefloon > Euro.Zero));
    }, iter: 30);

    [Fact]
    public void Kromme_PreciesHetBedragVanDeAlgemeneVrijstelling_IsNogNietErboven()
    {
        // 238 euro per jaar van elders: tot 250 is er nog 12 euro per jaar, dus 1 euro loon per maand.
        var op = Kromme(Geval("2025-03", Categorie.Alleenstaand) with { AndereBestaansmiddelen = [new(Bestaansmiddelsoort.Ander, 238m)] })
            .Keerpunten.Single(k => k.Soort is Keerpuntsoort.AlgemeneVrijstellingOp);

        Assert.Equal((Euro.Of(1.00m), Euro.Of(1.01m)), (op.Net.Loon, op.Vanaf.Loon));
    }

    [Fact]
    public void Meer_BijEenLoonficheTotInDeVolgendeMaand_LigtHelemaalInDeMaand()
    {
        // Van de 2.000 euro liggen 10 van de 20 dagen in maart.
        var verschil = WatAls.Meer(Geval("2025-03", Categorie.Alleenstaand, LoonVan("2025-03-22", "2025-04-10", 2000m)), Euro.Of(100m)).Verschil!;

        Assert.Equal((Euro.Of(1000m), Euro.Of(1100m)), (verschil.Oud.Loon, verschil.Nieuw.Loon));
    }
}
