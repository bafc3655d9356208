using CsCheck;
using SolidLoonfiches.Loonfiches;
using static SolidLoonfiches.Leefloon.Tests.Gevallen;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>De keuzes die de wet openlaat en een OCMW kan maken; de standaard staat in elke andere test.</summary>
public sealed class BeleidTests
{
    private static readonly Looncomponent Vakantiegeld = new(ComponentKind.HolidayPayDouble, 600m);

    private static Geval Met(Geval geval, Beleid beleid) => geval with { Beleid = beleid };

    private static Beleid Ervoor => new() { Loonmaand = Loonmaand.MaandErvoor };

    private static Beleid Betaald => new() { Premies = Premietelling.InDeMaandVanBetaling };

    private static Beleid Gespreid => new() { Premies = Premietelling.OverTwaalfMaanden };

    private static Beleid Dertig => new() { Dagbasis = Dagbasis.Dertig };

    [Fact(DisplayName = "art. 16 §1 – loon van de maand ervoor: het loon van februari staat tegenover het leefloon van maart")]
    public void Art16Par1_MaandErvoor_FebruariTegenoverMaart()
    {
        var februari = Loon("2025-02", 1000m);
        var resultaat = Bereken(Met(Geval("2025-03", Categorie.Alleenstaand, februari), Ervoor));

        Assert.Equal(Bereken(Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 1000m))).Bedrag, resultaat.Bedrag);
        Assert.Equal(["policyApplied:wageMonth"], resultaat.Waarschuwingen);
        Assert.Equal(("keuze van het OCMW", "Het loon van februari 2025 telt voor het leefloon van maart 2025. Het OCMW koos voor de maand ervoor. De wet zegt niet duidelijk welke maand telt."),
            (resultaat.Met("beleidLoonmaand").Bron, resultaat.Met("beleidLoonmaand").Uitleg));
        Assert.Equal("De loonfiches van februari 2025 samen: 1.000,00 euro.", resultaat.Met("loonSom").Uitleg);
    }

    [Fact(DisplayName = "art. 16 §1 – loon van de maand ervoor: een loonfiche van de maand zelf telt er niet")]
    public void Art16Par1_MaandErvoor_EigenMaandTeltNiet() =>
        Assert.Equal(["slipOutsideMonth"], Bereken(Met(Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 1000m)), Ervoor)).Waarschuwingen);

    [Theory(DisplayName = "art. 16 §1 – loon van een deel van de maand ervoor: dezelfde dagen van deze maand, tot en met de laatste")]
    [InlineData("2025-02-01", "2025-02-28", 31)]
    [InlineData("2025-02-15", "2025-02-28", 17)]
    [InlineData("2025-02-01", "2025-02-14", 14)]
    [InlineData("2025-02-28", "2025-02-28", 4)]
    public void Art16Par1_MaandErvoor_DagenSchuivenMee(string van, string tot, int dagen)
    {
        var resultaat = Bereken(Met(Geval("2025-03", Categorie.Alleenstaand, LoonVan(van, tot, 100m)), Ervoor));

        Assert.Equal(dagen, resultaat.Segmenten.Where(s => s.LoonPerMaand > 0).Sum(s => s.Dagen));
        // Omgerekend met de dagen van februari, waarover het loon gaat.
        Assert.Equal((100m * 28 / (Dag(tot).Day - Dag(van).Day + 1)).OpDeCent(), resultaat.Segmenten.First(s => s.LoonPerMaand > 0).LoonPerMaand.OpDeCent());
    }

    [Fact(DisplayName = "art. 16 §1 – van 31 januari naar februari: het einde van de ene maand is het einde van de andere")]
    public void Art16Par1_MaandErvoor_LangereMaand()
    {
        var januari = new Maand(2025, 1);
        var februari = new Maand(2025, 2);

        Assert.Equal([new Periode(februari.LastDay, februari.LastDay)], Maanddagen.Een(31).Verplaats(januari, februari).AlsPerioden(februari));
        Assert.Equal([], Maanddagen.Een(30).Verplaats(januari, februari).AlsPerioden(februari));
        Assert.Equal(28, Maanddagen.Van(januari, januari.FirstDay, januari.LastDay).Verplaats(januari, februari).Aantal);
    }

    [Fact(DisplayName = "art. 16 §1 – vakantiegeld in de maand van betaling: niet op de loonfiche, wel in de maand waarin het betaald is")]
    public void Art16Par1_Betaald_InDeMaandVanBetaling()
    {
        var mei = Loon("2025-05", 500m, Vakantiegeld) with { BetaaldOp = Dag("2025-06-02") };
        var inMei = Bereken(Met(Geval("2025-05", Categorie.Alleenstaand, mei), Betaald));
        var inJuni = Bereken(Met(Geval("2025-06", Categorie.Alleenstaand, mei, Loon("2025-06", 500m) with { Id = "fiche-2" }), Betaald));

        Assert.Equal(500m, inMei.Segmenten[0].LoonPerMaand);
        Assert.Equal("Dubbel vakantiegeld (600,00 euro): telt hier niet mee. Het OCMW laat dit in andere maanden tellen.", inMei.Met("looncomponentElders").Uitleg);
        Assert.Equal(1100m, inJuni.Segmenten[0].LoonPerMaand);
        Assert.Equal("Dubbel vakantiegeld van Bakkerij De Korenbloem, betaald op 2 juni 2025: 600,00 euro.", inJuni.Met("verschovenLoondeel").Uitleg);
        Assert.Equal("loonfiche fiche-1, lijn dubbel vakantiegeld", inJuni.Met("verschovenLoondeel").Bron);
        Assert.All(new[] { inMei, inJuni }, maand => Assert.Equal(["policyApplied:premiumTiming"], maand.Waarschuwingen));
    }

    [Fact(DisplayName = "art. 16 §1 – vakantiegeld over twaalf maanden: elke maand een twaalfde, en na twaalf maanden niets meer")]
    public void Art16Par1_Gespreid_TwaalfMaanden()
    {
        var juni = Loon("2025-06", 500m, Vakantiegeld);
        decimal Loonbedrag(string maand) => Bereken(Met(Geval(maand, Categorie.Alleenstaand, juni), Gespreid)).Segmenten[0].LoonPerMaand;

        Assert.Equal(550m, Loonbedrag("2025-06"));
        Assert.All(new Maand(2025, 7).Through(new Maand(2026, 5)), maand => Assert.Equal(50m, Loonbedrag(maand.ToString())));
        Assert.Equal(0m, Loonbedrag("2026-06"));
        Assert.Equal(0m, Loonbedrag("2025-05"));
    }

    [Fact(DisplayName = "art. 35 §1 – de vrijstelling geldt ook op gespreid vakantiegeld, en verbruikt daar geen dagen voor")]
    public void Art35Par1_Gespreid_VrijstellingZonderDagen()
    {
        var resultaat = Bereken(Met(Geval("2025-07", Categorie.Alleenstaand, Loon("2025-06", 500m, Vakantiegeld)), Gespreid) with { Vrijstelling = Gewoon("2025-06-01") });

        Assert.Equal(0m, resultaat.Segmenten[0].BestaansmiddelenPerJaar);
        Assert.Equal(1095, resultaat.ResterendeDagen);
    }

    [Fact(DisplayName = "art. 16 §1 – een premie in het nettoloon: het deel van het nettoloon in verhouding tot het bruto")]
    public void Art16Par1_PremieInNettoloon_Geschat()
    {
        var fiche = new Loonfiche
        {
            Id = "fiche-1",
            Employer = KboNumber.Parse("0123456749"),
            EmployerName = "Bakkerij",
            Worker = Insz.Parse("85073003328"),
            PeriodFrom = new(2025, 12, 1),
            PeriodTo = new(2025, 12, 31),
            PaidOn = new(2025, 12, 31),
            Gross = Euro.Of(2000m),
            SocialSecurity = Euro.Of(261.40m),
            WithholdingTax = Euro.Of(238.60m),
            Nettoloon = Euro.Of(1500m),
            NetPaid = Euro.Of(1500m),
            Lines = [new("1", "Loon", ComponentKind.BasePay, PaySection.Gross, Euro.Of(1500m)), new("2", "Premie", ComponentKind.YearEndPremium, PaySection.Gross, Euro.Of(500m))],
        };
        var loon = Leefloon.Loon.Uit(fiche);

        Assert.Equal([new Looncomponent(ComponentKind.YearEndPremium, 375m, InNettoloon: true)], loon.Componenten);
        Assert.Equal(1500m, EnigSegment(Geval("2025-12", Categorie.Alleenstaand, loon)).LoonPerMaand);
        var gespreid = Bereken(Met(Geval("2025-12", Categorie.Alleenstaand, loon), Gespreid));
        Assert.Equal(1125m + 31.25m, gespreid.Segmenten[0].LoonPerMaand);
        Assert.Equal(-375m, gespreid.Met("looncomponentElders").Waarde);
        Assert.EndsWith("Dit deel van het nettoloon is geschat.", gespreid.Met("verschovenLoondeel").Uitleg, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "een maand van dertig dagen: een hele maand is hetzelfde, een deel telt in dertigsten, en de delen zijn samen de maand")]
    public void Dagbasis_Dertig()
    {
        Assert.All(new[] { "2025-01", "2025-02", "2024-02", "2025-04" }, maand => Assert.Equal(Bereken(Geval(maand, Categorie.Alleenstaand, Loon(maand, 800m))).Bedrag, Bereken(Met(Geval(maand, Categorie.Alleenstaand, Loon(maand, 800m)), Dertig)).Bedrag));

        var deel = Geval("2025-03", Categorie.Alleenstaand) with { Recht = [Periode("2025-03-22", "2025-03-31")] };
        Assert.Equal(decimal.Round(15770.41m / 12 * 9 / 30, 2), Bereken(Met(deel, Dertig)).Bedrag.Amount);
        Assert.Equal(["policyApplied:dayBasis"], Bereken(Met(deel, Dertig)).Waarschuwingen);
        Assert.Equal("We tellen de dagen van de kalender. De wet zegt niet duidelijk of een maand altijd 30 dagen telt.", Bereken(deel).Met("beleidDagen").Uitleg);
        Assert.Equal("standaard: het OCMW koos niets anders", Bereken(deel).Met("beleidDagen").Bron);

        var loon = Met(Geval("2025-03", Categorie.Alleenstaand, LoonVan("2025-03-01", "2025-03-10", 400m)), Dertig);
        Assert.Equal(1200m, Bereken(loon).Segmenten[0].LoonPerMaand);
        Assert.Contains("policyApplied:dayBasis", Bereken(loon).Waarschuwingen);
        // Een hele maand met een loonfiche voor de hele maand, of met geen: de keuze verandert niets, en staat er niet.
        Assert.DoesNotContain("policyApplied:dayBasis", Bereken(Met(Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 400m)), Dertig)).Waarschuwingen);
        Assert.DoesNotContain("policyApplied:dayBasis", Bereken(Met(Geval("2025-03", Categorie.Alleenstaand), Dertig)).Waarschuwingen);
        var inTweeDelen = Geval("2025-03", Categorie.Alleenstaand) with { Categorieen = [new(Dag("2020-01-01"), Categorie.Samenwonend), new(Dag("2025-03-11"), Categorie.Alleenstaand)] };
        Assert.Equal(decimal.Round(((10513.60m * 10) + (15770.41m * 20)) / 12 / 30, 2), Bereken(Met(inTweeDelen, Dertig)).Bedrag.Amount);
        var enkelDe31e = Bereken(Met(Geval("2025-03", Categorie.Alleenstaand, LoonVan("2025-03-31", "2025-03-31", 10m)), Dertig));
        Assert.Equal((300m, 0m), (enkelDe31e.Segmenten[1].LoonPerMaand, enkelDe31e.Segmenten[1].Aandeel));
    }

    [Fact(DisplayName = "een keuze is een blad zonder waarde; elke andere stap heeft er een")]
    public void Keuze_HeeftGeenWaarde() => Assert.All(Bereken(Met(Geval("2025-03", Categorie.Alleenstaand, LoonVan("2025-03-01", "2025-03-10", 400m, Vakantiegeld)), Gespreid)).Stap.Alle(), stap =>
        Assert.Equal(stap.Zin.Sleutel.Split('.')[0] is "beleidLoonmaand" or "beleidPremies" or "beleidDeelmaand" or "beleidDagen", stap.IsKeuze));

    [Fact(DisplayName = "een rij die niet bevestigd is en toch geldt, staat als keuze in de boom")]
    public void OnbevestigdeRij_StaatInDeBoom()
    {
        Assert.Equal("keuze van het OCMW", Bereken(Met(Geval("2026-11", Categorie.Alleenstaand), new() { OnbevestigdeBedragen = true })).Met("beleidBedragen").Bron);
        Assert.DoesNotContain(Bereken(Geval("2026-11", Categorie.Alleenstaand)).Stap.Alle(), stap => stap.Naam == "beleidBedragen");
    }

    [Fact(DisplayName = "elk beleid: nooit negatief, nooit boven het bedrag van de hoogste categorie, en wat een maand niet gebruikt verandert niets")]
    public void ElkBeleid_Eigenschappen() => Gevalgenerator.EenGevalMetBeleid.Sample(geval =>
    {
        var resultaat = Bereken(geval);
        Assert.InRange(resultaat.Bedrag.Amount, 0m, resultaat.Segmenten.Select(s => s.BedragPerJaar / 12).DefaultIfEmpty().Max().OpDeCent() + 0.01m);
        Assert.All(resultaat.Segmenten, s => Assert.True(s.BestaansmiddelenPerJaar >= 0 && s.LoonPerMaand >= 0 && s.Aandeel >= 0));

        var gebruikt = geval with { Lonen = [.. geval.Lonen.Where(loon => geval.Beleid.Gebruikt(loon, geval.Maand))] };
        Assert.Equal(resultaat.Segmenten, Bereken(gebruikt).Segmenten);
        Assert.Equal(geval.Lonen.Count > gebruikt.Lonen.Count, resultaat.Waarschuwingen.Contains("slipOutsideMonth"));
        Assert.DoesNotContain("slipOutsideMonth", Bereken(gebruikt).Waarschuwingen);
    });

    [Fact(DisplayName = "gespreid: over alle maanden samen telt elk bedrag precies één keer")]
    public void Gespreid_SamenEenKeer() => Gen.Select(Gen.Int[1, 500_000], Gen.Enum<Premietelling>(), Gen.Int[-40, 40]).Sample((cent, premies, dagen) =>
    {
        var juni = Loon("2025-06", 0m, new Looncomponent(ComponentKind.YearEndPremium, cent / 100m)) with { BetaaldOp = Dag("2025-06-30").AddDays(dagen) };
        var som = new Maand(2025, 1).Through(new Maand(2026, 12)).Select(maand => Art16Loon.VanDeMaand(Met(Geval(maand.ToString(), Categorie.Alleenstaand, juni), new() { Premies = premies })).Totaal).Aggregate(Breuk.Nul, (a, b) => a + b);

        Assert.Equal((Breuk)(cent / 100m), som);
    });

    [Fact(DisplayName = "elke keuze zegt of ze de standaard is of die van het OCMW")]
    public void ElkeKeuze_ZegtVanWieZeIs()
    {
        string? Bron(string keuze, Beleid beleid) =>
            Bereken(Met(Geval("2025-03", Categorie.Alleenstaand, LoonVan("2025-03-01", "2025-03-10", 400m, Vakantiegeld), LoonVan("2025-02-01", "2025-02-10", 400m)), beleid)).Met(keuze).Bron;
        const string Standaard = "standaard: het OCMW koos niets anders";

        Assert.All(new[] { "beleidLoonmaand", "beleidPremies", "beleidDeelmaand", "beleidDagen" }, keuze => Assert.Equal(Standaard, Bron(keuze, Beleid.Standaard)));
        const string Keuze = "keuze van het OCMW";
        Assert.Equal(Keuze, Bron("beleidLoonmaand", Ervoor));
        Assert.Equal(Keuze, Bron("beleidPremies", Betaald));
        Assert.Equal(Keuze, Bron("beleidPremies", Gespreid));
        Assert.Equal(Keuze, Bron("beleidDeelmaand", new() { Deelmaand = LoonDeelmaand.Som }));
        Assert.Equal(Keuze, Bron("beleidDagen", Dertig));
    }

    [Fact(DisplayName = "deelmaand – dekt het loon de hele maand, dan is er niets om te rekenen en geen keuze te melden")]
    public void Deelmaand_HeleMaand_GeenKeuze() => Assert.All(Enum.GetValues<LoonDeelmaand>(), deelmaand =>
        Assert.DoesNotContain(Bereken(Met(Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 400m)), new() { Deelmaand = deelmaand })).Stap.Alle(), stap => stap.Naam == "beleidDeelmaand"));

    [Fact(DisplayName = "art. 16 §1 – waar premies in een andere maand tellen staat de keuze er één keer, bij het loon of bij de premies")]
    public void Art16Par1_VerschovenPremie_DeKeuzeStaatErEenKeer()
    {
        var mei = Loon("2025-05", 500m, Vakantiegeld) with { BetaaldOp = Dag("2025-06-02") };

        var juni = Bereken(Met(Geval("2025-06", Categorie.Alleenstaand, mei), Betaald));
        Assert.Equal(["verschovenLoondeel", "beleidPremies"], juni.Met("verschovenLoon").Uit.Select(stap => stap.Naam));
        var zelfdeMaand = Bereken(Met(Geval("2025-06", Categorie.Alleenstaand, Loon("2025-06", 500m, Vakantiegeld)), Gespreid));
        Assert.Equal(["verschovenLoondeel"], zelfdeMaand.Met("verschovenLoon").Uit.Select(stap => stap.Naam));
        Assert.Single(zelfdeMaand.Met("loonSom").Uit, stap => stap.Naam == "beleidPremies");
    }

    [Theory(DisplayName = "art. 16 §1 – een premie die noch gewerkt noch betaald is in deze maand: de loonfiche ligt erbuiten")]
    [InlineData(Premietelling.InDeLoonperiode, "2025-06")]
    [InlineData(Premietelling.InDeMaandVanBetaling, "2025-07")]
    [InlineData(Premietelling.OverTwaalfMaanden, "2025-04")]
    [InlineData(Premietelling.OverTwaalfMaanden, "2026-06")]
    public void Art16Par1_PremieVanEenAndereMaand_LigtErbuiten(Premietelling premies, string maand)
    {
        var mei = Loon("2025-05", 500m, Vakantiegeld) with { BetaaldOp = Dag("2025-06-02") };
        var resultaat = Bereken(Met(Geval(maand, Categorie.Alleenstaand, mei), new() { Premies = premies }));

        Assert.Equal(["slipOutsideMonth"], resultaat.Waarschuwingen.Except(["amountUnconfirmed"]));
        Assert.DoesNotContain(resultaat.Stap.Alle(), stap => stap.Naam == "verschovenLoon");
    }

    [Fact]
    public void Gebruikt_ZonderLoon_Gooit() => Assert.Throws<ArgumentNullException>("loon", () => Beleid.Standaard.Gebruikt(null!, new Maand(2025, 3)));
}
