using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>Art. 22 §1 en art. 24 §1 RMI-wet: opnieuw berekende maanden, met de gronden die kunnen passen. Nooit beslist.</summary>
public sealed class HerrekeningTests
{
    private static readonly DateOnly Vandaag = new(2026, 11, 24);

    [Fact(DisplayName = "art. 22 §1 RMI-wet – meer dan wat stond is een nabetaling, zonder grond van art. 24")]
    public void Meer()
    {
        var maand = Maand(500m, 620m, Aanleiding.VerbeterdeLoonfiche);

        Assert.Equal((Herrekeningssoort.Nabetaling, Euro.Of(120m)), (maand.Soort, maand.Verschil));
        Assert.Equal([Herzieningsgrond.GewijzigdeOmstandigheden, Herzieningsgrond.OnvolledigeVerklaring], maand.Gronden);
    }

    [Fact(DisplayName = "art. 24 §1, 2° RMI-wet – minder door een loonfiche: ook inkomsten krachtens rechten in die periode")]
    public void MinderDoorLoon() =>
        Assert.Equal([Herzieningsgrond.GewijzigdeOmstandigheden, Herzieningsgrond.OnvolledigeVerklaring, Herzieningsgrond.InkomstenKrachtensRechten], Maand(500m, 380m, Aanleiding.LaatkomendeLoonfiche).Gronden);

    [Fact(DisplayName = "art. 22 §1 RMI-wet – minder door een verbeterd feit: misschien een vergissing van het OCMW")]
    public void MinderDoorFeit()
    {
        var maand = Maand(500m, 380m, Aanleiding.VerbeterdFeit);

        Assert.Equal(Herrekeningssoort.MogelijkeTerugvordering, maand.Soort);
        Assert.Contains(Herzieningsgrond.VergissingVanHetOcmw, maand.Gronden);
        Assert.DoesNotContain(Herzieningsgrond.InkomstenKrachtensRechten, maand.Gronden);
    }

    [Fact(DisplayName = "art. 22 §1 RMI-wet – een vergissing die de persoon niet kon kennen werkt vanaf de maand na de kennisgeving")]
    public void VergissingWerktLater()
    {
        var (artikel, tekst) = Herrekening.Zin(Herzieningsgrond.VergissingVanHetOcmw, new DateOnly(2026, 12, 31));

        Assert.Equal("art. 22 §1 RMI-wet", artikel);
        Assert.Contains("1 januari 2027", tekst, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "wat bij komt en wat terug kan, worden niet door een machine verrekend")]
    public void NietVerrekend()
    {
        var alles = new Herrekening([Maand(500m, 620m, Aanleiding.VerbeterdFeit), Maand(500m, 450m, Aanleiding.VroegereMaand), Maand(500m, 500m, Aanleiding.VroegereMaand)]);

        Assert.Equal((Euro.Of(70m), Euro.Of(120m), Euro.Of(50m)), (alles.Totaal, alles.Nabetaling, alles.MogelijkeTerugvordering));
        Assert.Equal(Herrekeningssoort.Gelijk, alles.Maanden[2].Soort);
    }

    [Fact(DisplayName = "de gronden van alle maanden samen: elk één keer, in vaste volgorde, en niet van maanden die gelijk bleven")]
    public void GrondenSamen()
    {
        var alles = new Herrekening([Maand(500m, 380m, Aanleiding.LaatkomendeLoonfiche), Maand(500m, 620m, Aanleiding.VerbeterdeLoonfiche), Maand(500m, 500m, Aanleiding.VerbeterdFeit)]);

        Assert.Equal([Herzieningsgrond.GewijzigdeOmstandigheden, Herzieningsgrond.OnvolledigeVerklaring, Herzieningsgrond.InkomstenKrachtensRechten], alles.Gronden);
        Assert.Equal(alles.Gronden, new Herrekening([.. alles.Maanden.Reverse()]).Gronden);
    }

    [Fact(DisplayName = "art. 24 §1, 2° RMI-wet – één loonfiche onder de aanleidingen volstaat")]
    public void MinderDoorLoonEnFeit()
    {
        var maand = new HerrekendeMaand(new Maand(2025, 3), Euro.Of(500m), Euro.Of(380m), [Aanleiding.VerbeterdFeit, Aanleiding.LaatkomendeLoonfiche]);

        Assert.Contains(Herzieningsgrond.InkomstenKrachtensRechten, maand.Gronden);
    }

    [Fact(DisplayName = "elke grond heeft een artikel en een zin, elke aanleiding een grond")]
    public void Volledig()
    {
        Assert.All(Enum.GetValues<Herzieningsgrond>(), grond => Assert.EndsWith(".", Herrekening.Zin(grond, Vandaag).Tekst, StringComparison.Ordinal));
        Assert.All(Enum.GetValues<Aanleiding>(), aanleiding => Assert.NotEmpty(Maand(2m, 1m, aanleiding).Gronden));
    }

    private static HerrekendeMaand Maand(decimal oud, decimal nieuw, Aanleiding aanleiding) => new(new Maand(2025, 3), Euro.Of(oud), Euro.Of(nieuw), [aanleiding]);
}
