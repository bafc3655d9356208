using SolidLoonfiches.Loonfiches;
using static SolidLoonfiches.Leefloon.Tests.Gevallen;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class Art34Tests
{
    /// <summary>Het jaarbedrag van categorie 1 in 2025 en sinds maart 2026.</summary>
    private const decimal A1 = 10513.60m;
    private const decimal A1Nieuw = 10723.75m;

    private static Geval Samen(string maand, Categorie categorie, params Samenwonende[] personen) => Geval(maand, categorie) with { Samenwonenden = personen };

    [Fact(DisplayName = "art. 34 §1 – categorie 3: de middelen van de partner tellen volledig")]
    public void Art34Par1_Categorie3_PartnerVolledig() =>
        Assert.Equal(9000m, EnigSegment(Samen("2025-03", Categorie.GezinTenLaste, new Samenwonende(Relatie.Partner, 9000m))).BestaansmiddelenPerJaar);

    [Theory(DisplayName = "art. 34 §1 – categorie 1: enkel wat boven het bedrag van categorie 1 ligt")]
    [InlineData("10513.60", 0)]
    [InlineData("10513.61", "0.01")]
    [InlineData(15000, "4486.40")]
    [InlineData(9000, 0)]
    public void Art34Par1_Categorie1_DeelBovenCategorie1(decimal middelen, decimal telt) =>
        Assert.Equal(telt, EnigSegment(Samen("2025-03", Categorie.Samenwonend, new Samenwonende(Relatie.Partner, middelen))).BestaansmiddelenPerJaar);

    [Fact(DisplayName = "art. 34 §1 – een partner die zelf leefloon ontvangt telt niet mee")]
    public void Art34Par1_PartnerOntvangtLeefloon_TeltNiet()
    {
        var resultaat = Bereken(Samen("2025-03", Categorie.GezinTenLaste, new Samenwonende(Relatie.Partner, 9000m, OntvangtLeefloon: true)));

        Assert.Equal(Euro.Of(1776.07m), resultaat.Bedrag);
        Assert.Equal("De partner telt niet mee: deze persoon krijgt zelf leefloon.", resultaat.Met("samenwonendeNietMee").Uitleg);
    }

    [Fact(DisplayName = "art. 34 §2, oude regels – ouders en kinderen enkel als het OCMW ze meetelt, onderhoudsplichtigen nooit")]
    public void Art34Par2Oud_EnkelWieMeegeteldIs()
    {
        decimal Telt(params Samenwonende[] personen) => EnigSegment(Samen("2025-03", Categorie.Samenwonend, personen)).BestaansmiddelenPerJaar;

        Assert.Equal(0m, Telt(new Samenwonende(Relatie.Ouder, 15000m)));
        Assert.Equal(15000m - A1, Telt(new Samenwonende(Relatie.Ouder, 15000m, Meegeteld: true)));
        Assert.Equal(15000m - A1, Telt(new Samenwonende(Relatie.MeerderjarigKind, 15000m, Meegeteld: true)));
        Assert.Equal(0m, Telt(new Samenwonende(Relatie.Onderhoudsplichtige, 15000m, Meegeteld: true)));
        Assert.Equal(0m, Telt(new Samenwonende(Relatie.Ander, 15000m, Meegeteld: true)));
        // De gezinsbijslag telt pas onder de nieuwe regels.
        Assert.Equal(15000m - A1, Telt(new Samenwonende(Relatie.Ouder, 15000m, Meegeteld: true, KinderbijslagVoorAanvragerPerJaar: 2000m)));
    }

    [Fact(DisplayName = "art. 34 §2, oude regels – twee ouders samen: de som min twee keer het bedrag van categorie 1")]
    public void Art34Par2Oud_TweeOuders_SomMinTweeKeer() =>
        Assert.Equal(5000m, EnigSegment(Samen("2025-03", Categorie.Samenwonend,
            new Samenwonende(Relatie.Ouder, A1 + 7000m, Meegeteld: true), new Samenwonende(Relatie.Ouder, A1 - 2000m, Meegeteld: true))).BestaansmiddelenPerJaar);

    [Fact(DisplayName = "art. 34 §2, nieuwe regels – alle onderhoudsplichtigen tellen, met de gezinsbijslag voor de aanvrager")]
    public void Art34Par2Nieuw_AlleOnderhoudsplichtigen()
    {
        decimal Telt(params Samenwonende[] personen) => EnigSegment(Samen("2026-03", Categorie.Samenwonend, personen)).BestaansmiddelenPerJaar;

        foreach (var relatie in new[] { Relatie.Ouder, Relatie.MeerderjarigKind, Relatie.Onderhoudsplichtige })
        {
            Assert.Equal(15000m - A1Nieuw, Telt(new Samenwonende(relatie, 15000m)));
            Assert.Equal(15000m - A1Nieuw + 1200m, Telt(new Samenwonende(relatie, 15000m, KinderbijslagVoorAanvragerPerJaar: 1200m)));
            Assert.Equal(1200m, Telt(new Samenwonende(relatie, 5000m, KinderbijslagVoorAanvragerPerJaar: 1200m)));
        }

        Assert.Equal(0m, Telt(new Samenwonende(Relatie.Ander, 15000m, KinderbijslagVoorAanvragerPerJaar: 1200m)));
        Assert.Equal(0m, Telt(new Samenwonende(Relatie.Ouder, 15000m, KinderbijslagVoorAanvragerPerJaar: 1200m, OntvangtLeefloon: true)));
        // De som, min zoveel keer het bedrag als er personen zijn, plus de bijslag van allen.
        Assert.Equal(Math.Max(0m, 20000m + 3000m - (2 * A1Nieuw)) + 100m + 200m, Telt(
            new Samenwonende(Relatie.Ouder, 20000m, KinderbijslagVoorAanvragerPerJaar: 100m), new Samenwonende(Relatie.Onderhoudsplichtige, 3000m, KinderbijslagVoorAanvragerPerJaar: 200m)));
    }

    [Fact(DisplayName = "art. 34 – het deel van de partner en dat van de familie worden opgeteld")]
    public void Art34_PartnerEnOuder_Opgeteld() =>
        Assert.Equal(1000m + 2000m, EnigSegment(Samen("2026-03", Categorie.Samenwonend,
            new Samenwonende(Relatie.Partner, A1Nieuw + 1000m), new Samenwonende(Relatie.Ouder, A1Nieuw + 2000m))).BestaansmiddelenPerJaar);

    [Theory(DisplayName = "art. 34 – de nieuwe regels gelden vanaf de eerste herziening sinds 1 maart 2026")]
    [InlineData("2026-02", null, false)]
    [InlineData("2026-02", "2026-03-15", false)]
    [InlineData("2026-03", null, true)]
    [InlineData("2026-03", "2026-02-28", false)]
    [InlineData("2026-09", "2025-11-01", false)]
    [InlineData("2026-09", "2026-03-01", true)]
    public void Art34_HerzieningBepaaltDeRegels(string maand, string? herzien, bool nieuw)
    {
        var resultaat = Bereken(Samen(maand, Categorie.Samenwonend, new Samenwonende(Relatie.Onderhoudsplichtige, 15000m)) with { HerzienOp = herzien is null ? null : Dag(herzien) });

        Assert.Equal(nieuw, resultaat.Segmenten[0].BestaansmiddelenPerJaar > 0);
        Assert.Contains(nieuw ? "sinds 1 maart 2026" : "van voor 1 maart 2026", resultaat.Met("samenwonenden").Uitleg, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "art. 34 §2 – billijkheid: het deel van de familie is 0, dat van de partner blijft")]
    public void Art34Par2_Billijkheid_EnkelDeFamilieNul()
    {
        var resultaat = Bereken(Samen("2026-03", Categorie.Samenwonend, new Samenwonende(Relatie.Partner, A1Nieuw + 1000m),
            new Samenwonende(Relatie.Ouder, 30000m, KinderbijslagVoorAanvragerPerJaar: 500m)) with
        { Billijkheidsreden = "De vader is zwaar ziek." });

        Assert.Equal(1000m, resultaat.Segmenten[0].BestaansmiddelenPerJaar);
        Assert.Equal("beslissing om redenen van billijkheid: De vader is zwaar ziek.", resultaat.Met("deelFamilie").Bron);
        Assert.Equal("Het OCMW telt één samenwonende niet mee, omdat dat niet billijk zou zijn. De reden: De vader is zwaar ziek.", resultaat.Met("deelFamilie").Uitleg);
    }

    [Fact(DisplayName = "art. 34 §2 – billijkheid zonder reden: de uitleg zegt dat ze ontbreekt")]
    public void Art34Par2_BillijkheidZonderReden_DeUitlegZegtHet() =>
        Assert.Equal("Het OCMW telt één samenwonende niet mee, omdat dat niet billijk zou zijn. De reden staat er niet bij.",
            Bereken(Samen("2026-03", Categorie.Samenwonend, new Samenwonende(Relatie.Ouder, 30000m)) with { Billijkheidsreden = " " }).Met("deelFamilie").Uitleg);

    [Fact(DisplayName = "art. 34 – wie in de loop van de maand komt inwonen telt vanaf die dag")]
    public void Art34_InwonendVanafEenDag_EigenTijdvak() =>
        Assert.Equal([(9, 0m), (22, 4486.40m)], Bereken(Samen("2025-03", Categorie.Samenwonend, new Samenwonende(Relatie.Partner, 15000m, Geldig: Periode("2025-03-10"))))
            .Segmenten.Select(s => (s.Dagen, s.BestaansmiddelenPerJaar)));

    [Theory(DisplayName = "art. 34 – is de maand al onder de nieuwe regels maar het dossier nog niet herzien, dan staat de laatste herziening erbij")]
    [InlineData("2026-02", "2025-11-01", false)]
    [InlineData("2026-03", "2025-11-01", true)]
    public void Art34_OudeRegelsSindsMaart2026_NoemtDeHerziening(string maand, string herzien, bool genoemd) =>
        Assert.Equal(genoemd, Bereken(Samen(maand, Categorie.Samenwonend, new Samenwonende(Relatie.Onderhoudsplichtige, 15000m)) with { HerzienOp = Dag(herzien) })
            .Met("samenwonenden").Uitleg.EndsWith("De laatste was op 1 november 2025.", StringComparison.Ordinal));

    [Fact(DisplayName = "art. 34 §2 – zonder onderhoudsplichtige die meetelt is er geen deel van de familie")]
    public void Art34Par2_NiemandTeltMee_GeenDeelVanDeFamilie() =>
        Assert.DoesNotContain(Bereken(Samen("2026-03", Categorie.Samenwonend, new(Relatie.Partner, 15000m), new(Relatie.Ander, 15000m))).Stap.Alle(), stap => stap.Naam == "deelFamilie");

    [Fact(DisplayName = "art. 34 §2 – de gezinsbijslag voor de aanvrager staat er bij wie ze krijgt, en enkel onder de nieuwe regels")]
    public void Art34Par2_Gezinsbijslag_StaatBijWieZeKrijgt()
    {
        decimal[] Bijslagen(string maand) => [.. Bereken(Samen(maand, Categorie.Samenwonend, new(Relatie.Ouder, 15000m, Meegeteld: true, KinderbijslagVoorAanvragerPerJaar: 1200m), new(Relatie.Ouder, 9000m, Meegeteld: true)))
            .Stap.Alle().Where(stap => stap.Naam == "gezinsbijslagVoorAanvrager").Select(stap => stap.Waarde)];

        Assert.Equal([1200m], Bijslagen("2026-03"));
        Assert.Empty(Bijslagen("2026-02"));
    }

    [Fact(DisplayName = "art. 34 – wie niet meetelt: over een partner zegt §1 het, over een ander het artikel zelf")]
    public void Art34_WieNietMeetelt_HetArtikelWaaruitDatVolgt()
    {
        string Artikel(Samenwonende persoon) => Bereken(Samen("2026-03", Categorie.Samenwonend, persoon)).Met("samenwonendeNietMee").Artikel;

        Assert.Equal("art. 34 §1 KB 11-07-2002", Artikel(new(Relatie.Partner, 9000m, OntvangtLeefloon: true)));
        Assert.Equal("art. 34 KB 11-07-2002", Artikel(new(Relatie.Ouder, 9000m, OntvangtLeefloon: true)));
    }

    /// <summary>Van de rij van 1 juni 2016 is enkel categorie 2 gepubliceerd gezien: het bedrag van categorie 1 is afgeleid.</summary>
    [Fact(DisplayName = "art. 34 – dient het bedrag van categorie 1 als drempel en is het afgeleid, dan waarschuwt het resultaat; anders niet")]
    public void Art34_AfgeleidBedragVanCategorie1_WaarschuwtWaarHetDeDrempelIs()
    {
        bool Waarschuwt(string? billijk, params Samenwonende[] personen) =>
            Bereken(Samen("2016-06", Categorie.Alleenstaand, personen) with { Billijkheidsreden = billijk }).Waarschuwingen.Contains("amountUnconfirmed");
        var ouder = new Samenwonende(Relatie.Ouder, 9000m, Meegeteld: true);

        Assert.False(Waarschuwt(null));
        Assert.True(Waarschuwt(null, new Samenwonende(Relatie.Partner, 9000m)));
        Assert.True(Waarschuwt(null, ouder));
        Assert.False(Waarschuwt(null, ouder with { Meegeteld = false }));
        Assert.False(Waarschuwt(null, new Samenwonende(Relatie.Partner, 9000m, OntvangtLeefloon: true)));
        Assert.False(Waarschuwt("zorg voor een ziek kind", ouder));
        Assert.True(Waarschuwt("zorg voor een ziek kind", ouder, new Samenwonende(Relatie.Partner, 9000m)));
    }
}
