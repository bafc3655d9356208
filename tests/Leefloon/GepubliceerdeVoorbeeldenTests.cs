using SolidLoonfiches.Loonfiches;
using static SolidLoonfiches.Leefloon.Tests.Gevallen;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>
/// De gepubliceerde voorbeelden die volledig bepaald zijn, met hun bron. Waar de bron de algemene vrijstelling (art. 22 §2)
/// vergeet, staan beide getallen: het hare, zonder die vrijstelling, en het onze.
/// </summary>
public sealed class GepubliceerdeVoorbeeldenTests
{
    private static decimal PerMaand(decimal perJaar) => (perJaar / 12).OpDeCent();

    /// <summary>Wat de bron rekent: het bedrag min de middelen, zonder art. 22 §2.</summary>
    private static decimal ZonderAlgemeneVrijstelling(Segment segment) => PerMaand(Math.Max(0, segment.BedragPerJaar - segment.BestaansmiddelenPerJaar));

    [Fact(DisplayName = "E1 – bdas-wwsb.brussels p=3321 (1 april 2025): samenwonend, ouders geven 300 euro per maand")]
    public void E1_OudersGeven300PerMaand()
    {
        var resultaat = Bereken(Geval("2025-04", Categorie.Samenwonend) with { AndereBestaansmiddelen = [new(Bestaansmiddelsoort.Ander, 3600m)] });

        Assert.Equal(7068.60m, resultaat.Segmenten[0].LeefloonPerJaar);
        Assert.Equal(Euro.Of(589.05m), resultaat.Bedrag);
    }

    [Theory(DisplayName = "E4, E5 – droitsquotidiens.be: knelpuntberoep, loon 1.500 euro")]
    [InlineData("2024-01", "1073.70")]
    [InlineData("2025-02", "1056.48")]
    public void E4E5_Knelpuntberoep(string maand, decimal telt)
    {
        var segment = EnigSegment(Geval(maand, Categorie.GezinTenLaste, Loon(maand, 1500m)) with { Vrijstelling = Knelpunt("2024-01-01", maand + "-01") });

        Assert.Equal(telt * 12, segment.BestaansmiddelenPerJaar);
    }

    [Fact(DisplayName = "E6 – medenam 417 (2024): gezin, loon 1.500 euro, knelpuntberoep: 633,41 zonder art. 22 §2, 659,24 met")]
    public void E6_GezinMetKnelpuntberoep()
    {
        var zonder = EnigSegment(Geval("2024-01", Categorie.GezinTenLaste, Loon("2024-01", 1500m)));
        Assert.Equal(207.11m, ZonderAlgemeneVrijstelling(zonder));

        var resultaat = Bereken(Geval("2024-01", Categorie.GezinTenLaste, Loon("2024-01", 1500m)) with { Vrijstelling = Knelpunt("2024-01-01", "2024-01-01") });
        Assert.Equal(633.41m, ZonderAlgemeneVrijstelling(resultaat.Segmenten[0]));
        Assert.Equal(Euro.Of(659.24m), resultaat.Bedrag);
    }

    [Fact(DisplayName = "E7 – inforjeunes.be (vrijstelling 291,63): loon 800 euro, leefloon van 640 euro: 131,63 zonder art. 22 §2")]
    public void E7_Loon800()
    {
        // De bron vertrekt van een leefloon van 640 euro dat al verminderd is; hier is die vermindering een ander bestaansmiddel.
        var anderPerJaar = 14569.58m - (640m * 12);
        var geval = Geval("2023-01", Categorie.Alleenstaand, Loon("2023-01", 800m)) with
        {
            Vrijstelling = Gewoon("2023-01-01"),
            AndereBestaansmiddelen = [new(Bestaansmiddelsoort.Ander, anderPerJaar)],
        };
        var segment = EnigSegment(geval);

        Assert.Equal(508.37m, PerMaand(segment.BestaansmiddelenPerJaar - anderPerJaar));
        Assert.Equal(131.63m, ZonderAlgemeneVrijstelling(segment));
        // Met art. 22 §2: 250 euro per jaar meer.
        Assert.Equal(Euro.Round(((131.63m * 12) + 250m) / 12), Bereken(geval).Bedrag);
    }

    [Fact(DisplayName = "E8 – inforjeunes.be (vrijstelling 291,63): loon 1.000 euro, leefloon van 640 euro: 708,37 is meer, dus 0")]
    public void E8_Loon1000()
    {
        var anderPerJaar = 14569.58m - (640m * 12);
        var geval = Geval("2023-01", Categorie.Alleenstaand, Loon("2023-01", 1000m)) with
        {
            Vrijstelling = Gewoon("2023-01-01"),
            AndereBestaansmiddelen = [new(Bestaansmiddelsoort.Ander, anderPerJaar)],
        };

        Assert.Equal(708.37m, PerMaand(EnigSegment(geval).BestaansmiddelenPerJaar - anderPerJaar));
        Assert.Equal(Euro.Zero, Bereken(geval).Bedrag);
    }

    [Fact(DisplayName = "E9 – inforjeunes.be (december 2022): moeder 900 euro meegeteld, zus 850 niet: 678,58 zonder art. 22 §2, 691,50 met")]
    public void E9_MoederEnZus()
    {
        var resultaat = Bereken(Geval("2022-12", Categorie.Samenwonend) with
        {
            Samenwonenden = [new(Relatie.Ouder, 10800m, Meegeteld: true), new(Relatie.Ander, 10200m)],
        });

        Assert.Equal(678.58m, ZonderAlgemeneVrijstelling(resultaat.Segmenten[0]));
        Assert.Equal(Euro.Of(691.50m), resultaat.Bedrag);
    }

