using SolidLoonfiches.Loonfiches;
using static SolidLoonfiches.Leefloon.Tests.Gevallen;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class BesluitTests
{
    public static TheoryData<Taal> Talen => [.. Enum.GetValues<Taal>()];

    private static readonly Maandresultaat Resultaat = Bereken(Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 1000m)) with
    {
        AndereBestaansmiddelen = [new(Bestaansmiddelsoort.Ander, 600m)],
        Samenwonenden = [new(Relatie.Ander, 9000m)],
    });

    private static Besluit Van(Taal taal, Euro? bedrag = null, Euro? ervoor = null, string? reden = null, string? rechtbank = null, int? termijn = null, DateOnly? gehoord = null) =>
        Besluit.Van(Resultaat, new Besluitgegevens(Resultaat.Maand, bedrag ?? Resultaat.Bedrag, ervoor, reden, gehoord, rechtbank, termijn), taal);

    private static string Tekst(Besluit besluit) => string.Join('\n', besluit.Delen.SelectMany(deel => deel.Zinnen.Prepend(deel.Kop)).Append(besluit.Titel).Append(besluit.Ontwerp).Append(besluit.Handtekening).Append(besluit.Kenmerk("2025-0001", "Els Janssens")).Append(besluit.Vragen("Els Janssens")));

    [Theory(DisplayName = "art. 21 §2 en §3 RMI-wet – bedrag, periodiciteit, feiten, recht, berekening en beroep staan er, in elke taal")]
    [MemberData(nameof(Talen))]
    public void Besluit_HeeftAlleDelen(Taal taal)
    {
        var besluit = Van(taal);

        Assert.Equal(["bedrag", "periodiciteit", "feiten", "recht", "berekening", "beroep"], besluit.Delen.Select(deel => deel.Naam));
        Assert.All(besluit.Delen, deel => Assert.True(deel.Kop.Length > 0 && deel.Zinnen.Count > 0, deel.Naam));
        Assert.DoesNotContain('{', Tekst(besluit));
        Assert.NotEmpty(besluit.Berekening.Delen);
    }

    [Theory(DisplayName = "een ontwerp zegt nooit dat iets geweigerd is, ook niet waar er niets te betalen is")]
    [MemberData(nameof(Talen))]
    public void Besluit_ZegtNooitGeweigerd(Taal taal) => Assert.All(new[] { Van(taal), Van(taal, Euro.Zero, Euro.Of(500m), "reden") }, besluit =>
        Assert.DoesNotMatch("(?i)weiger|refus|reject|denied|afgewezen|verworpen|rejet", Tekst(besluit)));

    [Fact(DisplayName = "het bedrag, wat het vroeger was, en de reden waar het anders is dan berekend")]
    public void Besluit_BedragEnReden()
    {
        var besluit = Van(Taal.Nederlands, Euro.Of(600m), Euro.Of(550m), "huur voorgeschoten");

        Assert.Equal(["U krijgt voor maart 2025 een leefloon van 600,00 euro.", "Vroeger was dat 550,00 euro per maand."], besluit.Delen[0].Zinnen);
        Assert.Equal("Het bedrag is anders dan de berekening. De reden: huur voorgeschoten", besluit.Delen[2].Zinnen[^1]);
        Assert.Contains("Voor maart 2025 is er geen leefloon te betalen: 0,00 euro.", Van(Taal.Nederlands, Euro.Zero).Delen[0].Zinnen);
        Assert.Single(Van(Taal.Nederlands, Euro.Of(600m), Euro.Of(600m)).Delen[0].Zinnen);
    }

    [Fact(DisplayName = "de feiten: hoe men woont, elke loonfiche, elk ander middel")]
    public void Besluit_Feiten()
    {
        var feiten = Van(Taal.Nederlands).Delen[2].Zinnen;

        Assert.Contains(feiten, zin => zin.StartsWith("Loonfiche van Bakkerij De Korenbloem", StringComparison.Ordinal));
        Assert.Contains("Een ander inkomen van 600,00 euro per jaar telt mee.", feiten);
        Assert.Equal(feiten.Count, feiten.Distinct().Count());
    }

    [Fact(DisplayName = "dat de persoon gehoord kon worden staat bij de feiten, met de dag")]
    public void Besluit_Gehoord()
    {
        Assert.Contains("U kreeg de kans om hierover gehoord te worden, op 1 april 2025.", Van(Taal.Nederlands, gehoord: new(2025, 4, 1)).Delen[2].Zinnen);
        Assert.Contains(Van(Taal.Frans, gehoord: new(2025, 4, 1)).Delen[2].Zinnen, zin => zin.EndsWith("le 1er avril 2025.", StringComparison.Ordinal));
        Assert.DoesNotContain("gehoord", Tekst(Van(Taal.Nederlands)), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "het recht: bij elk stuk van de berekening zijn artikels, en de volle naam van de wetten")]
    public void Besluit_Recht()
    {
        var recht = Van(Taal.Nederlands).Delen[3].Zinnen;

        Assert.Contains("Het volledige leefloon: art. 14 §1 RMI-wet", recht);
        Assert.All(Van(Taal.Nederlands).Berekening.Delen.SelectMany(deel => deel.Artikels), artikel => Assert.Contains(recht, zin => zin.Contains(artikel, StringComparison.Ordinal)));
        Assert.Contains(recht, zin => zin.Contains("26 mei 2002", StringComparison.Ordinal));
    }

    [Fact(DisplayName = "rechtbank en termijn zoals het OCMW ze opgaf; anders een open plaats om in te vullen")]
    public void Besluit_Beroep()
    {
        Assert.Equal("U kunt in beroep gaan bij de arbeidsrechtbank Gent, binnen 3 maanden nadat u deze beslissing kreeg.", Assert.Single(Van(Taal.Nederlands, rechtbank: "de arbeidsrechtbank Gent", termijn: 3).Delen[5].Zinnen));
        Assert.Contains("…", Assert.Single(Van(Taal.Frans).Delen[5].Zinnen), StringComparison.Ordinal);
    }
}
