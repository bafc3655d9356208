using SolidLoonfiches.Loonfiches;
using static SolidLoonfiches.Leefloon.Tests.Gevallen;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class Art16Tests
{
    private static Segment Met(params Looncomponent[] componenten) => EnigSegment(Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 500m, componenten)));

    [Theory(DisplayName = "art. 16 §1 – wat buiten het nettoloon valt telt mee, tenzij het een kost terugbetaalt of een inhouding is")]
    [InlineData(ComponentKind.BasePay, true)]
    [InlineData(ComponentKind.EcoCheque, true)]
    [InlineData(ComponentKind.HolidayPaySingle, true)]
    [InlineData(ComponentKind.HolidayPayDouble, true)]
    [InlineData(ComponentKind.YearEndPremium, true)]
    [InlineData(ComponentKind.Bonus, true)]
    [InlineData(ComponentKind.Arrears, true)]
    [InlineData(ComponentKind.Overtime, true)]
    [InlineData(ComponentKind.Severance, true)]
    [InlineData(ComponentKind.Other, true)]
    [InlineData(ComponentKind.MealVoucher, true)]
    [InlineData(ComponentKind.UnionPremium, true)]
    [InlineData(ComponentKind.CompanyCar, true)]
    [InlineData(ComponentKind.Commuting, false)]
    [InlineData(ComponentKind.Expense, false)]
    [InlineData(ComponentKind.Advance, false)]
    [InlineData(ComponentKind.Seizure, false)]
    [InlineData(ComponentKind.Fine, false)]
    public void Art16Par1_SoortComponent_TeltMeeOfNiet(ComponentKind soort, bool teltMee) =>
        Assert.Equal(teltMee ? 600m : 500m, Met(new Looncomponent(soort, 100m)).LoonPerMaand);

    [Theory(DisplayName = "art. 16 §1 – onzekere soorten geven een waarschuwing")]
    [InlineData(ComponentKind.MealVoucher, "unconfirmed:mealVoucher")]
    [InlineData(ComponentKind.UnionPremium, "unconfirmed:unionPremium")]
    [InlineData(ComponentKind.CompanyCar, "unconfirmed:companyCar")]
    [InlineData(ComponentKind.Commuting, "unconfirmed:commuting")]
    [InlineData(ComponentKind.Expense, "unconfirmed:expense")]
    [InlineData(ComponentKind.EcoCheque, null)]
    [InlineData(ComponentKind.Seizure, null)]
    public void Art16Par1_OnzekereSoort_Waarschuwt(ComponentKind soort, string? waarschuwing) =>
        Assert.Equal(waarschuwing is null ? [] : [waarschuwing], Bereken(Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 500m, new Looncomponent(soort, 1m), new Looncomponent(soort, 2m)))).Waarschuwingen);

    [Fact(DisplayName = "art. 16 §1 – wat de werkgever inhoudt gaat niet af van de middelen, ook als het geen beslag heet")]
    public void Art16Par1_Inhouding_VerandertNiets()
    {
        var resultaat = Bereken(Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 500m, new Looncomponent(ComponentKind.MealVoucher, 21.80m, Inhouding: true), new Looncomponent(ComponentKind.Other, 50m, Inhouding: true))));

        Assert.Equal(500m, resultaat.Segmenten[0].LoonPerMaand);
        Assert.Empty(resultaat.Waarschuwingen);
        Assert.Contains("zoals het was voor de werkgever dit inhield (Cass. 17-05-1993)", resultaat.Met("looncomponentNietMee").Uitleg, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "art. 16 §1 – een verbetering gaat af; onder nul telt het loon van de maand voor nul")]
    public void Art16Par1_NegatieveLoonfiche_GaatAfTotNul()
    {
        decimal Loonsom(decimal verbetering) => EnigSegment(Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 500m), Loon("2025-03", verbetering) with { Id = "fiche-2" })).LoonPerMaand;

        Assert.Equal(350m, Loonsom(-150m));
        Assert.Equal(0m, Loonsom(-700m));
    }

    [Fact(DisplayName = "art. 16 §1 – een loonfiche over meer maanden wordt verdeeld volgens de dagen, met haar componenten")]
    public void Art16Par1_LoonficheOverTweeMaanden_VerdeeldPerDag()
    {
        // 20 maart tot en met 8 april: 20 dagen, waarvan 12 in maart en 8 in april.
        var fiche = LoonVan("2025-03-20", "2025-04-08", 900m, new Looncomponent(ComponentKind.EcoCheque, 100m));

        var maart = Bereken(Geval("2025-03", Categorie.Alleenstaand, fiche));
        Assert.Equal(600m, maart.Met("loonfiche").Waarde);
        Assert.Equal("Loonfiche van Bakkerij De Korenbloem, van 20 maart tot en met 8 april 2025: 1.000,00 euro. Daarvan liggen 12 van de 20 dagen in maart 2025: 600,00 euro.", maart.Met("loonfiche").Uitleg);
        Assert.Equal(400m, Bereken(Geval("2025-04", Categorie.Alleenstaand, fiche)).Met("loonfiche").Waarde);
    }

    [Fact(DisplayName = "art. 16 §1 – een loonfiche van een andere maand telt niet, met waarschuwing")]
    public void Art16Par1_LoonficheVanAndereMaand_TeltNiet()
    {
        var resultaat = Bereken(Geval("2025-03", Categorie.Alleenstaand, Loon("2025-02", 900m, new Looncomponent(ComponentKind.MealVoucher, 10m))));

        Assert.Equal(Euro.Of(1314.20m), resultaat.Bedrag);
        Assert.Equal(["slipOutsideMonth"], resultaat.Waarschuwingen);
        Assert.Contains("ze gaat over geen enkele dag van maart 2025", resultaat.Met("loonficheBuitenDeMaand").Uitleg, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "beleid – een OCMW mag een soort anders tellen; dat staat in het resultaat")]
    public void Beleid_AndereKeuzePerSoort_WaarschuwtEnTelt()
    {
        Maandresultaat Met(ComponentKind soort, bool keuze) => Bereken(Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 500m, new Looncomponent(soort, 100m)))
            with
        { Beleid = new() { Componenten = new Dictionary<ComponentKind, bool> { [soort] = keuze } } });

        Assert.Equal(500m, Met(ComponentKind.EcoCheque, false).Segmenten[0].LoonPerMaand);
        Assert.Equal(["policyApplied:components.ecoCheque"], Met(ComponentKind.EcoCheque, false).Waarschuwingen);
        Assert.Equal(600m, Met(ComponentKind.Commuting, true).Segmenten[0].LoonPerMaand);
        Assert.Equal(["unconfirmed:commuting", "policyApplied:components.commuting"], Met(ComponentKind.Commuting, true).Waarschuwingen);
        Assert.Empty(Met(ComponentKind.EcoCheque, true).Waarschuwingen);
        Assert.Equal(500m, Met(ComponentKind.Seizure, true).Segmenten[0].LoonPerMaand);
        Assert.Empty(Met(ComponentKind.Seizure, true).Waarschuwingen);
    }

    [Fact(DisplayName = "art. 16 §1 – de stap van een component zegt wat ervan meetelt: het bedrag, of nul")]
    public void Art16Par1_StapVanEenComponent_HeeftWatMeetelt()
    {
        var resultaat = Bereken(Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 500m, new Looncomponent(ComponentKind.EcoCheque, 141m), new Looncomponent(ComponentKind.Commuting, 20m))));

        Assert.Equal((141m, 0m), (resultaat.Met("looncomponent").Waarde, resultaat.Met("looncomponentNietMee").Waarde));
    }

    [Fact(DisplayName = "art. 16 §1 – een premie die in het nettoloon zit staat er niet nog eens onder")]
    public void Art16Par1_PremieInHetNettoloon_IsGeenEigenStap() =>
        Assert.DoesNotContain(Bereken(Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 500m, new Looncomponent(ComponentKind.YearEndPremium, 100m, InNettoloon: true)))).Stap.Alle(),
            stap => stap.Naam.StartsWith("looncomponent", StringComparison.Ordinal));

    [Fact(DisplayName = "art. 16 §1 – een loonfiche van nul euro is een loonfiche van nul euro, geen negatieve")]
    public void Art16Par1_LoonficheVanNul_IsNietNegatief() =>
        Assert.Equal("De loonfiches van maart 2025 samen: 0,00 euro.", Bereken(Geval("2025-03", Categorie.Alleenstaand, Loon("2025-03", 0m))).Met("loonSom").Uitleg);

    [Fact(DisplayName = "art. 16 §1 – staat er een premie op een van de loonfiches, dan zegt de som één keer wanneer premies tellen")]
    public void Art16Par1_PremieNaastIetsAnders_DeKeuzeStaatErEenKeer()
    {
        int Keuzes(params Loon[] lonen) => Bereken(Geval("2025-12", Categorie.Alleenstaand, lonen)).Met("loonSom").Uit.Count(stap => stap.Naam == "beleidPremies");
        var (premie, cheque) = (new Looncomponent(ComponentKind.YearEndPremium, 100m), new Looncomponent(ComponentKind.MealVoucher, 10m));

        Assert.Equal(0, Keuzes(Loon("2025-12", 500m, cheque)));
        Assert.Equal(1, Keuzes(Loon("2025-12", 500m, cheque, premie)));
        Assert.Equal(1, Keuzes(Loon("2025-12", 500m, premie), Loon("2025-12", 300m, premie) with { Id = "fiche-2" }));
    }
}
