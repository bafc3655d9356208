using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Bij zoveel loon uit werk in de maand, zoveel leefloon.</summary>
public sealed record Loonpunt(Euro Loon, Euro Leefloon)
{
    public Euro Totaal => Loon + Leefloon;

    internal static Loonpunt Verschil(Loonpunt oud, Loonpunt nieuw) => new(nieuw.Loon - oud.Loon, nieuw.Leefloon - oud.Leefloon);
}

/// <summary>Waar de kromme van richting verandert.</summary>
public enum Keerpuntsoort
{
    /// <summary>Art. 35 KB: tot hier telt er geen loon mee.</summary>
    VrijstellingOp,

    /// <summary>Art. 22 §2 KB: tot hier gaat er nog niets van het leefloon af.</summary>
    AlgemeneVrijstellingOp,

    /// <summary>Art. 22 §2 KB: de middelen bereiken het bedrag van de categorie, en de algemene vrijstelling valt in één keer weg.</summary>
    AlgemeneVrijstellingWeg,

    /// <summary>Vanaf hier is er in deze maand geen leefloon meer.</summary>
    LeefloonEindigt,
}

/// <summary>Een keerpunt van de kromme, op de cent.</summary>
/// <param name="Soort">Wat er gebeurt.</param>
/// <param name="Net">Het hoogste loon waarbij het nog niet gebeurt.</param>
/// <param name="Vanaf">Het laagste loon waarbij het gebeurd is: één cent meer.</param>
/// <param name="PerJaar">Het bedrag van de wet waar het om gaat, per jaar; null bij het einde van het leefloon.</param>
/// <param name="Dagen">De dagen van de maand waarvoor het geldt.</param>
public sealed record Keerpunt(Keerpuntsoort Soort, Loonpunt Net, Loonpunt Vanaf, decimal? PerJaar, IReadOnlyList<Periode> Dagen)
{
    /// <summary>Hoeveel leefloon deze ene cent kost.</summary>
    public Euro Sprong => Net.Leefloon - Vanaf.Leefloon;
}

/// <summary>Het loon uit werk van een maand tegenover het leefloon, alle andere feiten gelijk.</summary>
/// <param name="Maand">De maand waarvan de feiten en de bedragen gebruikt zijn.</param>
/// <param name="Wetsversie">Datum van de rij met jaarbedragen.</param>
/// <param name="Nu">Wat nu op de loonfiches staat.</param>
/// <param name="Stap">De afstand tussen twee gewone punten.</param>
/// <param name="Punten">In volgorde van loon: van nul, met vaste stappen, tot voorbij het laatste keerpunt; de keerpunten en <paramref name="Nu"/> staan er ook in.</param>
/// <param name="Keerpunten">In volgorde van loon.</param>
public sealed record Loonkromme(Maand Maand, DateOnly Wetsversie, Loonpunt Nu, Euro Stap, IReadOnlyList<Loonpunt> Punten, IReadOnlyList<Keerpunt> Keerpunten);

/// <summary>Eén vraag: wat als er zoveel meer (of minder) loon is?</summary>
public sealed record Loonverschil(Loonpunt Oud, Loonpunt Nieuw)
{
    public Loonpunt Verschil => Loonpunt.Verschil(Oud, Nieuw);
}
