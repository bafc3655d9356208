using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Het aanvullend leefloon van één maand.</summary>
/// <param name="Maand">De berekende maand.</param>
/// <param name="Bedrag">Het leefloon van de maand, één keer afgerond.</param>
/// <param name="Wetsversie">Datum van de rij met jaarbedragen.</param>
/// <param name="Segmenten">In volgorde; dagen zonder recht zitten in geen enkel segment.</param>
/// <param name="ResterendeDagen">Wat na deze maand van de 1.095 dagen over is, 0 na de zes jaar; null bij geen vrijstelling en bij studenten.</param>
/// <param name="VerbruikteDagen">Dagen vrijstelling die deze maand verbruikt, als perioden.</param>
/// <param name="Waarschuwingen">Codes van het contract <c>calculate</c>.</param>
/// <param name="Stap">De berekening, van het resultaat naar haar bronnen.</param>
public sealed record Maandresultaat(Maand Maand, Euro Bedrag, DateOnly Wetsversie, IReadOnlyList<Segment> Segmenten, int? ResterendeDagen, IReadOnlyList<Periode> VerbruikteDagen, IReadOnlyList<string> Waarschuwingen, Stap Stap);
