namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>A case of the contract, already found to be without fault.</summary>
internal sealed record TweedeGeval(
    DateOnly EersteDag,
    DateOnly ReviewedOn,
    IReadOnlyList<TweedeGeval.Categorie> Categorieen,
    IReadOnlyList<TweedeGeval.Periode> Recht,
    IReadOnlyList<TweedeGeval.Slip> Slips,
    TweedeGeval.Vrijstelling Exemption,
    IReadOnlyList<TweedeGeval.Ander> OtherResources,
    IReadOnlyList<TweedeGeval.Huisgenoot> Cohabitants,
    bool EquityOverride,
    bool Sum,
    IReadOnlyDictionary<string, bool> CountedByPolicy)
{
    public int DagenInMaand => DateTime.DaysInMonth(EersteDag.Year, EersteDag.Month);

    public DateOnly LaatsteDag => new(EersteDag.Year, EersteDag.Month, DagenInMaand);

    internal sealed record Categorie(DateOnly Vanaf, int Nummer);

    internal sealed record Periode(DateOnly Van, DateOnly Tot)
    {
        public bool Bevat(DateOnly dag) => Van <= dag && dag <= Tot;
    }

    internal sealed record Component(string Kind, TweedeBreuk Amount);

    internal sealed record Slip(Periode Periode, TweedeBreuk Nettoloon, IReadOnlyList<Component> Components);

    /// <summary><c>FirstGranted</c> has no meaning for <c>none</c>, nor <c>ShortageFrom</c> for any kind but <c>shortage</c>.</summary>
    internal sealed record Vrijstelling(string Kind, DateOnly FirstGranted, IReadOnlyList<Periode> Used, DateOnly ShortageFrom);

    internal sealed record Ander(string Kind, TweedeBreuk PerYear);

    internal sealed record Huisgenoot(string Relation, TweedeBreuk ResourcesPerYear, bool Counted, TweedeBreuk FamilyBenefits, bool ReceivesLeefloon);
}
