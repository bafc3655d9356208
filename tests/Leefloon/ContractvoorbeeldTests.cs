using SolidLoonfiches.Loonfiches;
using static SolidLoonfiches.Leefloon.Tests.Gevallen;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>Het voorbeeld van het contract calculate.</summary>
public sealed class ContractvoorbeeldTests
{
    private static readonly Geval Voorbeeld = new()
    {
        Maand = Maand.Parse("2025-03"),
        Categorieen = [new CategorieVanaf(new DateOnly(2024, 11, 1), Categorie.Alleenstaand)],
        Recht = [Periode("2024-11-01")],
        Lonen = [new Loon("slip-1", "0123456749", Dag("2025-03-01"), Dag("2025-03-31"), Dag("2025-03-31"), 1000.00m, [new Looncomponent(ComponentKind.EcoCheque, 141.00m)])],
        Vrijstelling = Gewoon("2025-01-10", Periode("2025-01-10", "2025-02-28")),
    };

    [Fact]
    public void Bereken_VoorbeeldVanHetContract_GeeftDeBedragenVanHetContract()
    {
        var resultaat = Bereken(Voorbeeld);

        Assert.Equal(Euro.Of(503.51m), resultaat.Bedrag);
        Assert.Equal(new DateOnly(2025, 2, 1), resultaat.Wetsversie);
        Assert.Empty(resultaat.Waarschuwingen);
        Assert.Equal(1014, resultaat.ResterendeDagen);
        Assert.Equal([Periode("2025-03-01", "2025-03-31")], resultaat.VerbruikteDagen);

        var segment = Assert.Single(resultaat.Segmenten);
        Assert.Equal((Dag("2025-03-01"), Dag("2025-03-31"), 31, Categorie.Alleenstaand), (segment.Van, segment.Tot, segment.Dagen, segment.Categorie));
        Assert.Equal(15770.41m, segment.BedragPerJaar);
        Assert.Equal(1141.00m, segment.LoonPerMaand);
        Assert.Equal(309.48m, segment.VrijstellingPerMaand);
        Assert.Equal(9978.24m, segment.BestaansmiddelenPerJaar);
        Assert.Equal(250.00m, segment.AlgemeneVrijstellingPerJaar);
        Assert.Equal(6042.17m, segment.LeefloonPerJaar);
        Assert.Equal(503.514167m, decimal.Round(segment.Aandeel, 6));
    }

    [Fact]
    public void Bereken_VoorbeeldVanHetContract_LeestVanResultaatNaarBron()
    {
        var stap = Bereken(Voorbeeld).Stap;

        Assert.Equal("Het aanvullend leefloon voor maart 2025 is 503,51 euro, afgerond op de cent.", stap.Uitleg);
        Assert.Equal("art. 14 §2 RMI-wet", stap.Artikel);
        Assert.Contains(stap.Alle(), s => s.Uitleg == "Voor de hele maand: 6.042,17 / 12 = 503,514167 euro.");
        Assert.Contains(stap.Alle(), s => s.Uitleg == "Het volledige leefloon, min wat er van de inkomsten overblijft: 15.770,41 - (9.978,24 - 250,00) = 6.042,17 euro per jaar.");
        Assert.Contains(stap.Alle(), s => s.Uitleg == "Het loon min de vrijstelling: 1.141,00 - 309,48 = 831,52 euro per maand.");
        Assert.Contains(stap.Alle(), s => s is { Waarde: 1000.00m, Bron: "loonfiche slip-1, lijn nettoloon" });
        Assert.Contains(stap.Alle(), s => s is { Naam: "jaarbedrag", Waarde: 15770.41m } && s.Bron!.StartsWith("barema leefloon, rij van 2025-02-01 (gepubliceerd): ", StringComparison.Ordinal));
        Assert.Contains(stap.Alle(), s => s is { Waarde: 1045m, Naam: "vrijstellingsdagenOver" });
    }
}
