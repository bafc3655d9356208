using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Hoe het loon van een maand telt die niet helemaal door loonfiches gedekt is.</summary>
public enum LoonDeelmaand
{
    /// <summary>Omgerekend naar een volle maand, op de gedekte dagen (mi-is.be, veelgestelde vragen 2015).</summary>
    Extrapoleren,

    /// <summary>De som zoals ze is, op alle dagen.</summary>
    Som,
}

/// <summary>Het loon van welke maand bij het leefloon van een maand hoort.</summary>
public enum Loonmaand { DezelfdeMaand, MaandErvoor }

/// <summary>Wanneer vakantiegeld en eindejaarspremie tellen.</summary>
public enum Premietelling
{
    /// <summary>In de maand van de loonperiode van de loonfiche, zoals ander loon.</summary>
    InDeLoonperiode,

    /// <summary>Volledig in de maand waarin ze betaald zijn.</summary>
    InDeMaandVanBetaling,

    /// <summary>Een twaalfde in elk van twaalf maanden, te beginnen met die van de betaling.</summary>
    OverTwaalfMaanden,
}

/// <summary>Hoeveel dagen een maand telt waar een deel van de maand berekend wordt.</summary>
public enum Dagbasis { Kalender, Dertig }

/// <summary>De keuzes die wet en omzendbrief aan het OCMW laten; zonder keuze gelden de standaarden.</summary>
public sealed record Beleid
{
    public static Beleid Standaard { get; } = new();

    public LoonDeelmaand Deelmaand { get; init; } = LoonDeelmaand.Extrapoleren;

    /// <summary>Per soort component: telt ze mee? Een soort die er niet in staat volgt de standaard; voorschot, beslag en boete altijd.</summary>
    public IReadOnlyDictionary<ComponentKind, bool> Componenten { get; init; } = new Dictionary<ComponentKind, bool>();

    /// <summary>Of ook bedragen gelden waarvan niet bevestigd is dat ze bestaan (nu: de rij van 1 oktober 2026).</summary>
    public bool OnbevestigdeBedragen { get; init; }

    public Loonmaand Loonmaand { get; init; }

    public Premietelling Premies { get; init; }

    public Dagbasis Dagbasis { get; init; }

    /// <summary>De maand waarvan het loon bij het leefloon van een maand hoort.</summary>
    public Maand LoonmaandVan(Maand maand) => Loonmaand is Loonmaand.MaandErvoor ? maand.Previous : maand;

    /// <summary>Of een loonfiche iets bijdraagt tot het leefloon van een maand: wie een geval maakt geeft die loonfiches mee, en enkel die.</summary>
    public bool Gebruikt(Loon loon, Maand maand)
    {
        ArgumentNullException.ThrowIfNull(loon);
        var loonmaand = LoonmaandVan(maand);
        return loonmaand.Touches(loon.Van, loon.Tot) || loon.Componenten.Any(component => VerschovenLoon.IsVerschoven(component, this) && !VerschovenLoon.Deel(loon, this, loonmaand).IsNul);
    }
}
