using SolidLoonfiches.Loonfiches;
using static SolidLoonfiches.Leefloon.Tests.Gevallen;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class NazichtTests
{
    private static readonly Geval Goed = Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 500m));

    private static void Weigert(string code, string pad, Geval geval)
    {
        var fout = Geweigerd(geval);
        Assert.Equal((code, pad), (fout.Code, fout.Pad));
        Assert.Matches(@"^[A-Z].+\..*\.$", fout.Zin);
    }

    [Fact]
    public void MissingField_VrijstellingZonderDatum_Geweigerd()
    {
        Weigert("missingField", "/exemption/firstGranted", Goed with { Vrijstelling = new(Vrijstellingssoort.Gewoon, null, [], null) });
        Weigert("missingField", "/exemption/shortageFrom", Goed with { Vrijstelling = new(Vrijstellingssoort.Knelpuntberoep, Dag("2025-01-01"), [], null) });
    }

    [Fact]
    public void OutOfRange_WaardeBuitenHetContract_Geweigerd()
    {
        Weigert("outOfRange", "/category", Goed with { Categorieen = [new(Dag("2025-01-01"), (Categorie)4)] });
        Weigert("outOfRange", "/category", Goed with { Categorieen = [new(Dag("2025-01-01"), Categorie.Samenwonend), new(Dag("2025-01-01"), Categorie.Alleenstaand)] });
        Weigert("outOfRange", "/right", Goed with { Recht = [Periode("2025-01-01", "2025-03-10"), Periode("2025-03-10")] });
        Weigert("outOfRange", "/right", Goed with { Recht = [Periode("2025-03-10"), Periode("2025-01-01", "2025-03-10")] });
        Weigert("outOfRange", "/payslips/0", Goed with { Lonen = [Loon("2025-03", 500.001m)] });
        Weigert("outOfRange", "/payslips/0", Goed with { Lonen = [Loon("2025-03", 500m, new Looncomponent(ComponentKind.Bonus, 0.001m))] });
        Weigert("outOfRange", "/payslips/0", Goed with { Lonen = [Loon("2025-03", decimal.MaxValue)] });
        Weigert("outOfRange", "/otherResources/0/perYear", Goed with { AndereBestaansmiddelen = [new(Bestaansmiddelsoort.Ander, -0.01m)] });
        Weigert("outOfRange", "/cohabitants/0", Goed with { Samenwonenden = [new(Relatie.Partner, -1m)] });
        Weigert("outOfRange", "/cohabitants/0", Goed with { Samenwonenden = [new(Relatie.Ouder, 1m, KinderbijslagVoorAanvragerPerJaar: -1m)] });
        Weigert("outOfRange", "/otherResources", Goed with { AndereBestaansmiddelen = [new((Bestaansmiddelsoort)99, 1m)] });
        Weigert("outOfRange", "/cohabitants", Goed with { Samenwonenden = [new((Relatie)99, 1m)] });
        Weigert("outOfRange", "/exemption/kind", Goed with { Vrijstelling = new((Vrijstellingssoort)9, Dag("2025-01-01"), [], null) });
    }

    [Fact]
    public void OutOfRange_TweedePartner_GeweigerdOokAlsHijLeefloonOntvangt()
    {
        Weigert("outOfRange", "/cohabitants", Goed with { Samenwonenden = [new(Relatie.Partner, 1m), new(Relatie.Partner, 1m, OntvangtLeefloon: true)] });
        Weigert("outOfRange", "/cohabitants", Goed with { Samenwonenden = [new(Relatie.Partner, 1m), new(Relatie.Partner, 1m, Geldig: Periode("2025-03-31"))] });
    }

    [Fact]
    public void TweedePartner_OpAndereDagen_Berekend() => Assert.Equal(2, Bereken(Goed with
    {
        Samenwonenden = [new(Relatie.Partner, 1m, Geldig: Periode("2024-01-01", "2025-03-10")), new(Relatie.Partner, 20000m, Geldig: Periode("2025-03-11"))],
    }).Segmenten.Count);

    [Fact]
    public void PeriodReversed_EindeVoorBegin_Geweigerd()
    {
        Weigert("periodReversed", "/right", Goed with { Recht = [Periode("2025-03-10", "2025-03-09")] });
        Weigert("periodReversed", "/payslips/0/periodTo", Goed with { Lonen = [LoonVan("2025-03-10", "2025-03-09", 1m)] });
        Weigert("periodReversed", "/exemption/used", Goed with { Vrijstelling = Gewoon("2025-01-01", Periode("2025-02-01", "2025-01-01")) });
        Weigert("periodReversed", "/otherResources", Goed with { AndereBestaansmiddelen = [new(Bestaansmiddelsoort.Ander, 1m, Periode("2025-03-10", "2025-03-09"))] });
        Weigert("periodReversed", "/cohabitants", Goed with { Samenwonenden = [new(Relatie.Ouder, 1m, Geldig: Periode("2025-03-10", "2025-03-09"))] });
    }

    [Fact]
    public void BeforeFirstAmount_MaandVoorHetOudsteBedrag_Geweigerd()
    {
        Weigert("beforeFirstAmount", "/month", Geval("2013-08", Categorie.Alleenstaand));
        Assert.Equal(new DateOnly(2013, 9, 1), Bereken(Geval("2013-09", Categorie.Alleenstaand)).Wetsversie);
    }

    [Fact]
    public void BeforeRule_KnelpuntberoepVoor2024_Geweigerd()
    {
        Weigert("beforeRule", "/exemption/shortageFrom", Goed with { Vrijstelling = Knelpunt("2023-01-01", "2023-12-31") });
        Bereken(Goed with { Vrijstelling = Knelpunt("2023-01-01", "2024-01-01") });
    }

    [Fact]
    public void CategoryGap_DagMetRechtZonderCategorie_Geweigerd()
    {
        Weigert("categoryGap", "/category", Goed with { Categorieen = [new(Dag("2025-03-02"), Categorie.Alleenstaand)] });
        Weigert("categoryGap", "/category", Goed with { Categorieen = [] });
        // Alleen op de laatste dag van de maand is er recht, en de categorie begint daarna.
        Weigert("categoryGap", "/category", Goed with { Recht = [Periode("2025-03-31")], Categorieen = [new(Dag("2025-04-01"), Categorie.Alleenstaand)] });
        Assert.Contains("Op 1 maart 2025 is er recht op leefloon, maar geen categorie.", Geweigerd(Goed with { Categorieen = [] }).Zin, StringComparison.Ordinal);
    }

    [Fact]
    public void CategoryGap_DagZonderRecht_HeeftGeenCategorieNodig() =>
        Assert.Single(Bereken(Goed with { Recht = [Periode("2025-03-02")], Categorieen = [new(Dag("2025-03-02"), Categorie.Alleenstaand)] }).Segmenten);

    [Fact]
    public void MeerFouten_DeEersteInDeVolgordeVanHetContract()
    {
        // Van achter naar voor in de tabel van het contract komt er telkens een fout bij.
        var geval = Goed with { Vrijstelling = Knelpunt("2023-01-01", "2023-12-31"), Categorieen = [] };
        Weigert("beforeRule", "/exemption/shortageFrom", geval);
        geval = geval with { Maand = new Maand(2013, 8), Recht = [Periode("2013-01-01")] };
        Weigert("beforeFirstAmount", "/month", geval);
        geval = geval with { AndereBestaansmiddelen = [new(Bestaansmiddelsoort.Ander, 1m, Periode("2025-03-10", "2025-03-09"))] };
        Weigert("periodReversed", "/otherResources", geval);
        geval = geval with { Samenwonenden = [new(Relatie.Partner, 1m), new(Relatie.Partner, 1m)] };
        Weigert("outOfRange", "/cohabitants", geval);
        geval = geval with { AndereBestaansmiddelen = [new((Bestaansmiddelsoort)99, 1m, Periode("2025-03-10", "2025-03-09"))] };
        Weigert("outOfRange", "/otherResources", geval);
        geval = geval with { Lonen = [Loon("2013-08", 500.001m)] };
        Weigert("outOfRange", "/payslips/0", geval);
        geval = geval with { Recht = [Periode("2013-01-01"), Periode("2013-02-01")] };
        Weigert("outOfRange", "/right", geval);
        geval = geval with { Vrijstelling = new(Vrijstellingssoort.Gewoon, null, [], null) };
        Weigert("missingField", "/exemption/firstGranted", geval);
    }

    [Fact]
    public void Bereken_ZonderGeval_Gooit() => Assert.Throws<ArgumentNullException>("geval", () => AanvullendLeefloon.Bereken(null!));
}
