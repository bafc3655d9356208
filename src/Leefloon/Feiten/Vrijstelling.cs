namespace SolidLoonfiches.Leefloon;

/// <summary>Welke vrijstelling van art. 35 KB van 11 juli 2002 is toegekend.</summary>
public enum Vrijstellingssoort
{
    Geen,

    /// <summary>§1: wie begint te werken of een beroepsopleiding volgt.</summary>
    Gewoon,

    /// <summary>§2: jongere met een geïndividualiseerd project; zonder teller en zonder zes jaar.</summary>
    Student,

    /// <summary>§1: drie maanden een hoger bedrag in een knelpuntberoep, daarna het gewone.</summary>
    Knelpuntberoep,

    /// <summary>§3: onregelmatige artistieke activiteit; een bedrag per jaar, waarvan hier 1/12 per maand.</summary>
    Kunstenaar,
}

/// <summary>De SPI-vrijstelling van art. 35 KB en wat er al van verbruikt is.</summary>
/// <param name="Soort">Welke vrijstelling.</param>
/// <param name="EersteToekenning">Eerste dag waarop ze ooit werd toegekend: daar beginnen de zes jaar. Nodig tenzij <see cref="Vrijstellingssoort.Geen"/>.</param>
/// <param name="Verbruikt">Dagen die al verbruikt zijn. Een dag in twee perioden telt één keer; enkel dagen voor de berekende maand tellen.</param>
/// <param name="KnelpuntVanaf">Eerste dag van de drie maanden; nodig bij <see cref="Vrijstellingssoort.Knelpuntberoep"/>.</param>
public sealed record Vrijstelling(Vrijstellingssoort Soort, DateOnly? EersteToekenning, IReadOnlyList<Periode> Verbruikt, DateOnly? KnelpuntVanaf)
{
    public static Vrijstelling Geen { get; } = new(Vrijstellingssoort.Geen, null, [], null);

    /// <summary>Of de 1.095 dagen en de zes jaar gelden: voor alle soorten behalve studenten.</summary>
    internal bool HeeftTeller => Soort is not (Vrijstellingssoort.Geen or Vrijstellingssoort.Student);
}
