using System.Text.Json;
using SolidLoonfiches.Loonfiches;
using static SolidLoonfiches.Leefloon.Tests.Gevallen;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class StapTests
{
    /// <summary>Een maand waarin bijna alles voorkomt.</summary>
    private static readonly Geval Druk = new()
    {
        Maand = Maand.Parse("2026-04"),
        HerzienOp = Dag("2026-03-20"),
        Categorieen = [new(Dag("2024-01-01"), Categorie.Samenwonend), new(Dag("2026-04-21"), Categorie.GezinTenLaste)],
        Recht = [Periode("2024-01-01", "2026-04-27")],
        Lonen =
        [
            LoonVan("2026-03-25", "2026-04-10", 340m, new Looncomponent(ComponentKind.MealVoucher, 60m), new Looncomponent(ComponentKind.Commuting, 12m)),
            LoonVan("2026-04-06", "2026-04-15", 150m, new Looncomponent(ComponentKind.Seizure, 40m)) with { Id = "fiche-2", Werkgever = "Café Sport" },
            Loon("2026-02", 900m) with { Id = "fiche-3" },
        ],
        Vrijstelling = Knelpunt("2026-01-13", "2026-01-13", Periode("2026-01-13", "2026-03-31")),
        AndereBestaansmiddelen = [new(Bestaansmiddelsoort.Ander, 600m), new(Bestaansmiddelsoort.Studietoelage, 1500m)],
        Samenwonenden =
        [
            new(Relatie.Partner, 11000m),
            new(Relatie.Ouder, 12000m, KinderbijslagVoorAanvragerPerJaar: 240m),
            new(Relatie.Ander, 30000m),
        ],
    };

    [Fact]
    public void Boom_ElkBladHeeftEenBronEnElkeKnoopStappen() => Assert.All(Bereken(Druk).Stap.Alle(), stap =>
    {
        Assert.Equal(stap.Uit.Count == 0, stap.Bron is not null);
        Assert.NotEqual("", stap.Naam);
        Assert.Matches("^art\\. [0-9]+( §[0-9])? (RMI-wet|KB 11-07-2002)$", stap.Artikel);
        Assert.Contains(stap.Eenheid, new[] { "EUR/jaar", "EUR/maand", "EUR", "dagen", "-" });
        // Een zin: een hoofdletter, een punt, en geen restje van het programma.
        Assert.Matches(@"^[A-Z].*\.$", stap.Uitleg);
        Assert.DoesNotMatch(@"[{}]|  |\.\.|null|True|False", stap.Uitleg);
    });

    [Fact]
    public void Boom_SommenKloppen_VanBladerenTotResultaat()
    {
        var resultaat = Bereken(Druk);

        Assert.Equal(resultaat.Bedrag.Amount, resultaat.Stap.Waarde);
        Assert.Equal(resultaat.Segmenten.Select(s => s.Aandeel), resultaat.Stap.Uit.Where(s => s.Naam == "aandeel").Select(s => s.Waarde));
        Assert.All(resultaat.Stap.Alle().Where(s => s.Naam is "bestaansmiddelen" or "andereBestaansmiddelen" or "samenwonenden"),
            stap => Assert.Equal(decimal.Round(stap.Uit.Sum(u => u.Waarde), 18), decimal.Round(stap.Waarde, 18)));
    }

    [Fact]
    public void Boom_DrukkeMaand_ZegtOokWatNietMeetelt()
    {
        var uitleg = Bereken(Druk).Stap.Alle().Select(s => s.Uitleg).ToHashSet();

        Assert.Contains("De loonfiche van Bakkerij De Korenbloem, van 1 tot en met 28 februari 2026, telt niet mee: ze gaat over geen enkele dag van april 2026.", uitleg);
        Assert.Contains("Loonbeslag of loonoverdracht (40,00 euro): gaat niet af van het loon. Het loon telt zoals het was voor de werkgever dit inhield (Cass. 17-05-1993).", uitleg);
        Assert.Contains("Een studietoelage (1.500,00 euro per jaar) telt niet mee: de wet stelt dit vrij.", uitleg);
        Assert.Contains("Een andere samenwonende telt niet mee: deze persoon is geen partner en moet geen onderhoudsgeld betalen.", uitleg);
        Assert.Contains("Van de partner telt mee wat boven het leefloon van categorie 1 ligt: 11.000,00 - 10.723,75 = 276,25 euro per jaar.", uitleg);
        Assert.Contains("Voor deze dagen is er geen loon: geen enkele loonfiche gaat over deze dagen.", uitleg);
    }

    [Fact]
    public void Waarschuwingen_DrukkeMaand_ElkEenKeerInVasteVolgorde() =>
        Assert.Equal(["amountUnconfirmed", "slipOutsideMonth", "unconfirmed:mealVoucher", "unconfirmed:commuting"], Bereken(Druk).Waarschuwingen);

    [Fact]
    public void Gelijk_TweeKeerBerekend_TotEenBladVerschilt()
    {
        var stap = Bereken(Druk).Stap;

        Assert.Equal(stap, Bereken(Druk).Stap);
        Assert.Equal(stap.GetHashCode(), Bereken(Druk).Stap.GetHashCode());
        Assert.NotEqual(stap, Bereken(Druk with { Billijkheidsreden = "zorg" }).Stap);
        var anders = Druk with { Lonen = [Druk.Lonen[0] with { Id = "fiche-9" }, .. Druk.Lonen.Skip(1)] };
        Assert.NotEqual(stap, Bereken(anders).Stap);
    }

    [Fact]
    public void Geval_BewaardAlsJsonEnTeruggelezen_GeeftHetzelfdeResultaat()
    {
        var terug = JsonSerializer.Deserialize<Geval>(JsonSerializer.Serialize(Druk with { Beleid = new() { Componenten = new Dictionary<ComponentKind, bool> { [ComponentKind.Bonus] = false } } }))!;

        var eerst = JsonSerializer.Serialize(Bereken(Druk));
        Assert.Equal(eerst, JsonSerializer.Serialize(Bereken(terug)));
        var stap = JsonSerializer.Deserialize<Maandresultaat>(eerst)!.Stap;
        Assert.Equal(Bereken(Druk).Stap.Alle().Select(s => (s.Naam, s.Waarde, s.Uitleg)), stap.Alle().Select(s => (s.Naam, s.Waarde, s.Uitleg)));
    }

    [Fact]
    public void Gelijk_TotEenVeldVerschilt_ElkVeldTelt()
    {
        var stap = Stap.Blad(Zinnen.LoonSomGeen.Met(Maand.Parse("2025-03")), Wetsartikel.Rmi16Par1, 5m, Eenheid.EuroPerMaand, "geen loonfiche");

        Assert.Equal(stap, stap with { });
        Assert.All(
            new[] { stap with { Naam = "anders" }, stap with { Artikel = "art. 1" }, stap with { Waarde = 6m }, stap with { Eenheid = Eenheid.Dagen }, stap with { Bron = null }, stap with { Uit = [stap] } },
            andere => Assert.NotEqual(stap, andere));
        Assert.False(stap.Equals(null));
    }

    [Fact]
    public void Bewaard_LegeGeschrevenZinNaastDeSleutel_DeSleutelBlijft()
    {
        var stap = Bereken(Druk).Met("loonfiche");
        var json = System.Text.Json.Nodes.JsonNode.Parse(JsonSerializer.Serialize(stap))!;
        json["uitleg"] = null;

        Assert.Equal(stap.Uitleg, json.Deserialize<Stap>()!.Uitleg);
    }
}
