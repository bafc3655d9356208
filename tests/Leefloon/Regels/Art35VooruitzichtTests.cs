using static SolidLoonfiches.Leefloon.Tests.Gevallen;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>Wanneer de vrijstelling eindigt, en wanneer men dat zegt.</summary>
public sealed class Art35VooruitzichtTests
{
    private static Vrijstellingsboek? Boek(Geval geval) => Vrijstellingsboek.Van(geval, Bereken(geval));

    private static Geval Werkend(string maand, Vrijstelling vrijstelling) => Geval(maand, Categorie.Alleenstaand, Loon(maand, 800m)) with { Vrijstelling = vrijstelling };

    /// <summary>Elke dag gewerkt, zodat er na maart 2025 zoveel dagen overblijven.</summary>
    private static Vrijstellingsboek NaMaart2025(int over)
    {
        var tot = Dag("2025-02-28");
        var van = tot.AddDays(1 - (1095 - 31 - over));
        return Boek(Werkend("2025-03", new(Vrijstellingssoort.Gewoon, van, [new(van, tot)], null)))!;
    }

    [Fact(DisplayName = "art. 35 – zonder vrijstelling en voor studenten is er geen teller")]
    public void Art35_ZonderTeller_GeenBoek()
    {
        Assert.Null(Boek(Werkend("2025-03", Vrijstelling.Geen)));
        Assert.Null(Boek(Werkend("2025-03", Student("2025-01-01"))));
    }

    [Fact(DisplayName = "art. 35 §1 – wie elke dag werkt gebruikt de dagen op met de kalender")]
    public void Art35Par1_ElkeDagGewerkt_EindigtOpDeKalender()
    {
        var boek = NaMaart2025(over: 40);

        Assert.Equal((Dag("2025-03-31"), 1055, 40), (boek.Na, boek.Verbruikt, boek.Over));
        Assert.Equal(new Vrijstellingsritme(90, 90), boek.Ritme);
        Assert.Equal((Dag("2025-05-10"), Vrijstellingseinde.DagenOp), (boek.LaatsteDag, boek.Reden));
    }

    [Fact(DisplayName = "art. 35 §1 – de 1.095de dag: wie er nog een over heeft eindigt morgen, wie er geen heeft is al geëindigd")]
    public void Art35Par1_LaatsteDag_EindigtMorgenOfIsVoorbij()
    {
        Assert.Equal((1, Dag("2025-04-01")), (NaMaart2025(1).Over, NaMaart2025(1).LaatsteDag));

        var op = NaMaart2025(0);
        Assert.Equal((0, 1095, null, Vrijstellingseinde.DagenOp), (op.Over, op.Verbruikt, op.LaatsteDag, op.Reden));
        Assert.False(op.EindigtBinnenkort);
    }

    [Fact(DisplayName = "art. 35 §1 – de berekening zelf geeft op de voorspelde dag voor het laatst vrijstelling")]
    public void Art35Par1_VoorspeldeDag_IsDeLaatsteMetVrijstelling()
    {
        var boek = NaMaart2025(over: 10);
        var april = Bereken(Werkend("2025-04", new(Vrijstellingssoort.Gewoon, Dag("2022-01-01"), [new(Dag("2025-03-31").AddDays(1 - 1085), Dag("2025-03-31"))], null)));

        Assert.Equal(boek.LaatsteDag, april.VerbruikteDagen[^1].Tot);
        Assert.Equal(0, april.ResterendeDagen);
    }

    [Fact(DisplayName = "art. 35 §1 – wie de helft van de dagen werkt doet er dubbel zo lang over; een deel van een dag kost een hele")]
    public void Art35Par1_HalfRitme_DubbelZoLang()
    {
        var geval = Geval("2025-04", Categorie.Alleenstaand, LoonVan("2025-04-01", "2025-04-15", 300m)) with { Vrijstelling = Gewoon("2023-01-01", Periode("2023-01-01", "2025-02-28")) };
        var boek = Boek(geval)!;

        // April 15 van 30, en de laatste maanden met werk daarvoor: februari 28 en januari 31, allebei helemaal.
        Assert.Equal(new Vrijstellingsritme(74, 89), boek.Ritme);
        Assert.Equal(1095 - 790 - 15, boek.Over);
        Assert.Equal(Dag("2025-04-30").AddDays(349), boek.LaatsteDag); // 290 x 89 / 74 = 348,8
    }

