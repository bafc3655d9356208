using System.Text.Json;
using static SolidLoonfiches.Leefloon.Tests.Gevallen;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class ZinJsonTests
{
    [Fact(DisplayName = "elke zin komt uit bewaring zoals hij erin ging, en zegt in elke taal hetzelfde")]
    public void ElkeZin_BewaardEnTeruggelezen_ZegtHetzelfde() => Assert.All(Voorbeeldzinnen.Alle, zin =>
    {
        var terug = JsonSerializer.Deserialize<Zin>(JsonSerializer.Serialize(zin))!;

        Assert.Equal(zin, terug);
        Assert.Equal(zin.GetHashCode(), terug.GetHashCode());
        Assert.All(Enum.GetValues<Taal>(), taal => Assert.Equal(zin.In(taal), terug.In(taal)));
    });

    [Fact(DisplayName = "de vorm waarin een zin bewaard wordt")]
    public void Vorm() => Assert.Equal(
        """{"sleutel":"loonfiche.deel","waarden":{"werkgever":"Bakkerij","tijd":["2025-03-20/2025-04-08"],"som":1000,"hier":12,"alle":20,"maand":"2025-03","deel":600}}""",
        JsonSerializer.Serialize(Zinnen.LoonficheDeel.Met("Bakkerij", new Periode(new(2025, 3, 20), new(2025, 4, 8)), 1000.00m, 12, 20, Loonfiches.Maand.Parse("2025-03"), 600)));

    /// <summary>De lijst groeit alleen: een controle van jaren terug noemt een sleutel, en die moet er nog zijn met dezelfde waarden.</summary>
    [Fact(DisplayName = "elke sleutel die ooit bewaard kon worden bestaat nog, met dezelfde waarden")]
    public void BewaardeSleutels_BestaanNog()
    {
        var bestand = Path.Combine(AppContext.BaseDirectory, "Uitleg", "bewaardeSleutels.txt");
        var nu = Zinnen.Alle.Values.Select(soort => $"{soort.Sleutel} | {string.Join(' ', soort.Namen.Zip(soort.Soorten, (naam, waarde) => $"{naam}:{waarde}"))}".TrimEnd()).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(File.ReadAllLines(bestand).ToHashSet(StringComparer.Ordinal), nu);
    }

    [Theory(DisplayName = "een zin van een nieuwere versie blijft bewaard zoals hij is, en zegt dat hij hier niet bekend is")]
    [InlineData("""{"sleutel":"loonSom.later","waarden":{"x":1}}""")]
    [InlineData("""{"sleutel":"loonSom","waarden":{"maand":"2025-03"}}""")]
    [InlineData("""{"sleutel":"loonSom","waarden":{"maand":"2025-03","som":"veel"}}""")]
    [InlineData("""{"sleutel":"looncomponent","waarden":{"soort":"later","bedrag":1}}""")]
    [InlineData("""{"sleutel":"loonSom"}""")]
    public void Onbekend_BlijftBewaard(string json)
    {
        var zin = JsonSerializer.Deserialize<Zin>(json)!;

        Assert.Equal(json, JsonSerializer.Serialize(zin));
        Assert.Equal(zin, JsonSerializer.Deserialize<Zin>(json));
        Assert.StartsWith("Deze stap komt uit een nieuwere versie.", zin.In(Taal.Nederlands), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "een controle van voor er sleutels waren toont haar Nederlandse zin in elke taal")]
    public void OudeControle_ToontHaarZin()
    {
        var stap = JsonSerializer.Deserialize<Stap>(
            """{"naam":"loonSom","artikel":"art. 16 §1 RMI-wet","waarde":5,"eenheid":"EUR/maand","bron":"geen loonfiche","uit":[],"uitleg":"Er is geen loonfiche voor maart 2025."}""",
            JsonSerializerOptions.Web)!;

        Assert.Equal("Er is geen loonfiche voor maart 2025.", stap.Uitleg);
        Assert.Equal(stap.Uitleg, stap.Zin.In(Taal.Frans));
        Assert.Equal(Zin.Bewaard("Er is geen loonfiche voor maart 2025."), stap.Zin);
    }

    [Fact(DisplayName = "een andere waarde, een andere sleutel of een andere tijd is een andere zin")]
    public void Gelijk_TotEenWaardeVerschilt()
    {
        var maart = Loonfiches.Maand.Parse("2025-03");
        Assert.NotEqual(Zinnen.LoonSom.Met(maart, 5m), Zinnen.LoonSom.Met(maart, 6m));
        Assert.NotEqual(Zinnen.LoonSomGeen.Met(maart), Zinnen.LoonSomNegatief.Met(maart));
        Assert.NotEqual(Zinnen.DagenDezeMaand.Met(maart, 2, Gegeven.Van([Periode("2025-03-01", "2025-03-02")])), Zinnen.DagenDezeMaand.Met(maart, 2, Gegeven.Van([Periode("2025-03-02", "2025-03-03")])));
        Assert.NotEqual(Zin.Bewaard("a"), Zin.Bewaard("b"));
        Assert.False(Zin.Bewaard("a").Equals((object)"a"));
        Assert.Equal(Zin.Bewaard("A."), (object)Zin.Bewaard("A."));
        Assert.Equal("A.", Zin.Bewaard("A.").ToString());
    }

    [Fact(DisplayName = "een tijd zonder einde blijft zonder einde")]
    public void TijdZonderEinde_BewaardEnTeruggelezen()
    {
        var zin = Zinnen.DagenMetRecht.Met(Periode("2025-03-11"), 21);

        Assert.Equal(zin, JsonSerializer.Deserialize<Zin>(JsonSerializer.Serialize(zin)));
        Assert.Contains("\"2025-03-11/..\"", JsonSerializer.Serialize(zin), StringComparison.Ordinal);
    }
}
