using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Eén maand van één persoon: alles wat de berekening nodig heeft, en niets anders.</summary>
public sealed record Geval
{
    public required Maand Maand { get; init; }

    /// <summary>Dag van de laatste beslissing of herziening; null: de eerste dag van de maand.</summary>
    public DateOnly? HerzienOp { get; init; }

    /// <summary>In eender welke volgorde; op een dag geldt de laatste die dan begonnen is.</summary>
    public required IReadOnlyList<CategorieVanaf> Categorieen { get; init; }

    /// <summary>Dagen met recht op leefloon; perioden overlappen niet.</summary>
    public required IReadOnlyList<Periode> Recht { get; init; }

    public IReadOnlyList<Loon> Lonen { get; init; } = [];

    public Vrijstelling Vrijstelling { get; init; } = Vrijstelling.Geen;

    public IReadOnlyList<AnderBestaansmiddel> AndereBestaansmiddelen { get; init; } = [];

    public IReadOnlyList<Samenwonende> Samenwonenden { get; init; } = [];

    /// <summary>Reden waarom het deel van ouders, kinderen en onderhoudsplichtigen om billijkheid 0 is; null: niet.</summary>
    public string? Billijkheidsreden { get; init; }

    public Beleid Beleid { get; init; } = Beleid.Standaard;

    internal DateOnly Herziening => HerzienOp ?? Maand.FirstDay;
}