    [Fact(DisplayName = "art. 35 §1 – dagen in twee perioden tellen één keer, ook in het ritme")]
    public void Art35Par1_OverlappendePerioden_TellenEenKeer()
    {
        var boek = Boek(Werkend("2025-03", Gewoon("2025-01-01", Periode("2025-01-01", "2025-02-28"), Periode("2025-02-01", "2025-02-10"))))!;

        Assert.Equal((90, new Vrijstellingsritme(90, 90)), (boek.Verbruikt, boek.Ritme));
    }

    [Fact(DisplayName = "art. 35 §1 – het ritme telt vanaf de toekenning")]
    public void Art35Par1_ToegekendInDeMaand_RitmeVanafDieDag() =>
        Assert.Equal(new Vrijstellingsritme(21, 21), Boek(Werkend("2025-03", Gewoon("2025-03-11")))!.Ritme);

    [Fact(DisplayName = "art. 35 §1 – dagen van voor de toekenning maken het ritme nooit meer dan elke dag")]
    public void Art35Par1_VerbruiktVoorDeToekenning_RitmeHoogstensElkeDag()
    {
        var boek = Boek(Werkend("2025-03", Gewoon("2025-02-20", Periode("2025-02-01", "2025-02-28"))))!;

        Assert.Equal(new Vrijstellingsritme(59, 59), boek.Ritme);
    }

    [Fact(DisplayName = "art. 35 §1 – maanden zonder verbruik tellen niet als rust, en na een jaar is er geen ritme meer")]
    public void Art35Par1_LangNietGewerkt_EnkelDeZesJaar()
    {
        Geval NietWerkend(string maand) => Geval(maand, Categorie.Alleenstaand) with { Vrijstelling = Gewoon("2023-01-01", Periode("2024-01-01", "2024-03-31")) };

        Assert.Equal(new Vrijstellingsritme(91, 91), Boek(NietWerkend("2024-12"))!.Ritme);
        Assert.Equal(new Vrijstellingsritme(31, 31), Boek(NietWerkend("2025-02"))!.Ritme);
        var boek = Boek(NietWerkend("2025-03"))!;
        Assert.Null(boek.Ritme);
        Assert.Equal((Dag("2028-12-31"), Vrijstellingseinde.ZesJaarVoorbij), (boek.LaatsteDag, boek.Reden));
    }

    [Theory(DisplayName = "art. 35 §1 – wat eerst komt: de dagen of de zes jaar")]
    [InlineData(40, "2019-05-11", "2025-05-10", Vrijstellingseinde.ZesJaarVoorbij)]
    [InlineData(40, "2019-05-12", "2025-05-10", Vrijstellingseinde.DagenOp)]
    [InlineData(41, "2019-05-11", "2025-05-10", Vrijstellingseinde.ZesJaarVoorbij)]
    public void Art35Par1_DagenOfZesJaar_WatEerstKomt(int over, string eerste, string laatste, Vrijstellingseinde reden)
    {
        var tot = Dag("2025-02-28");
        var boek = Boek(Werkend("2025-03", new(Vrijstellingssoort.Gewoon, Dag(eerste), [new(tot.AddDays(1 - (1064 - over)), tot)], null)))!;

        Assert.Equal((over, Dag(laatste), reden), (boek.Over, boek.LaatsteDag, boek.Reden));
        Assert.Equal(Dag(eerste).AddYears(6).AddDays(-1), boek.LaatsteDagVanZesJaar);
    }

    [Fact(DisplayName = "art. 35 §1 – in de maand van de toekenning zijn de dagen ervoor geen dagen zonder werk")]
    public void Art35Par1_ToegekendInDeMaandEnEnkeleDagenGewerkt_TeltVanafDieDag() =>
        Assert.Equal(new Vrijstellingsritme(5, 17), Boek(Geval("2025-03", Categorie.Alleenstaand, LoonVan("2025-03-15", "2025-03-19", 200m)) with { Vrijstelling = Gewoon("2025-03-15") })!.Ritme);

