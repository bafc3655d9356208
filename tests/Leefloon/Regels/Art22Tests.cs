using SolidLoonfiches.Loonfiches;
using static SolidLoonfiches.Leefloon.Tests.Gevallen;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class Art22Tests
{
    private static Geval MetAndereMiddelen(Categorie categorie, decimal perJaar) =>
        Geval("2025-03", categorie) with { AndereBestaansmiddelen = [new(Bestaansmiddelsoort.Ander, perJaar)] };

    [Theory(DisplayName = "art. 22 §1 – vrijgestelde soorten tellen niet mee")]
    [InlineData(Bestaansmiddelsoort.OcmwSteun)]
    [InlineData(Bestaansmiddelsoort.KinderbijslagVoorKinderen)]
    [InlineData(Bestaansmiddelsoort.OnderhoudsgeldVoorKinderen)]
    [InlineData(Bestaansmiddelsoort.Studietoelage)]
    [InlineData(Bestaansmiddelsoort.Pleegzorgvergoeding)]
    [InlineData(Bestaansmiddelsoort.OnregelmatigeGift)]
    [InlineData(Bestaansmiddelsoort.Vrijwilligersvergoeding)]
    [InlineData(Bestaansmiddelsoort.Integratietegemoetkoming)]
    public void Art22Par1_VrijgesteldeSoort_TeltNietMee(Bestaansmiddelsoort soort)
    {
        var resultaat = Bereken(Geval("2025-03", Categorie.Samenwonend) with { AndereBestaansmiddelen = [new(soort, 12000m)] });

        Assert.Equal(Euro.Of(876.13m), resultaat.Bedrag);
        Assert.Contains("telt niet mee: de wet stelt dit vrij", resultaat.Met("vrijgesteldMiddel").Uitleg, StringComparison.Ordinal);
    }

    [Theory(DisplayName = "art. 22 §2 – 155, 250 of 310 euro per jaar, volgens de categorie")]
    [InlineData(Categorie.Samenwonend, 155)]
    [InlineData(Categorie.Alleenstaand, 250)]
    [InlineData(Categorie.GezinTenLaste, 310)]
    public void Art22Par2_MiddelenOnderHetBedrag_BedragVanDeCategorie(Categorie categorie, int vrijstelling)
    {
        var segment = EnigSegment(MetAndereMiddelen(categorie, 1000m));

        Assert.Equal(vrijstelling, segment.AlgemeneVrijstellingPerJaar);
        Assert.Equal(segment.BedragPerJaar - 1000m + vrijstelling, segment.LeefloonPerJaar);
    }

    [Fact(DisplayName = "art. 22 §2 – middelen gelijk aan het bedrag: de vrijstelling geldt niet")]
    public void Art22Par2_MiddelenGelijkAanHetBedrag_GeldtNiet()
    {
        var resultaat = Bereken(MetAndereMiddelen(Categorie.Alleenstaand, 15770.41m));

        Assert.Equal(Euro.Zero, resultaat.Bedrag);
        Assert.Equal(0m, resultaat.Segmenten[0].AlgemeneVrijstellingPerJaar);
        Assert.StartsWith("De algemene vrijstelling geldt niet, want", resultaat.Met("algemeneVrijstelling").Uitleg, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "art. 22 §2 – één cent onder het bedrag: de vrijstelling geldt volledig")]
    public void Art22Par2_EenCentOnderHetBedrag_Geldt() =>
        Assert.Equal(250.01m, EnigSegment(MetAndereMiddelen(Categorie.Alleenstaand, 15770.40m)).LeefloonPerJaar);

    [Fact(DisplayName = "art. 22 §2 – exact gelijk, ook waar de omrekening decimaal niet eindigt")]
    public void Art22Par2_GelijkNaOmrekeningMetOneindigeDecimalen_GeldtNiet()
    {
        // Drie loonfiches van 610,00 euro over 93 dagen, waarvan 31 in maart: drie keer een derde is exact 610,00 per maand.
        var fiches = Enumerable.Range(1, 3).Select(n => LoonVan("2025-03-01", "2025-06-01", 610.00m) with { Id = $"fiche-{n}" }).ToArray();
        var geval = Geval("2025-03", Categorie.Samenwonend, fiches) with { AndereBestaansmiddelen = [new(Bestaansmiddelsoort.Ander, 10513.60m - 7320.00m)] };

        Assert.True(610.00m * 31 / 93 * 3 * 12 < 7320.00m, "Decimaal gerekend bleven de middelen net onder het bedrag.");
        Assert.Equal(0m, EnigSegment(geval).LeefloonPerJaar);
    }

    [Fact(DisplayName = "art. 22 §2 – de vrijstelling maakt de middelen nooit negatief")]
    public void Art22Par2_MiddelenLagerDanDeVrijstelling_VolledigLeefloon() =>
        Assert.Equal(15770.41m, EnigSegment(MetAndereMiddelen(Categorie.Alleenstaand, 100m)).LeefloonPerJaar);

    [Fact(DisplayName = "art. 22 §2 – op jaarbasis van de som, niet 20,83 per maand")]
    public void Art22Par2_OpJaarbasis_NietPerMaandAfgerond() =>
        // 15770,41 - (6000 - 250) = 10020,41; / 12 = 835,034. Met 20,83 per maand zou het 835,03 of 835,04 kunnen zijn.
        Assert.Equal(Euro.Round(10020.41m / 12), Bereken(MetAndereMiddelen(Categorie.Alleenstaand, 6000m)).Bedrag);

    [Theory(DisplayName = "art. 22 §2 – middelen tot en met het bedrag van de vrijstelling tellen helemaal niet meer")]
    [InlineData("250.00", "De algemene vrijstelling van 250,00 euro per jaar is niet lager dan de inkomsten (250,00 euro per jaar). Er telt dus niets meer van mee.")]
    [InlineData("250.01", "De algemene vrijstelling voor categorie 2 (alleenstaand): van alle inkomsten samen gaat 250,00 euro per jaar af.")]
    public void Art22Par2_RondHetBedrag_ZegtOfErIetsOverblijft(string middelen, string uitleg) =>
        Assert.Equal(uitleg, Bereken(Geval("2025-03", Categorie.Alleenstaand) with
        {
            AndereBestaansmiddelen = [new(Bestaansmiddelsoort.Ander, decimal.Parse(middelen, System.Globalization.CultureInfo.InvariantCulture))],
        }).Met("algemeneVrijstelling").Uitleg);

    [Fact(DisplayName = "art. 16 §1 – een middel zonder einde telt elke dag, ook naast een middel van enkele dagen")]
    public void Art16Par1_MiddelVanEnkeleDagenNaastEenBlijvend_HetBlijvendeTeltAltijd() =>
        Assert.Equal([(10, 1800m), (21, 600m)], Bereken(Geval("2025-03", Categorie.Alleenstaand) with
        {
            AndereBestaansmiddelen = [new(Bestaansmiddelsoort.Ander, 600m), new(Bestaansmiddelsoort.Ander, 1200m, Periode("2025-03-01", "2025-03-10"))],
        }).Segmenten.Select(s => (s.Dagen, s.BestaansmiddelenPerJaar)));
}
