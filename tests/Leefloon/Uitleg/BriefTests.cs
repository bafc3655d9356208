using SolidLoonfiches.Loonfiches;
using static SolidLoonfiches.Leefloon.Tests.Gevallen;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class BriefTests
{
    public static TheoryData<Taal> Talen => [.. Enum.GetValues<Taal>()];

    private static readonly Geval Gewone = Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 1000m, new Looncomponent(ComponentKind.EcoCheque, 141m))) with { Vrijstelling = Gewoon("2025-01-10", Periode("2025-01-10", "2025-02-28")) };

    private static readonly Geval InDrieDelen = Geval("2025-03", Categorie.Samenwonend, LoonVan("2025-03-01", "2025-03-20", 500m)) with
    {
        Categorieen = [new(Dag("2024-01-01"), Categorie.Samenwonend), new(Dag("2025-03-11"), Categorie.Alleenstaand)],
        AndereBestaansmiddelen = [new(Bestaansmiddelsoort.Ander, 600m), new(Bestaansmiddelsoort.Studietoelage, 1500m)],
        Samenwonenden = [new(Relatie.Ander, 9000m)],
    };

    [Theory(DisplayName = "de brief zegt elke zin van de boom, en behalve koppen, aanhef en slot niets anders")]
    [MemberData(nameof(Talen))]
    public void Brief_ZegtDeBoomEnNietsAnders(Taal taal) => Assert.All(new[] { Gewone, InDrieDelen }, geval =>
    {
        var resultaat = Bereken(geval);
        var gezegd = Brief.Van(resultaat, taal).Delen.SelectMany(deel => deel.Regels).Select(regel => regel.Zin).Skip(1).ToHashSet();

        Assert.Equal(resultaat.Stap.Alle().Select(stap => stap.Zin.In(taal)).ToHashSet(), gezegd);
    });

    [Fact(DisplayName = "eerst waaruit iets volgt, dan wat eruit volgt; een loonfiche staat voor haar lijnen")]
    public void Brief_Leesvolgorde()
    {
        var brief = Brief.Van(Bereken(Gewone), Taal.Nederlands);

        Assert.Equal(["", "Het volledige leefloon", "Uw loon", "Wat van uw loon niet meetelt", "Uw leefloon", "Hoe lang u de vrijstelling nog hebt"], brief.Delen.Select(deel => deel.Kop));
        Assert.Equal(
            [
                ("Loonfiche van Bakkerij De Korenbloem, van 1 tot en met 31 maart 2025: 1.141,00 euro.", false),
                ("Het nettoloon op de loonfiche is 1.000,00 euro.", true),
                ("Ecocheque (141,00 euro): telt mee bovenop het nettoloon.", true),
                ("Het loon van maart 2025 telt voor het leefloon van dezelfde maand. De wet zegt niet duidelijk welke maand telt.", false),
                ("De loonfiches van maart 2025 samen: 1.141,00 euro.", false),
                ("Het loon van de hele maand: 1.141,00 euro.", false),
            ],
            brief.Delen[2].Regels.Select(regel => (regel.Zin, regel.Onderdeel)));
        Assert.All(brief.Delen[0].Regels, regel => Assert.False(regel.Onderdeel));
        Assert.Equal(["art. 16 §1 RMI-wet"], brief.Delen[2].Artikels);
        Assert.Equal("Het aanvullend leefloon voor maart 2025 is 503,51 euro, afgerond op de cent.", brief.Delen[0].Regels[1].Zin);
    }

    [Fact(DisplayName = "een maand in delen: het loon één keer, dan elk deel onder zijn dagen")]
    public void Brief_MaandInDelen()
    {
        var delen = Brief.Van(Bereken(InDrieDelen), Taal.Nederlands).Delen;

        Assert.Equal(["", "Uw loon", "Van 1 tot en met 10 maart 2025", "Van 11 tot en met 20 maart 2025", "Van 21 tot en met 31 maart 2025"], delen.Where(deel => deel.Niveau == 2).Select(deel => deel.Kop));
        Assert.Equal((3, "Het volledige leefloon"), delen.SkipWhile(deel => deel.Kop != "Van 1 tot en met 10 maart 2025").Skip(1).Select(deel => (deel.Niveau, deel.Kop)).First());
        Assert.Single(delen.SelectMany(deel => deel.Regels), regel => regel.Zin == "De loonfiches van maart 2025 samen: 500,00 euro.");
        Assert.Contains(delen, deel => deel is { Kop: "Wie bij u woont", Niveau: 3 });
        Assert.Contains(delen, deel => deel is { Kop: "Uw andere inkomsten", Niveau: 3 });
        Assert.All(delen.Where(deel => deel.Kop == "Het volledige leefloon"), deel => Assert.Equal(["art. 14 §1 RMI-wet"], deel.Artikels));
    }

    [Theory(DisplayName = "het artikel staat er zoals men het in die taal aanhaalt")]
    [InlineData(Taal.Nederlands, "art. 35 §1 KB 11-07-2002", "art. 34 KB 11-07-2002", "art. 14 §2 RMI-wet")]
    [InlineData(Taal.Frans, "art. 35, § 1er, AR 11-07-2002", "art. 34 AR 11-07-2002", "art. 14, § 2, loi DIS")]
    [InlineData(Taal.Engels, "art. 35 §1 RD 11-07-2002", "art. 34 RD 11-07-2002", "art. 14 §2 RMI Act")]
    public void Artikel_PerTaal(Taal taal, params string[] verwacht)
    {
        var boek = Taalboek.Van(taal);
        Assert.Equal(verwacht, new[] { Wetsartikel.Kb35Par1, Wetsartikel.Kb34, Wetsartikel.Rmi14Par2 }.Select(artikel => Wetsartikel.In(artikel.Citaat, boek)));
        Assert.All(Wetsartikel.Alle, artikel => Assert.DoesNotContain('{', Wetsartikel.In(artikel.Citaat, boek)));
        Assert.Equal("art. 60 §7 OCMW-wet", Wetsartikel.In("art. 60 §7 OCMW-wet", boek));
    }

    [Theory(DisplayName = "elke brief is af: niets blijft oningevuld, en er staat geen woord van informatici in")]
    [MemberData(nameof(Talen))]
    public void AlsTekst_IsAf(Taal taal)
    {
        var tekst = Brief.Van(Bereken(InDrieDelen), taal).AlsTekst();

        Assert.DoesNotMatch(@"[{}|]|(?i)\b(pod|webid|rdf|token)\b", tekst);
        Assert.EndsWith(".\n", tekst, StringComparison.Ordinal);
        Assert.Equal(taal is Taal.Frans ? "Dossier 2026-0001. Calculé le 1er mai 2026." : taal is Taal.Engels ? "File 2026-0001. Worked out on 1 May 2026." : "Dossier 2026-0001. Berekend op 1 mei 2026.",
            Brief.Van(Bereken(InDrieDelen), taal).Kenmerk("2026-0001", new(2026, 5, 1)));
    }

    [Fact(DisplayName = "de gewone tekst: titel en koppen onderlijnd, lijnen van een loonfiche eronder, artikels tussen haakjes")]
    public void AlsTekst_Vorm()
    {
        var tekst = Brief.Van(Bereken(Gewone), Taal.Nederlands).AlsTekst();

        Assert.Contains("\n\nUw loon\n-------\nLoonfiche van Bakkerij De Korenbloem, van 1 tot en met 31 maart 2025: 1.141,00 euro.\n  - Het nettoloon op de loonfiche is 1.000,00 euro.\n  - Ecocheque", tekst, StringComparison.Ordinal);
        Assert.Contains("Het loon van de hele maand: 1.141,00 euro.\n(art. 16 §1 RMI-wet)\n\nWat van uw loon niet meetelt\n----------------------------\n", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("()", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", tekst, StringComparison.Ordinal);

        var delen = Brief.Van(Bereken(InDrieDelen), Taal.Nederlands).AlsTekst();
        Assert.Contains("\nVan 1 tot en met 10 maart 2025\n------------------------------\n", delen, StringComparison.Ordinal);
        Assert.Contains("\nWie bij u woont\n...............\n", delen, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "een bewaarde controle geeft jaren later dezelfde brief, ook in een andere taal")]
    public void BewaardeControle_ZelfdeBrief()
    {
        var resultaat = Bereken(InDrieDelen);
        var terug = System.Text.Json.JsonSerializer.Deserialize<Maandresultaat>(System.Text.Json.JsonSerializer.Serialize(resultaat))!;

        Assert.All(Enum.GetValues<Taal>(), taal => Assert.Equal(Brief.Van(resultaat, taal).AlsTekst(), Brief.Van(terug, taal).AlsTekst()));
    }

    [Fact(DisplayName = "een maand zonder recht heeft een korte brief")]
    public void ZonderRecht_KorteBrief()
    {
        var brief = Brief.Van(Bereken(Geval("2025-03", Categorie.Alleenstaand) with { Recht = [Periode("2025-05-01")] }), Taal.Nederlands);

        Assert.Equal(["", "Uw leefloon"], brief.Delen.Select(deel => deel.Kop));
        Assert.Equal("In maart 2025 is er geen leefloon, want er is geen dag met recht op leefloon.", brief.Delen[0].Regels[1].Zin);
    }

    [Fact(DisplayName = "een deel van de maand dat zijn dagen niet noemt, of niet met een sleutel, heet naar zijn eigen zin")]
    public void MaandInDelen_ZonderDagen_HeetNaarDeZin()
    {
        var resultaat = Bereken(InDrieDelen);
        Stap Oud(Stap aandeel, string zin, bool metDagen) => new(aandeel.Naam, aandeel.Artikel, aandeel.Waarde, aandeel.Eenheid, aandeel.Bron,
            metDagen ? [new("dagenMetRecht", aandeel.Artikel, 10m, "dagen", "verklaring", [], Zin.Bewaard("Tien dagen."))] : [], Zin.Bewaard(zin));
        var aandelen = resultaat.Stap.Uit.Where(stap => stap.Naam == "aandeel").ToList();
        var oud = resultaat with { Stap = resultaat.Stap with { Uit = [Oud(aandelen[0], "Het eerste deel.", metDagen: false), Oud(aandelen[1], "Het tweede deel.", metDagen: true)] } };

        Assert.Equal(["", "Het eerste deel.", "Het tweede deel."], Brief.Van(oud, Taal.Nederlands).Delen.Where(deel => deel.Niveau == 2).Select(deel => deel.Kop));
    }

    [Fact]
    public void Van_ZonderResultaat_Gooit() => Assert.Throws<ArgumentNullException>("resultaat", () => Brief.Van(null!, Taal.Nederlands));
}