    [Fact(DisplayName = "E10 – droitsquotidiens.be (november 2023): partner 1.000 euro: 684,24 zonder art. 22 §2, 697,15 met")]
    public void E10_Partner()
    {
        var resultaat = Bereken(Geval("2023-11", Categorie.Samenwonend) with { Samenwonenden = [new(Relatie.Partner, 12000m)] });

        // De bron rondt tussendoor af op 157,88 per maand; op jaarbasis is het 157,885.
        Assert.Equal(684.23m, ZonderAlgemeneVrijstelling(resultaat.Segmenten[0]));
        Assert.Equal(684.24m, 842.12m - (1000m - 842.12m));
        Assert.Equal(Euro.Of(697.15m), resultaat.Bedrag);
    }

    [Theory(DisplayName = "E13 – bruxelles-j.be: twee samenwonenden die elk leefloon ontvangen")]
    [InlineData("2025-02", "1752.26")]
    [InlineData("2024-05", "1717.94")]
    [InlineData("2023-11", "1684.24")]
    [InlineData("2022-08", "1517.28")]
    [InlineData("2023-01", "1618.84")]
    public void E13_TweeSamenwonenden(string maand, decimal samen)
    {
        var een = Bereken(Geval(maand, Categorie.Samenwonend) with { Samenwonenden = [new(Relatie.Partner, 0m, OntvangtLeefloon: true)] }).Bedrag;

        Assert.Equal(Euro.Of(samen), een + een);
    }

    [Theory(DisplayName = "P1-P6 – gepubliceerde maandbedragen: mi-is.be 2021, vvsg.be 2018 en 2022, deplalaw.be 2013 en 2015, cpasseraing.be 2023")]
    [InlineData("2021-01", "656.45", "984.68", "1330.74")]
    [InlineData("2018-09", "607.01", "910.52", "1254.82")]
    [InlineData("2013-09", "544.91", "817.36", "1089.82")]
    [InlineData("2015-09", "555.81", "833.71", "1111.62")]
    [InlineData("2022-11", "773.80", "1160.70", "1568.62")]
    [InlineData("2023-01", "809.42", "1214.13", "1640.83")]
    public void P1TotP6_Maandbedragen(string maand, decimal een, decimal twee, decimal drie)
    {
        Assert.Equal(Euro.Of(een), Bereken(Geval(maand, Categorie.Samenwonend)).Bedrag);
        Assert.Equal(Euro.Of(twee), Bereken(Geval(maand, Categorie.Alleenstaand)).Bedrag);
        Assert.Equal(Euro.Of(drie), Bereken(Geval(maand, Categorie.GezinTenLaste)).Bedrag);
    }

    [Theory(DisplayName = "P1-P4, P6 – gepubliceerde jaarbedragen")]
    [InlineData("2021-01", "7877.41", "11816.14", "15968.89")]
    [InlineData("2018-09", "7284.12", "10926.19", "15057.85")]
    [InlineData("2013-09", "6538.91", "9808.37", "13077.84")]
    [InlineData("2015-09", "6669.69", "10004.54", "13339.39")]
    [InlineData("2023-01", "9713.04", "14569.58", "19690.01")]
    public void P1TotP6_Jaarbedragen(string maand, decimal een, decimal twee, decimal drie) =>
        Assert.Equal([een, twee, drie], Enum.GetValues<Categorie>().Select(c => EnigSegment(Geval(maand, c)).BedragPerJaar));

    [Theory(DisplayName = "P1-P4 – gepubliceerde basisbedragen en hun coëfficiënt: mi-is.be 2021, vvsg.be 2018, deplalaw.be 2013 en 2015")]
    [InlineData("2021-01", "1.4282", "5515.62", "8273.45", "11181.13")]
    [InlineData("2018-09", "1.4002", "5202.20", "7803.31", "10754.07")]
    [InlineData("2013-09", "1.3195", "4955.60", "7433.40", "9911.21")]
    [InlineData("2015-09", "1.3195", "5054.71", "7582.07", "10109.43")]
    public void P1TotP4_Basisbedragen(string maand, decimal coefficient, decimal een, decimal twee, decimal drie)
    {
        var rij = Barema.Op(Maand.Parse(maand), onbevestigde: false).Jaar;

        Assert.Equal(coefficient, rij.Coefficient);
        Assert.Equal([een, twee, drie], rij.Basis.Select(basis => basis.Waarde));
        Assert.Equal(rij.Basis.Select(basis => (basis.Waarde * coefficient).OpDeCent()), rij.Jaar.Select(jaar => jaar.Waarde));
    }

    [Fact(DisplayName = "P2, P5 – vvsg.be: vrijstelling 248,90 / 69,42 / 2.986,79 (2018) en 285,91 / 3.430,91 (2022)")]
    public void P2P5_Vrijstelling()
    {
        var toen = Barema.Op(new Maand(2018, 9), onbevestigde: false).Vrijstelling;
        Assert.Equal((248.90m, 69.42m, 2986.79m), (toen.Gewoon.Waarde, toen.StudentMetToelage!.Value.Waarde, toen.KunstenaarPerJaar.Waarde));
        var later = Barema.Op(new Maand(2022, 11), onbevestigde: false).Vrijstelling;
        Assert.Equal((285.91m, 3430.91m), (later.Gewoon.Waarde, later.KunstenaarPerJaar.Waarde));
    }
}
