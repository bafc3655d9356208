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

/// <summary>De keuzes die wet en omzendbrief aan het OCMW laten; zonder keuze gelden de standaarden.</summary>
public sealed record Beleid
{
    public static Beleid Standaard { get; } = new();

    public LoonDeelmaand Deelmaand { get; init; } = LoonDeelmaand.Extrapoleren;

    /// <summary>Per soort component: telt ze mee? Een soort die er niet in staat volgt de standaard; voorschot, beslag en boete altijd.</summary>
    public IReadOnlyDictionary<ComponentKind, bool> Componenten { get; init; } = new Dictionary<ComponentKind, bool>();

    /// <summary>Of ook bedragen gelden waarvan niet bevestigd is dat ze bestaan (nu: de rij van 1 oktober 2026).</summary>
    public bool OnbevestigdeBedragen { get; init; }
}
