using SolidLoonfiches.Loonfiches;
using static SolidLoonfiches.Leefloon.Tests.Gevallen;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class Art35Tests
{
    private static Geval Werkend(string maand, Vrijstelling vrijstelling, decimal loon = 800m) =>
        Geval(maand, Categorie.Alleenstaand, Loon(maand, loon)) with { Vrijstelling = vrijstelling };

    [Fact(DisplayName = "art. 35 §1 – het bedrag gaat van het maandloon af, voor de omrekening naar een jaar")]
    public void Art35Par1_Toegekend_GaatVanHetMaandloonAf() =>
        Assert.Equal(12 * (800m - 309.48m), EnigSegment(Werkend("2025-03", Gewoon("2025-01-01"))).BestaansmiddelenPerJaar);

    [Fact(DisplayName = "art. 35 §1 – een maximaal bedrag: een lager loon telt voor nul, nooit negatief")]
    public void Art35Par1_LoonLagerDanHetBedrag_TeltVoorNul() =>
        Assert.Equal(0m, EnigSegment(Werkend("2025-03", Gewoon("2025-01-01"), loon: 200m)).BestaansmiddelenPerJaar);

    [Fact(DisplayName = "art. 35 – niet toegekend: het loon telt volledig, en de stap zegt waarom")]
    public void Art35_NietToegekend_LoonTeltVolledig()
    {
        var resultaat = Bereken(Werkend("2025-03", Vrijstelling.Geen));

        Assert.Equal(9600m, resultaat.Segmenten[0].BestaansmiddelenPerJaar);
        Assert.Null(resultaat.ResterendeDagen);
        Assert.Equal("De vrijstelling voor wie werkt geldt hier niet, want ze is in dit dossier niet toegekend.", resultaat.Met("vrijstelling").Uitleg);
    }

    [Fact(DisplayName = "art. 35 §1 – twee werkgevers: één vrijstelling op de som")]
    public void Art35Par1_TweeWerkgevers_EenVrijstelling() =>
        Assert.Equal(12 * (800m - 309.48m), EnigSegment(Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 300m), Loon("2025-03", 500m) with { Id = "fiche-2", Werkgever = "Café Sport" })
            with
        { Vrijstelling = Gewoon("2025-01-01") }).BestaansmiddelenPerJaar);

    [Fact(DisplayName = "art. 35 §1 – vanaf de eerste dag van toekenning, in een eigen tijdvak")]
    public void Art35Par1_EersteToekenningInDeMaand_TweeTijdvakken()
    {
        var resultaat = Bereken(Werkend("2025-03", Gewoon("2025-03-11")));

        Assert.Equal([(10, 0m), (21, 309.48m)], resultaat.Segmenten.Select(s => (s.Dagen, s.VrijstellingPerMaand)));
        Assert.Equal([Periode("2025-03-11", "2025-03-31")], resultaat.VerbruikteDagen);
        Assert.Equal(1095 - 21, resultaat.ResterendeDagen);
        Assert.Contains("ze is pas toegekend vanaf 11 maart 2025", resultaat.Met("vrijstelling").Uitleg, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "art. 35 §1 – enkel dagen met loon en met recht verbruiken")]
    public void Art35Par1_LoonEnRechtOverlappenDeels_EnkelGezamenlijkeDagenVerbruikt()
    {
        var resultaat = Bereken(Geval("2025-03", Categorie.Alleenstaand, LoonVan("2025-03-01", "2025-03-20", 300m)) with
        {
            Recht = [Periode("2025-03-15")],
            Vrijstelling = Gewoon("2025-01-01"),
        });

        Assert.Equal([Periode("2025-03-15", "2025-03-20")], resultaat.VerbruikteDagen);
        Assert.Equal(1089, resultaat.ResterendeDagen);
    }

    [Fact(DisplayName = "art. 35 §1 – geen leefloon in de maand: er wordt niets verbruikt")]
    public void Art35Par1_GeenLeefloon_NietsVerbruikt()
    {
        var resultaat = Bereken(Werkend("2025-03", Gewoon("2025-01-01"), loon: 2000m));

        Assert.Equal(Euro.Zero, resultaat.Bedrag);
        Assert.Empty(resultaat.VerbruikteDagen);
        Assert.Equal(1095, resultaat.ResterendeDagen);
        Assert.Contains("verbruikt geen dagen, want er is deze maand geen leefloon", resultaat.Met("vrijstellingsdagenDezeMaand").Uitleg, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "art. 35 §1 – 1.095 dagen: de laatste dag valt in de maand, daarna telt het loon volledig")]
    public void Art35Par1_LaatsteDagInDeMaand_TweeTijdvakkenEnWaarschuwing()
    {
        // 1.085 dagen voor maart 2025, in overlappende perioden: een dag telt één keer.
        var tot = Dag("2025-02-28");
        var van = tot.AddDays(-1084);
        var resultaat = Bereken(Werkend("2025-03", new Vrijstelling(Vrijstellingssoort.Gewoon, van, [new(van, tot), new(van.AddDays(100), van.AddDays(300)), new(Dag("2025-03-01"), null)], null)));

        Assert.Equal([(10, 309.48m), (21, 0m)], resultaat.Segmenten.Select(s => (s.Dagen, s.VrijstellingPerMaand)));
        Assert.Equal(0, resultaat.ResterendeDagen);
        Assert.Equal(["exemptionEndsThisMonth"], resultaat.Waarschuwingen);
        Assert.Contains(resultaat.Stap.Alle(), s => s.Naam == "vrijstelling" && s.Uitleg.Contains("alle 1.095 dagen zijn verbruikt", StringComparison.Ordinal));
    }

    [Fact(DisplayName = "art. 35 §1 – meer dan 1.095 dagen verbruikt: nul over, geen waarschuwing")]
    public void Art35Par1_AllesAlVerbruikt_NulOver()
    {
        var resultaat = Bereken(Werkend("2025-03", Gewoon("2020-01-01", Periode("2020-01-01", "2024-12-31"))));

        Assert.Equal(0, resultaat.ResterendeDagen);
        Assert.Empty(resultaat.VerbruikteDagen);
        Assert.Empty(resultaat.Waarschuwingen);
        Assert.Equal(0m, resultaat.Segmenten[0].VrijstellingPerMaand);
    }

    [Fact(DisplayName = "art. 35 §1 – dagen verbruikt voor de eerste toekenning tellen ook")]
    public void Art35Par1_VerbruiktVoorEersteToekenning_TeltMee() =>
        Assert.Equal(1095 - 31 - 31, Bereken(Werkend("2025-03", Gewoon("2025-01-01", Periode("2024-12-01", "2024-12-31")))).ResterendeDagen);

    [Fact(DisplayName = "art. 35 §1 – zes jaar: tot de dag voor dezelfde dag zes jaar later")]
    public void Art35Par1_ZesJaarEindigenInDeMaand_TweeTijdvakken()
    {
        var resultaat = Bereken(Werkend("2025-03", Gewoon("2019-03-16")));

        Assert.Equal([(15, 309.48m), (16, 0m)], resultaat.Segmenten.Select(s => (s.Dagen, s.VrijstellingPerMaand)));
        Assert.Equal(["exemptionEndsThisMonth"], resultaat.Waarschuwingen);
        Assert.Equal(0, resultaat.ResterendeDagen);
        Assert.Equal([Periode("2025-03-01", "2025-03-15")], resultaat.VerbruikteDagen);
    }

    [Fact(DisplayName = "art. 35 §1 – zes jaar vanaf 29 februari: tot en met 28 februari, want de dag zelf is 1 maart")]
    public void Art35Par1_EersteToekenningOp29Februari_EindigtVoor1Maart()
    {
        var vrijstelling = Gewoon("2020-02-29");

        Assert.Equal(315.67m, EnigSegment(Werkend("2026-03", Gewoon("2025-01-01"))).VrijstellingPerMaand);
        Assert.Equal((28, 309.48m), (EnigSegment(Werkend("2026-02", vrijstelling)).Dagen, EnigSegment(Werkend("2026-02", vrijstelling)).VrijstellingPerMaand));
        Assert.Contains("exemptionEndsThisMonth", Bereken(Werkend("2026-02", vrijstelling)).Waarschuwingen);
        Assert.Equal(0m, EnigSegment(Werkend("2026-03", vrijstelling)).VrijstellingPerMaand);
        Assert.DoesNotContain("exemptionEndsThisMonth", Bereken(Werkend("2026-03", vrijstelling)).Waarschuwingen);
    }

    [Fact(DisplayName = "art. 35 §1 – knelpuntberoep: drie maanden het hogere bedrag, daarna het gewone")]
    public void Art35Par1_Knelpuntberoep_DrieMaandenHoger()
    {
        var vrijstelling = Knelpunt("2025-02-10", "2025-02-10");

        Assert.Equal([(9, 0m), (19, 443.52m)], Bereken(Werkend("2025-02", vrijstelling)).Segmenten.Select(s => (s.Dagen, s.VrijstellingPerMaand)));
        Assert.Equal(443.52m, EnigSegment(Werkend("2025-04", vrijstelling)).VrijstellingPerMaand);
        Assert.Equal([(9, 443.52m), (22, 309.48m)], Bereken(Werkend("2025-05", vrijstelling)).Segmenten.Select(s => (s.Dagen, s.VrijstellingPerMaand)));
        Assert.Equal(309.48m, EnigSegment(Werkend("2025-06", vrijstelling)).VrijstellingPerMaand);
    }

    [Fact(DisplayName = "art. 35 §1 – knelpuntberoep vanaf 30 november: tot en met 28 februari, want 30 februari bestaat niet")]
    public void Art35Par1_KnelpuntberoepVanaf30November_TotEnMetEindeFebruari()
    {
        var vrijstelling = Knelpunt("2024-11-30", "2024-11-30");

        Assert.Equal(443.52m, EnigSegment(Werkend("2025-02", vrijstelling)).VrijstellingPerMaand);
        Assert.Equal(309.48m, EnigSegment(Werkend("2025-03", vrijstelling)).VrijstellingPerMaand);
    }

    [Fact(DisplayName = "art. 35 §1 – knelpuntberoep: voor en na de drie maanden verbruikt elke dag")]
    public void Art35Par1_Knelpuntberoep_VerbruiktDeTeller() =>
        Assert.Equal(1095 - 31, Bereken(Werkend("2025-05", Knelpunt("2025-02-10", "2025-02-10"))).ResterendeDagen);

    [Fact(DisplayName = "art. 35 §2 – studenten: zonder teller en zonder zes jaar")]
    public void Art35Par2_Student_ZonderTellerEnZonderEinde()
    {
        var resultaat = Bereken(Werkend("2025-03", Student("2015-01-01")));

        Assert.Equal(309.48m, resultaat.Segmenten[0].VrijstellingPerMaand);
        Assert.Null(resultaat.ResterendeDagen);
        Assert.Empty(resultaat.VerbruikteDagen);
        Assert.Empty(resultaat.Waarschuwingen);
        Assert.Equal("art. 35 §2 KB 11-07-2002", resultaat.Met("vrijstelling").Artikel);
    }

    [Fact(DisplayName = "art. 35 §3 – kunstenaar: een twaalfde van het jaarbedrag per maand")]
    public void Art35Par3_Kunstenaar_EenTwaalfdePerMaand()
    {
        var resultaat = Bereken(Werkend("2022-11", Kunstenaar("2022-01-01")));

        Assert.Equal((3430.91m / 12).OpDeCent(), resultaat.Segmenten[0].VrijstellingPerMaand.OpDeCent());
        Assert.Equal((12 * 800m) - 3430.91m, resultaat.Segmenten[0].BestaansmiddelenPerJaar);
        Assert.Equal(1095 - 30, resultaat.ResterendeDagen);
    }

    [Fact(DisplayName = "art. 35 – de stap noemt het bedrag zoals de wet het zegt: per maand, voor een kunstenaar per jaar")]
    public void Art35_BedragVanDeWet_InZijnEenheid()
    {
        (decimal, string) Bedrag(Vrijstelling vrijstelling) => Bereken(Werkend("2025-03", vrijstelling)).Met("vrijstellingsbedrag") is var stap ? (stap.Waarde, stap.Eenheid) : default;

        Assert.Equal((309.48m, "EUR/maand"), Bedrag(Gewoon("2025-01-01")));
        Assert.Equal((3713.76m, "EUR/jaar"), Bedrag(Kunstenaar("2025-01-01")));
    }

    [Fact(DisplayName = "art. 35 §1 – na de drie maanden van het knelpuntberoep heet de vrijstelling de gewone")]
    public void Art35Par1_NaDrieMaandenKnelpunt_HeetGewoon()
    {
        string Uitleg(Vrijstelling vrijstelling) => Bereken(Werkend("2025-06", vrijstelling)).Met("vrijstelling").Uitleg;

        Assert.Equal(Uitleg(Gewoon("2025-01-01")), Uitleg(Knelpunt("2025-01-01", "2025-02-10")));
        Assert.Equal("Van het loon gaat 443,52 euro per maand af: " + Taalboek.Van(Taal.Nederlands).Woord(Gegevensoort.Vrijstelling, (int)Vrijstellingssoort.Knelpuntberoep) + ". Dat is één keer per persoon, ook met meer dan één werkgever.", Uitleg(Knelpunt("2025-06-01", "2025-06-01")));
        Assert.Contains(Taalboek.Van(Taal.Nederlands).Woord(Gegevensoort.Vrijstelling, (int)Vrijstellingssoort.Student), Uitleg(Student("2025-01-01")), StringComparison.Ordinal);
    }
}
