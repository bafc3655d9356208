using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class LoonTests
{
    private static readonly Loonfiche Fiche = new()
    {
        Id = "https://kluis.example/loonfiches/2025-03",
        Employer = KboNumber.Parse("0123456749"),
        Worker = Insz.Parse("85073003328"),
        PeriodFrom = new DateOnly(2025, 3, 1),
        PeriodTo = new DateOnly(2025, 3, 31),
        PaidOn = new DateOnly(2025, 4, 2),
        Gross = Euro.Of(1500m),
        SocialSecurity = Euro.Of(196.05m),
        WithholdingTax = Euro.Of(103.95m),
        Nettoloon = Euro.Of(1200m),
        NetPaid = Euro.Of(1170m),
        Lines =
        [
            new PayLine("100", "Loon", ComponentKind.BasePay, PaySection.Gross, Euro.Of(1400m)),
            new PayLine("110", "Premie", ComponentKind.Bonus, PaySection.TaxableExtras, Euro.Of(100m)),
            new PayLine("200", "Woon-werk", ComponentKind.Commuting, PaySection.UntaxedExtras, Euro.Of(20m)),
            new PayLine("300", "Beslag", ComponentKind.Seizure, PaySection.Deductions, Euro.Of(50m)),
            new PayLine("400", "Ecocheques", ComponentKind.EcoCheque, PaySection.InKind, Euro.Of(141m)),
        ],
    };

    [Fact]
    public void Uit_Loonfiche_NettoloonZoalsHetIsEnEnkelComponentenDaarbuiten()
    {
        var loon = Loon.Uit(Fiche);

        Assert.Equal(("https://kluis.example/loonfiches/2025-03", "0123.456.749", 1200m), (loon.Id, loon.Werkgever, loon.Nettoloon));
        Assert.Equal((new DateOnly(2025, 3, 1), new DateOnly(2025, 3, 31), new DateOnly(2025, 4, 2)), (loon.Van, loon.Tot, loon.BetaaldOp));
        Assert.Equal([new(ComponentKind.Commuting, 20m), new(ComponentKind.Seizure, 50m, Inhouding: true), new(ComponentKind.EcoCheque, 141m)], loon.Componenten);
    }

    [Fact]
    public void Uit_LoonficheMetNaamVanDeWerkgever_GebruiktDeNaam() =>
        Assert.Equal("Café Sport", Loon.Uit(Fiche with { EmployerName = "Café Sport" }).Werkgever);

    [Theory(DisplayName = "van een premie in het nettoloon telt haar deel, en alleen waar er een deel is")]
    [InlineData(PaySection.TaxableExtras, 1400, 100, 1200, 80)] // 1200 x 100 / (1400 + 100)
    [InlineData(PaySection.Gross, 1500, 1500, 1200, 1200)] // de hele loonfiche is de premie
    [InlineData(PaySection.Gross, 1500, 1501, 1200, null)] // groter dan het geheel: zo staat de loonfiche niet goed
    [InlineData(PaySection.Gross, 1500, 0, 1200, null)]
    [InlineData(PaySection.Gross, 1500, -100, 1200, null)] // een teruggenomen premie
    [InlineData(PaySection.Gross, 1500, 100, 0, null)]
    [InlineData(PaySection.Gross, 1500, 100, -50, null)]
    [InlineData(PaySection.InKind, 1500, 100, 1200, null)] // buiten het nettoloon: gewoon een component
    public void Uit_PremieInHetNettoloon_IsHaarDeel(PaySection plaats, int bruto, int premie, int netto, int? deel)
    {
        var extra = plaats is PaySection.TaxableExtras ? premie : 0;
        var loon = Loon.Uit(Fiche with
        {
            Gross = Euro.Of(bruto),
            TaxableExtras = Euro.Of(extra),
            Nettoloon = Euro.Of(netto),
            Lines = [new PayLine("120", "Eindejaarspremie", ComponentKind.YearEndPremium, plaats, Euro.Of(premie))],
        });

        Assert.Equal(deel, (int?)loon.Componenten.SingleOrDefault(component => component.InNettoloon)?.Bedrag);
        Assert.Equal(plaats is PaySection.InKind, loon.Componenten.Any(component => !component.InNettoloon));
    }

    [Fact]
    public void Uit_ZonderLoonfiche_Gooit() => Assert.Throws<ArgumentNullException>("fiche", () => Loon.Uit(null!));
}