    [Fact(DisplayName = "art. 35 §1 – zes jaar vanaf 29 februari eindigen op 28 februari")]
    public void Art35Par1_ToegekendOp29Februari_EindigtOp28Februari()
    {
        var boek = Boek(Werkend("2025-11", Gewoon("2020-02-29")))!;

        Assert.Equal((Dag("2026-02-28"), Dag("2026-02-28")), (boek.LaatsteDag, boek.LaatsteDagVanZesJaar));
    }

    [Fact(DisplayName = "art. 35 §1 – na de zes jaar blijft er niets over, wat er ook niet verbruikt is")]
    public void Art35Par1_ZesJaarVoorbij_NietsOver()
    {
        var boek = Boek(Werkend("2025-03", Gewoon("2019-04-01")))!;

        Assert.Equal((0, null, Vrijstellingseinde.ZesJaarVoorbij, 31), (boek.Over, boek.LaatsteDag, boek.Reden, boek.Verbruikt));
        Assert.False(boek.EindigtBinnenkort);
        Assert.Equal(1, Boek(Werkend("2025-03", Gewoon("2019-04-02", Periode("2022-01-01", "2024-11-28"))))?.LaatsteDag?.Day);
    }

    [Theory(DisplayName = "art. 35 §1 – verwittigen als er na de maand die loopt hoogstens drie maanden over zijn")]
    [InlineData("2019-08-01", true)]
    [InlineData("2019-07-31", true)]
    [InlineData("2019-08-02", false)]
    [InlineData("2019-04-02", true)]
    public void Art35Par1_DrieMaanden_OpDeDag(string eerste, bool binnenkort) =>
        // Na maart 2025 loopt april; mei, juni en juli zijn de drie maanden.
        Assert.Equal(binnenkort, Boek(Werkend("2025-03", Gewoon(eerste)))!.EindigtBinnenkort);

    [Fact(DisplayName = "art. 35 – in de laatste maanden van de kalender gaat geen dag te ver")]
    public void Art35_EindeVanDeKalender_BlijftErop()
    {
        var boek = Boek(Werkend("9998-11", Gewoon("9998-11-30")))!;

        Assert.Equal(DateOnly.MaxValue.AddDays(-1), boek.LaatsteDagVanZesJaar);
        Assert.True(boek.EindigtBinnenkort);
    }

    [Fact(DisplayName = "art. 35 §1 – wie al jaren geleden alle dagen verbruikte heeft er geen meer, ook al lopen de zes jaar nog")]
    public void Art35Par1_DagenLangGeledenOp_RedenIsDeDagen()
    {
        var eerste = Dag("2019-06-01");
        var boek = Boek(Geval("2025-03", Categorie.Alleenstaand) with { Vrijstelling = Gewoon("2019-06-01", new Periode(eerste, eerste.AddDays(1094))) })!;

        Assert.Null(boek.Ritme);
        Assert.Equal((0, null, Vrijstellingseinde.DagenOp), (boek.Over, boek.LaatsteDag, boek.Reden));
    }

    [Fact(DisplayName = "art. 35 §1 – enkel in de maand van de toekenning vallen dagen weg uit het ritme, niet in de maanden erna")]
    public void Art35Par1_LaterDanDeToekenning_HeleMaandTelt() =>
        Assert.Equal(new Vrijstellingsritme(15, 30), Boek(Geval("2025-04", Categorie.Alleenstaand, LoonVan("2025-04-01", "2025-04-15", 300m)) with { Vrijstelling = Gewoon("2025-01-20") })!.Ritme);

    [Fact]
    public void Van_ZonderGevalOfResultaat_Gooit()
    {
        Assert.Throws<ArgumentNullException>("geval", () => Vrijstellingsboek.Van(null!, Bereken(Geval("2025-03", Categorie.Alleenstaand))));
        Assert.Throws<ArgumentNullException>("resultaat", () => Vrijstellingsboek.Van(Geval("2025-03", Categorie.Alleenstaand), null!));
    }
}
