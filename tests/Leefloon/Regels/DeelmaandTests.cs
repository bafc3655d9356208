using static SolidLoonfiches.Leefloon.Tests.Gevallen;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class DeelmaandTests
{
    private static readonly Beleid Som = new() { Deelmaand = LoonDeelmaand.Som };

    [Fact(DisplayName = "deelmaand – loon over een deel van de maand wordt omgerekend, en telt enkel op die dagen")]
    public void Extrapoleren_LoonOverTienDagen_OmgerekendOpDieDagen()
    {
        var resultaat = Bereken(Geval("2025-03", Categorie.Alleenstaand, LoonVan("2025-03-01", "2025-03-10", 400m)) with { Vrijstelling = Gewoon("2025-01-01") });

        Assert.Equal([(10, 1240m, 309.48m), (21, 0m, 309.48m)], resultaat.Segmenten.Select(s => (s.Dagen, s.LoonPerMaand, s.VrijstellingPerMaand)));
        Assert.Equal(12 * (1240m - 309.48m), resultaat.Segmenten[0].BestaansmiddelenPerJaar);
        Assert.Equal(15770.41m, resultaat.Segmenten[1].LeefloonPerJaar);
        Assert.Equal([Periode("2025-03-01", "2025-03-10")], resultaat.VerbruikteDagen);
        Assert.Equal("Het loon gaat over 10 van de 31 dagen. Omgerekend naar een volle maand: 400,00 × 31 / 10 = 1.240,00 euro.", resultaat.Met("loonPerMaand").Uitleg);
    }

    [Fact(DisplayName = "deelmaand – dagen die twee loonfiches dekken tellen één keer als gedekt")]
    public void Extrapoleren_OverlappendeLoonfiches_UnieVanDeDagen() =>
        Assert.Equal((15, 700m * 31 / 15), (Bereken(Geval("2025-03", Categorie.Alleenstaand, LoonVan("2025-03-01", "2025-03-10", 400m), LoonVan("2025-03-06", "2025-03-15", 300m)))
            .Segmenten is [var gedekt, _] ? (gedekt.Dagen, gedekt.LoonPerMaand) : default));

    [Fact(DisplayName = "deelmaand – het loon wordt omgerekend over alle gedekte dagen, ook die zonder recht")]
    public void Extrapoleren_GedekteDagenZonderRecht_TellenInDeOmrekening()
    {
        var segment = EnigSegment(Geval("2025-03", Categorie.Alleenstaand, LoonVan("2025-03-01", "2025-03-20", 400m)) with { Recht = [Periode("2025-03-16", "2025-03-20")] });

        Assert.Equal((5, 620m), (segment.Dagen, segment.LoonPerMaand));
    }

    [Fact(DisplayName = "beleid som – de som telt op elke dag, met de vrijstelling van de laatste gedekte dag met recht")]
    public void Som_LoonOverTienDagen_OpElkeDag()
    {
        var resultaat = Bereken(Geval("2025-03", Categorie.Alleenstaand, LoonVan("2025-03-01", "2025-03-10", 400m)) with { Vrijstelling = Gewoon("2025-03-05"), Beleid = Som });

        Assert.Equal([(10, 400m, 309.48m), (21, 400m, 309.48m)], resultaat.Segmenten.Select(s => (s.Dagen, s.LoonPerMaand, s.VrijstellingPerMaand)));
        Assert.Equal([Periode("2025-03-05", "2025-03-10")], resultaat.VerbruikteDagen);
        Assert.Equal(["policyApplied:partMonthWage"], resultaat.Waarschuwingen);
    }

    [Fact(DisplayName = "beleid som – is de vrijstelling op die laatste dag op, dan geldt ze op geen enkele dag")]
    public void Som_VrijstellingOpDeLaatsteDagVoorbij_GeenVrijstelling()
    {
        var resultaat = Bereken(Geval("2025-03", Categorie.Alleenstaand, LoonVan("2025-03-01", "2025-03-10", 400m)) with { Vrijstelling = Gewoon("2019-03-08"), Beleid = Som });

        Assert.All(resultaat.Segmenten, s => Assert.Equal(0m, s.VrijstellingPerMaand));
        Assert.Equal([Periode("2025-03-01", "2025-03-07")], resultaat.VerbruikteDagen);
    }

    [Fact(DisplayName = "beleid som – zonder gedekte dag met recht is er geen vrijstelling, en de som telt toch")]
    public void Som_GeenGedekteDagMetRecht_GeenVrijstelling()
    {
        var resultaat = Bereken(Geval("2025-03", Categorie.Alleenstaand, LoonVan("2025-03-01", "2025-03-10", 400m)) with { Recht = [Periode("2025-03-11")], Vrijstelling = Gewoon("2025-01-01"), Beleid = Som });

        Assert.Equal([(21, 400m, 0m)], resultaat.Segmenten.Select(s => (s.Dagen, s.LoonPerMaand, s.VrijstellingPerMaand)));
        Assert.Empty(resultaat.VerbruikteDagen);
        Assert.Contains("er is geen dag met loon en met recht op leefloon", resultaat.Met("vrijstelling").Uitleg, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "beleid som – een volle maand is geen deelmaand: geen waarschuwing")]
    public void Som_VolleMaand_GeenWaarschuwing() =>
        Assert.Empty(Bereken(Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 400m)) with { Beleid = Som }).Waarschuwingen);
}
