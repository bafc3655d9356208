#pragma warning disable
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

// ---- Feiten/ : wat men weet ------------------------------------------------------------------------------------------

/// <summary>Art. 14 §1 RMI-wet.</summary>
public enum Categorie { Samenwonend = 1, Alleenstaand = 2, GezinTenLaste = 3 }

/// <summary>Dagen, beide einden inbegrepen; <paramref name="Tot"/> null: zonder einde.</summary>
public sealed record Periode(DateOnly Van, DateOnly? Tot);

public sealed record CategorieVanaf(DateOnly Van, Categorie Categorie);

/// <summary>Loon zoals één loonfiche het vermeldt: wat de wet ervan nodig heeft.</summary>
public sealed record Loon(string Id, string Werkgever, DateOnly Van, DateOnly Tot, DateOnly BetaaldOp, decimal Nettoloon, IReadOnlyList<Looncomponent> Componenten)
{
    /// <summary>Enkel wat buiten het nettoloon valt wordt component (<see cref="PaySection.UntaxedExtras"/>, <see cref="PaySection.Deductions"/>, <see cref="PaySection.InKind"/>).</summary>
    public static Loon Uit(Loonfiche fiche) => throw new NotImplementedException();
}

public sealed record Looncomponent(ComponentKind Soort, decimal Bedrag);

public enum Vrijstellingssoort { Geen, Gewoon, Student, Knelpuntberoep, Kunstenaar }

/// <summary>De SPI-vrijstelling van art. 35 KB en wat er al van verbruikt is.</summary>
public sealed record Vrijstelling(Vrijstellingssoort Soort, DateOnly? EersteToekenning, IReadOnlyList<Periode> Verbruikt, DateOnly? KnelpuntVanaf)
{
    public static Vrijstelling Geen { get; } = new(Vrijstellingssoort.Geen, null, [], null);
}

public enum Bestaansmiddelsoort { Ander, OcmwSteun, KinderbijslagVoorKinderen, OnderhoudsgeldVoorKinderen, Studietoelage, Pleegzorgvergoeding, OnregelmatigeGift, Vrijwilligersvergoeding, Integratietegemoetkoming }

/// <param name="Geldig">Wanneer het geldt; null: de hele maand.</param>
public sealed record AnderBestaansmiddel(Bestaansmiddelsoort Soort, decimal PerJaar, Periode? Geldig = null);

public enum Relatie { Partner, Ouder, MeerderjarigKind, Onderhoudsplichtige, Ander }

/// <param name="Geldig">Wanneer de persoon samenwoont; null: de hele maand.</param>
public sealed record Samenwonende(Relatie Relatie, decimal BestaansmiddelenPerJaar, bool Meegeteld = false, decimal KinderbijslagVoorAanvragerPerJaar = 0, bool OntvangtLeefloon = false, Periode? Geldig = null);

/// <summary>Eén maand van één persoon: alles wat de berekening nodig heeft, en niets anders.</summary>
public sealed record Geval
{
    public required Maand Maand { get; init; }
    /// <summary>Dag van de laatste beslissing of herziening; null: de eerste dag van de maand.</summary>
    public DateOnly? HerzienOp { get; init; }
    public required IReadOnlyList<CategorieVanaf> Categorieen { get; init; }
    public required IReadOnlyList<Periode> Recht { get; init; }
    public IReadOnlyList<Loon> Lonen { get; init; } = [];
    public Vrijstelling Vrijstelling { get; init; } = Vrijstelling.Geen;
    public IReadOnlyList<AnderBestaansmiddel> AndereBestaansmiddelen { get; init; } = [];
    public IReadOnlyList<Samenwonende> Samenwonenden { get; init; } = [];
    /// <summary>Reden waarom het deel van ouders, kinderen en onderhoudsplichtigen om billijkheid 0 is; null: niet.</summary>
    public string? Billijkheidsreden { get; init; }
}

// ---- het resultaat ---------------------------------------------------------------------------------------------------

/// <summary>Eén benoemde stap: de boom van stappen IS de uitleg.</summary>
/// <param name="Naam">Stabiele naam, bv. <c>loonPerMaand</c>; de zinnen per taal komen daarvan.</param>
/// <param name="Artikel">Bv. <c>art. 35 §1 KB 11-07-2002</c>.</param>
/// <param name="Waarde">De waarde van de stap, niet afgerond tenzij de stap afrondt.</param>
/// <param name="Eenheid">Bv. <c>EUR/jaar</c>, <c>EUR/maand</c>, <c>dagen</c>, <c>-</c>.</param>
/// <param name="Bron">Op een blad: loonfiche en lijn, rij van het barema, verklaring; anders null.</param>
/// <param name="Uit">De stappen waaruit deze volgt.</param>
/// <param name="Uitleg">De zin van de stap in het Nederlands, met de bedragen ingevuld.</param>
public sealed record Stap(string Naam, string Artikel, decimal Waarde, string Eenheid, string? Bron, IReadOnlyList<Stap> Uit, string Uitleg);

public sealed record Segment(DateOnly Van, DateOnly Tot, int Dagen, Categorie Categorie, decimal BedragPerJaar, decimal LoonPerMaand, decimal VrijstellingPerMaand, decimal BestaansmiddelenPerJaar, decimal AlgemeneVrijstellingPerJaar, decimal LeefloonPerJaar, decimal Aandeel);

/// <param name="Bedrag">Het leefloon van de maand, één keer afgerond.</param>
/// <param name="Wetsversie">Datum van de rij met jaarbedragen.</param>
/// <param name="VerbruikteDagen">Dagen vrijstelling die deze maand verbruikt, als perioden.</param>
/// <param name="ResterendeDagen">Null bij geen vrijstelling en bij studenten.</param>
/// <param name="Waarschuwingen">Codes van het contract <c>calculate</c>.</param>
public sealed record Maandresultaat(Maand Maand, Euro Bedrag, DateOnly Wetsversie, IReadOnlyList<Segment> Segmenten, int? ResterendeDagen, IReadOnlyList<Periode> VerbruikteDagen, IReadOnlyList<string> Waarschuwingen, Stap Stap);

public abstract record Uitkomst
{
    private Uitkomst() { }
    public sealed record Berekend(Maandresultaat Resultaat) : Uitkomst;
    /// <param name="Code">Een code van het contract: <c>categoryGap</c>, <c>beforeFirstAmount</c>, <c>outOfRange</c>, <c>beforeRule</c>, …</param>
    /// <param name="Zin">In het Nederlands: wat ontbreekt, waar, en wat te doen.</param>
    public sealed record NietTeBerekenen(string Code, string Zin) : Uitkomst;
}

/// <summary>Het aanvullend leefloon van één maand, stap voor stap.</summary>
public static class AanvullendLeefloon
{
    /// <summary>Versie van de regels, deel van de vingerafdruk van een controle: verhoogt als een regel of een rij van het barema wijzigt.</summary>
    public static string Versie => throw new NotImplementedException();
    public static Uitkomst Bereken(Geval geval) => throw new NotImplementedException();
}
