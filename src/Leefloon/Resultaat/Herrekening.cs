using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Waarom een maand die al berekend was, opnieuw berekend is.</summary>
public enum Aanleiding
{
    LaatkomendeLoonfiche,
    VerbeterdeLoonfiche,
    GewijzigdeLoonfiche,
    VerdwenenLoonfiche,
    VerbeterdFeit,
    GewijzigdeWet,

    /// <summary>Een vroegere maand veranderde, en daarmee de teller van de vrijstelling.</summary>
    VroegereMaand,
}

/// <summary>Een grond uit de wet om een beslissing te herzien of leefloon terug te vorderen.</summary>
public enum Herzieningsgrond
{
    GewijzigdeOmstandigheden,
    GewijzigdeWetgeving,
    VergissingVanHetOcmw,
    OnvolledigeVerklaring,
    InkomstenKrachtensRechten,
}

/// <summary>Wat een herrekende maand kan zijn. Alleen een voorstel: mensen beslissen.</summary>
public enum Herrekeningssoort
{
    Gelijk,
    Nabetaling,
    MogelijkeTerugvordering,
}

/// <summary>Een maand die al een bedrag had, en nu een ander kan hebben.</summary>
/// <param name="Maand">De maand.</param>
/// <param name="Oud">Wat stond.</param>
/// <param name="Nieuw">Wat nu berekend is.</param>
/// <param name="Aanleidingen">Waarom; minstens één.</param>
public sealed record HerrekendeMaand(Maand Maand, Euro Oud, Euro Nieuw, IReadOnlyList<Aanleiding> Aanleidingen)
{
    public Euro Verschil => Nieuw - Oud;

    public Herrekeningssoort Soort => Verschil > Euro.Zero ? Herrekeningssoort.Nabetaling
        : Verschil < Euro.Zero ? Herrekeningssoort.MogelijkeTerugvordering
        : Herrekeningssoort.Gelijk;

    /// <summary>De gronden die kunnen passen, in de volgorde van de wet. Voor een nabetaling die van de herziening alleen.</summary>
    public IReadOnlyList<Herzieningsgrond> Gronden =>
    [
        .. Aanleidingen.SelectMany(Art22RmiHerziening.Gronden)
            .Concat(Soort == Herrekeningssoort.MogelijkeTerugvordering ? Art24RmiTerugvordering.Gronden(Aanleidingen) : [])
            .Distinct().Order(),
    ];
}

/// <summary>Alle maanden die iets raakte, samen. Er wordt niets beslist: het is wat mensen moeten bekijken.</summary>
/// <param name="Maanden">In de tijd; elke maand hoogstens één keer.</param>
public sealed record Herrekening(IReadOnlyList<HerrekendeMaand> Maanden)
{
    public Euro Totaal => Som(Maanden);

    /// <summary>Wat de persoon misschien nog krijgt.</summary>
    public Euro Nabetaling => Som(Maanden.Where(m => m.Soort == Herrekeningssoort.Nabetaling));

    /// <summary>Wat misschien te veel betaald is, als positief bedrag. Nooit verrekend met <see cref="Nabetaling"/>: dat beslist een mens.</summary>
    public Euro MogelijkeTerugvordering => -Som(Maanden.Where(m => m.Soort == Herrekeningssoort.MogelijkeTerugvordering));

    public IReadOnlyList<Herzieningsgrond> Gronden => [.. Maanden.Where(m => m.Soort != Herrekeningssoort.Gelijk).SelectMany(m => m.Gronden).Distinct().Order()];

    /// <summary>Een grond zoals een beslissing ze aanhaalt, en wat wie beslist ervoor moet nagaan.</summary>
    /// <param name="vandaag">Voor de dag waarop een herziening zou werken als er vandaag kennis van wordt gegeven.</param>
    public static (string Artikel, string Tekst) Zin(Herzieningsgrond grond, DateOnly vandaag) => grond switch
    {
        Herzieningsgrond.GewijzigdeOmstandigheden => (Wetsartikel.Rmi22Par1.Citaat,
            "Gewijzigde omstandigheden die het recht beïnvloeden. Ga na vanaf wanneer ze er waren, en of de persoon ze gemeld heeft."),
        Herzieningsgrond.GewijzigdeWetgeving => (Wetsartikel.Rmi22Par1.Citaat,
            "Een wet, besluit of bedrag is gewijzigd. Ga na vanaf welke dag."),
        Herzieningsgrond.VergissingVanHetOcmw => (Wetsartikel.Rmi22Par1.Citaat,
            $"Een juridische of materiële vergissing van het OCMW. Is het recht daardoor lager dan eerst toegekend en kon de persoon dat niet weten, dan werkt de herziening pas vanaf de eerste dag van de maand na de kennisgeving (bij kennisgeving vandaag: {DutchDates.Words(Art22RmiHerziening.WerktVanaf(vandaag))}). Voor de maanden ervoor wordt dan niets teruggevorderd."),
        Herzieningsgrond.OnvolledigeVerklaring => (Wetsartikel.Rmi22Par1.Citaat,
            "Een verzuim, of een onvolledige of onjuiste verklaring van de persoon. Ga na wat de persoon wist en gemeld heeft; een fout van de werkgever is er geen van de persoon."),
        Herzieningsgrond.InkomstenKrachtensRechten => (Wetsartikel.Rmi24Par1.Citaat,
            "Inkomsten krachtens rechten die de persoon bezat in de periode waarover leefloon is betaald. Alleen het teveel kan teruggevorderd worden."),
        _ => throw new ArgumentOutOfRangeException(nameof(grond)),
    };

    private static Euro Som(IEnumerable<HerrekendeMaand> maanden) => maanden.Aggregate(Euro.Zero, (som, maand) => som + maand.Verschil);
}
