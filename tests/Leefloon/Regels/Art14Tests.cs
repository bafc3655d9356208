using SolidLoonfiches.Loonfiches;
using static SolidLoonfiches.Leefloon.Tests.Gevallen;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class Art14Tests
{
    [Theory(DisplayName = "art. 14 §1 – zonder middelen is het leefloon het bedrag van de categorie")]
    [InlineData(Categorie.Samenwonend, "876.13")]
    [InlineData(Categorie.Alleenstaand, "1314.20")]
    [InlineData(Categorie.GezinTenLaste, "1776.07")]
    public void Art14Par1_ZonderMiddelen_HetBedragVanDeCategorie(Categorie categorie, string maandbedrag) =>
        Assert.Equal(Euro.Of(decimal.Parse(maandbedrag, System.Globalization.CultureInfo.InvariantCulture)), Bereken(Geval("2025-03", categorie)).Bedrag);

    [Fact(DisplayName = "art. 14 §1 – wie halverwege van categorie verandert krijgt elk bedrag voor zijn dagen")]
    public void Art14Par1_AndereCategorieInDeMaand_ElkBedragVoorZijnDagen()
    {
        var resultaat = Bereken(Geval("2025-04", Categorie.Alleenstaand) with
        {
            Categorieen = [new(Dag("2025-04-11"), Categorie.Samenwonend), new(Dag("2024-01-01"), Categorie.Alleenstaand)],
        });

        Assert.Equal([(Categorie.Alleenstaand, 10), (Categorie.Samenwonend, 20)], resultaat.Segmenten.Select(s => (s.Categorie, s.Dagen)));
        // 15770,41/12 x 10/30 + 10513,60/12 x 20/30
        Assert.Equal(Euro.Round((15770.41m / 36) + (10513.60m / 18)), resultaat.Bedrag);
    }

    [Fact(DisplayName = "art. 14 §1 – een tweede vermelding van dezelfde categorie maakt geen nieuw tijdvak")]
    public void Art14Par1_ZelfdeCategorieOpnieuw_EenTijdvak() =>
        Assert.Single(Bereken(Geval("2025-04", Categorie.Alleenstaand) with
        {
            Categorieen = [new(Dag("2024-01-01"), Categorie.Alleenstaand), new(Dag("2025-04-11"), Categorie.Alleenstaand)],
        }).Segmenten);

    [Fact(DisplayName = "art. 14 §2 – middelen gelijk aan of boven het bedrag: geen leefloon, nooit negatief")]
    public void Art14Par2_MiddelenBovenHetBedrag_GeenLeefloon()
    {
        var resultaat = Bereken(Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 2500m)));

        Assert.Equal(Euro.Zero, resultaat.Bedrag);
        Assert.Equal(0m, resultaat.Segmenten[0].LeefloonPerJaar);
    }

    [Fact(DisplayName = "art. 14 §2 – enkel dagen met recht tellen, over alle dagen van de maand")]
    public void Art14Par2_RechtVanafHalverwege_EnkelDieDagen()
    {
        var resultaat = Bereken(Geval("2025-03", Categorie.Alleenstaand) with { Recht = [Periode("2025-03-17")] });

        var segment = Assert.Single(resultaat.Segmenten);
        Assert.Equal((Dag("2025-03-17"), Dag("2025-03-31"), 15), (segment.Van, segment.Tot, segment.Dagen));
        Assert.Equal(Euro.Round(15770.41m / 12 * 15 / 31), resultaat.Bedrag);
    }

    [Fact(DisplayName = "art. 14 §2 – twee perioden met recht in één maand zijn twee tijdvakken")]
    public void Art14Par2_TweePeriodenMetRecht_TweeTijdvakken() =>
        Assert.Equal([(1, 5), (20, 31)], Bereken(Geval("2025-03", Categorie.Alleenstaand) with { Recht = [Periode("2025-03-20"), Periode("2025-01-01", "2025-03-05")] })
            .Segmenten.Select(s => (s.Van.Day, s.Tot.Day)));

    [Fact(DisplayName = "art. 14 §2 – zonder dag met recht is het leefloon 0, zonder tijdvakken")]
    public void Art14Par2_GeenDagMetRecht_NulZonderTijdvakken()
    {
        var resultaat = Bereken(Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 500m)) with { Recht = [Periode("2025-04-01")], Vrijstelling = Gewoon("2025-01-01") });

        Assert.Equal(Euro.Zero, resultaat.Bedrag);
        Assert.Empty(resultaat.Segmenten);
        Assert.Empty(resultaat.VerbruikteDagen);
        Assert.Equal(1095, resultaat.ResterendeDagen);
        Assert.Equal("In maart 2025 is er geen leefloon, want er is geen dag met recht op leefloon.", resultaat.Stap.Uitleg);
    }

    [Fact(DisplayName = "art. 14 §2 – afgerond wordt één keer, op de som van de tijdvakken")]
    public void Art14Par2_MeerTijdvakken_EenKeerAfgerond()
    {
        // Elke dag een ander feit: 30 aandelen van 876,1333…/30 = 29,2044…; elk apart afgerond zou 876,00 zijn.
        var geval = Geval("2025-04", Categorie.Samenwonend) with
        {
            AndereBestaansmiddelen = [.. Enumerable.Range(1, 15).Select(n => new AnderBestaansmiddel(Bestaansmiddelsoort.Studietoelage, 1m, new Periode(new DateOnly(2025, 4, 2 * n), new DateOnly(2025, 4, 2 * n))))],
        };

        var resultaat = Bereken(geval);

        Assert.Equal(30, resultaat.Segmenten.Count);
        Assert.Equal(Euro.Of(876.13m), resultaat.Bedrag);
    }

    [Fact(DisplayName = "art. 14 §2 – middelen precies gelijk aan het bedrag: geen leefloon, en de stap zegt waarom")]
    public void Art14Par2_MiddelenGelijkAanHetBedrag_GeenLeefloon()
    {
        var resultaat = Bereken(Geval("2025-03", Categorie.Alleenstaand) with { AndereBestaansmiddelen = [new(Bestaansmiddelsoort.Ander, 15770.41m)] });

        Assert.Equal(Euro.Zero, resultaat.Bedrag);
        Assert.Equal("Er is geen leefloon: de inkomsten (15.770,41 euro per jaar) zijn niet lager dan het volledige leefloon (15.770,41 euro per jaar).", resultaat.Met("leefloonPerJaar").Uitleg);
    }

    [Fact(DisplayName = "art. 14 §2 – van de dagen met recht staat in welke perioden ze liggen, in de tijd")]
    public void Art14Par2_DagenMetRecht_NoemenHunPerioden()
    {
        string?[] Bronnen(params Periode[] recht) =>
            [.. Bereken(Geval("2025-03", Categorie.Alleenstaand) with { Recht = recht }).Stap.Alle().Where(stap => stap.Naam == "dagenMetRecht").Select(stap => stap.Bron)];

        var (eerste, tweede, later) = (Periode("2025-01-01", "2025-03-05"), Periode("2025-03-06", "2025-03-10"), Periode("2025-03-20"));
        Assert.Equal([$"verklaring: recht op leefloon {Nl.Periode(eerste)}", $"verklaring: recht op leefloon {Nl.Periode(later)}"], Bronnen(later, eerste));
        // Twee perioden zonder dag ertussen zijn één tijdvak.
        Assert.Equal([$"verklaring: recht op leefloon {Nl.Periode(eerste)} en {Nl.Periode(tweede)}"], Bronnen(tweede, eerste));
    }
}
