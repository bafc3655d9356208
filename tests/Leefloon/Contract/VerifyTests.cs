using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SolidLoonfiches.Loonfiches;
using static SolidLoonfiches.Leefloon.Tests.Gevallen;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class VerifyTests
{
    private const string Jaarbedrag = "leefloonVanDeMaand/aandeel/leefloonPerJaar/categoriebedrag/jaarbedrag";

    /// <summary>Elk feit dat er kan zijn, beleid inbegrepen.</summary>
    private static readonly Geval Vol = Geval("2026-04", Categorie.Alleenstaand, Loon("2026-04", 700.10m, new(ComponentKind.MealVoucher, 60m), new(ComponentKind.Advance, 50m, Inhouding: true)), LoonVan("2026-03-20", "2026-04-10", 150m)) with
    {
        HerzienOp = Dag("2026-03-02"),
        Categorieen = [new(Dag("2025-01-01"), Categorie.Samenwonend), new(Dag("2026-04-16"), Categorie.Alleenstaand)],
        Recht = [Periode("2025-01-01", "2026-04-20"), Periode("2026-04-22")],
        Vrijstelling = Knelpunt("2025-06-01", "2026-03-15", Periode("2025-06-01", "2025-09-30")),
        AndereBestaansmiddelen = [new(Bestaansmiddelsoort.Ander, 120m, Periode("2026-04-01", "2026-04-09")), new(Bestaansmiddelsoort.Studietoelage, 900m)],
        Samenwonenden = [new(Relatie.Ouder, 12_000m, KinderbijslagVoorAanvragerPerJaar: 300m, Geldig: Periode("2026-04-01", "2026-04-15")), new(Relatie.Ander, 1m)],
        Beleid = new Beleid { Componenten = new Dictionary<ComponentKind, bool> { [ComponentKind.MealVoucher] = false }, OnbevestigdeBedragen = true },
    };

    private static readonly Geval Gewone = Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 1141m)) with { Vrijstelling = Gewoon("2025-01-10") };

    private static JsonNode Uitvoer(Geval geval, Maandresultaat? resultaat = null) =>
        JsonNode.Parse(new Uitvoer("een-controle", new(2026, 5, 5, 6, 0, 0, TimeSpan.Zero), (resultaat ?? Bereken(geval)).Bedrag, AanvullendLeefloon.Versie, geval, resultaat ?? Bereken(geval)).Schrijf())!;

    private static VerifyOutput Verifieer(JsonNode uitvoer) => Verify.Run(Encoding.UTF8.GetBytes(uitvoer.ToJsonString()));

    private static JsonNode Stap(JsonNode uitvoer, string pad) =>
        pad.Split('/').Skip(1).Aggregate(uitvoer["export"]!["result"]!["stap"]!, (stap, naam) => stap["uit"]!.AsArray().First(kind => (string)kind!["naam"]! == naam)!);

    /// <summary>De eerste regels van "different".</summary>
    private static void Verschilt(JsonNode uitvoer, string stap, string bewaard, string nu)
    {
        var (tekst, afloop, _) = Verifieer(uitvoer);
        Assert.Equal(1, afloop);
        var regels = tekst.Split('\n');
        Assert.Equal(["different", "step: " + stap], regels.Take(2));
        Assert.Contains(regels, regel => regel.StartsWith("stored: " + bewaard, StringComparison.Ordinal));
        Assert.Contains(regels, regel => regel.StartsWith("now: " + nu, StringComparison.Ordinal));
    }

    [Fact]
    public void Run_OngewijzigdeUitvoerMetElkFeit_IsHetzelfde()
    {
        Assert.Equal(new VerifyOutput("same\n", 0, null), Verifieer(Uitvoer(Vol)));
        Assert.Equal(new VerifyOutput("same\n", 0, null), Verify.Run(Encoding.UTF8.GetBytes(Uitvoer(Vol).ToJsonString(new JsonSerializerOptions { WriteIndented = true }))));
    }

    [Fact]
    public void Run_ElkGeval_IsHetzelfde() => CsCheck.Check.Sample(Gevalgenerator.EenGeval, geval => Verifieer(Uitvoer(geval)).Text == "same\n");

    [Fact]
    public void Run_GewijzigdBedrag_WijstHetAan()
    {
        var uitvoer = Uitvoer(Gewone);
        uitvoer["export"]!["amount"] = 600.51m;
        Verschilt(uitvoer, "amount", "600.51", "503.51");

        uitvoer = Uitvoer(Gewone);
        uitvoer["export"]!["result"]!["bedrag"] = 600.51m;
        Verschilt(uitvoer, "result/bedrag", "600.51", "503.51");
    }

    [Fact]
    public void Run_GewijzigdeStap_WijstHaarAanEnNietWatEruitVolgt()
    {
        var uitvoer = Uitvoer(Gewone);
        Stap(uitvoer, "leefloonVanDeMaand/aandeel")["waarde"] = 600.51m;
        Stap(uitvoer, Jaarbedrag)["waarde"] = 16_000m;
        Verschilt(uitvoer, Jaarbedrag, "jaarbedrag = 16000 EUR/jaar, art. 14 §1 RMI-wet, barema", "jaarbedrag = 15770.41 EUR/jaar, art. 14 §1 RMI-wet, barema leefloon, rij van 2025-02-01");
    }

    [Theory]
    [InlineData("artikel", "art. 1")]
    [InlineData("eenheid", "dagen")]
    [InlineData("bron", "ergens anders")]
    [InlineData("naam", "maandbedrag")]
    public void Run_GewijzigdeStapInEenAnderVeld_WijstHaarAan(string veld, string waarde)
    {
        var uitvoer = Uitvoer(Gewone);
        Stap(uitvoer, Jaarbedrag)[veld] = waarde;
        var (tekst, afloop, _) = Verifieer(uitvoer);

        Assert.Equal(1, afloop);
        Assert.StartsWith($"different\nstep: {(veld == "naam" ? Jaarbedrag.Replace("jaarbedrag", waarde, StringComparison.Ordinal) : Jaarbedrag)}\narticle: ", tekst, StringComparison.Ordinal);
        Assert.Contains(waarde, tekst, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_StapWeggelatenOfToegevoegd_WijstHaarAan()
    {
        var uitvoer = Uitvoer(Gewone);
        Stap(uitvoer, "leefloonVanDeMaand/aandeel/leefloonPerJaar/categoriebedrag")["uit"]!.AsArray().RemoveAt(1);
        Verschilt(uitvoer, Jaarbedrag, "(geen stap)", "jaarbedrag = 15770.41");

        uitvoer = Uitvoer(Gewone);
        var uit = Stap(uitvoer, "leefloonVanDeMaand/aandeel/leefloonPerJaar/categoriebedrag")["uit"]!.AsArray();
        uit.Add(uit[1]!.DeepClone());
        Verschilt(uitvoer, Jaarbedrag + "[2]", "jaarbedrag = 15770.41", "(geen stap)");
    }

    [Fact]
    public void Run_TweeTijdvakken_NummertDeStap()
    {
        var uitvoer = Uitvoer(Vol);
        uitvoer["export"]!["result"]!["stap"]!["uit"]!.AsArray().Where(kind => (string)kind!["naam"]! == "aandeel").ElementAt(1)!["waarde"] = 1;
        var (tekst, _, _) = Verifieer(uitvoer);

        Assert.StartsWith("different\nstep: leefloonVanDeMaand/aandeel[2]\n", tekst, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_GewijzigdFeit_WijstDeEersteStapAanDieErvanAfhangt()
    {
        var uitvoer = Uitvoer(Gewone);
        uitvoer["export"]!["facts"]!["lonen"]![0]!["nettoloon"] = 900m;
        var (tekst, afloop, bericht) = Verifieer(uitvoer);

        Assert.Equal(1, afloop);
        Assert.Contains("/loonfiche/nettoloon\narticle: art. 16 §1 RMI-wet\nstored: nettoloon = 1141 EUR, art. 16 §1 RMI-wet, loonfiche fiche-1, lijn nettoloon\nnow: nettoloon = 900 EUR", tekst, StringComparison.Ordinal);
        Assert.EndsWith($"\nlaw: {AanvullendLeefloon.Versie}\n", tekst, StringComparison.Ordinal);
        Assert.Equal("De regels en bedragen zijn dezelfde als toen: de uitvoer of de bewaarde controle is gewijzigd.", bericht);
    }

    [Fact]
    public void Run_GewijzigdFeitDatNietsVerandert_ValtOokOp()
    {
        var uitvoer = Uitvoer(Gewone);
        uitvoer["export"]!["facts"]!["lonen"]![0]!["betaaldOp"] = "2025-04-05";
        Verschilt(uitvoer, "sha256", "de uitvoer zoals ze gemaakt is", "een gewijzigd bestand");
    }

    [Fact]
    public void Run_FeitenDieNietMeerTeBerekenenZijn_ZegtWelk()
    {
        var uitvoer = Uitvoer(Gewone);
        uitvoer["export"]!["facts"]!["maand"] = "2010-03";
        Verschilt(uitvoer, "facts/month", "", "beforeFirstAmount: ");
    }

    [Fact]
    public void Run_RijVanHetBaremaGewijzigd_WijstHaarAanMetDeVersieVanDeWet()
    {
        var rij = Barematabel.Jaarbedragen.Single(r => r.Vanaf == Dag("2025-02-01"));
        var andere = new Barema(rij with { Jaar = [rij.Jaar[0], rij.Jaar[1] with { Waarde = 15_771.41m }, rij.Jaar[2]] }, Barema.Op(Gewone.Maand, onbevestigde: false).Vrijstelling);
        var uitvoer = Uitvoer(Gewone, Assert.IsType<Uitkomst.Berekend>(AanvullendLeefloon.Bereken(Gewone, andere)).Resultaat);
        uitvoer["export"]!["lawVersion"] = "1-vroeger";

        Verschilt(uitvoer, Jaarbedrag, "jaarbedrag = 15771.41", "jaarbedrag = 15770.41");
        var (tekst, _, bericht) = Verifieer(uitvoer);
        Assert.EndsWith($"\nlaw: 1-vroeger, now {AanvullendLeefloon.Versie}\n", tekst, StringComparison.Ordinal);
        Assert.Contains("sindsdien gewijzigd", bericht, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AndereRegelsMaarHetzelfdeResultaat_IsHetzelfdeMetEenBericht()
    {
        var resultaat = Bereken(Gewone);
        var uitvoer = JsonNode.Parse(new Uitvoer("c", default, resultaat.Bedrag, "0-ooit", Gewone, resultaat).Schrijf())!;

        Assert.Equal(new VerifyOutput("same\n", 0, $"De regels of bedragen zijn sindsdien gewijzigd (toen 0-ooit, nu {AanvullendLeefloon.Versie}). Voor deze maand maakt dat geen verschil."), Verifieer(uitvoer));
    }

    [Theory]
    [InlineData("wetsversie", "\"2024-05-01\"")]
    [InlineData("resterendeDagen", "3")]
    [InlineData("waarschuwingen", "[\"x\"]", "[1]")]
    [InlineData("verbruikteDagen", "[]", "[1]")]
    [InlineData("segmenten", "[]", "[1]")]
    [InlineData("maand", "\"2025-04\"")]
    public void Run_GewijzigdDeelVanHetResultaat_WijstHetAan(string veld, string waarde, string plaats = "")
    {
        var uitvoer = Uitvoer(Gewone);
        uitvoer["export"]!["result"]![veld] = JsonNode.Parse(waarde);

        Assert.StartsWith($"different\nstep: result/{veld}{plaats}\n", Verifieer(uitvoer).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("geen json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "month": "2025-03", "category": 2, "right": { "from": "2024-11-01" } }""")]
    [InlineData("""{ "format": "solidloonfiches.check/2", "sha256": "", "export": null }""")]
    [InlineData("""{ "format": "solidloonfiches.check/1", "sha256": "", "export": null }""")]
    public void Run_GeenUitvoer_IsAfloopTweeMetUitleg(string json)
    {
        var (tekst, afloop, bericht) = Verify.Run(Encoding.UTF8.GetBytes(json));

        Assert.Equal(("", 2), (tekst, afloop));
        Assert.StartsWith("Dit is geen uitvoer van een controle", bericht, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_BeschadigdeUitvoer_IsAfloopTwee()
    {
        var uitvoer = Uitvoer(Gewone);
        uitvoer["export"]!["facts"]!["categorien"] = 2;
        Assert.Equal(2, Verifieer(uitvoer).ExitCode);

        uitvoer = Uitvoer(Gewone);
        uitvoer["export"]!["result"]!.AsObject().Remove("stap");
        Assert.Equal(2, Verifieer(uitvoer).ExitCode);

        // Ook waar een waarde die ontbreekt niets zou betekenen: wat er niet staat is niet bewaard.
        uitvoer = Uitvoer(Gewone);
        uitvoer["export"]!["result"]!.AsObject().Remove("resterendeDagen");
        Assert.Equal(2, Verifieer(uitvoer).ExitCode);

        uitvoer = Uitvoer(Gewone);
        uitvoer["export"]!["facts"]!["lonen"] = null;
        Assert.Equal(2, Verifieer(uitvoer).ExitCode);

        uitvoer = Uitvoer(Gewone);
        uitvoer["export"]!["facts"]!["lonen"] = JsonNode.Parse("[null]");
        Assert.Equal(2, Verifieer(uitvoer).ExitCode);
    }

    [Fact]
    public void Run_MeerVerschillen_WijstHetEersteAan()
    {
        var goed = Uitvoer(Gewone)["export"]!;
        var uitvoer = Uitvoer(Gewone);
        var (export, resultaat) = (uitvoer["export"]!, uitvoer["export"]!["result"]!);
        Stap(uitvoer, Jaarbedrag)["waarde"] = 16_000m;
        export["amount"] = 600.51m;
        (string Veld, string Waarde)[] velden =
            [("maand", "\"2025-04\""), ("bedrag", "600.51"), ("wetsversie", "\"2024-05-01\""), ("segmenten", "[]"), ("resterendeDagen", "3"), ("verbruikteDagen", "[]"), ("waarschuwingen", "[\"x\"]")];
        foreach (var (veld, waarde) in velden)
        {
            resultaat[veld] = JsonNode.Parse(waarde);
        }

        // Wie telkens herstelt wat aangewezen wordt, krijgt het volgende.
        Assert.StartsWith($"different\nstep: {Jaarbedrag}\n", Verifieer(uitvoer).Text, StringComparison.Ordinal);
        resultaat["stap"] = goed["result"]!["stap"]!.DeepClone();
        foreach (var veld in new[] { "maand", "bedrag", "amount", "wetsversie", "segmenten", "resterendeDagen", "verbruikteDagen", "waarschuwingen" })
        {
            var tekst = Verifieer(uitvoer).Text;
            Assert.Matches($@"^different\nstep: (result/)?{veld}(\[1\])?\n", tekst);
            (veld == "amount" ? export : resultaat)[veld] = (veld == "amount" ? goed : goed["result"]!)[veld]!.DeepClone();
        }

        Assert.Equal("same\n", Verifieer(uitvoer).Text);
    }
}
