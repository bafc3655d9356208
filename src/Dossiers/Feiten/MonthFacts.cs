using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>From the history of facts to one month as the law takes it.</summary>
/// <remarks>
/// Everything is cut to the month, so that a fact that begins or ends later leaves the fingerprint of this month as it was.
/// Of the exemption the law takes one state a month: the entry that stands on its last day.
/// </remarks>
internal static class MonthFacts
{
    /// <param name="usedDays">Days of the exemption that earlier months consumed by our own checks.</param>
    /// <param name="wages">Of the slips that the month uses under the policy.</param>
    /// <param name="policy">Of the OCMW in this month.</param>
    /// <returns>The month, or what must be recorded first.</returns>
    public static (Geval? Geval, Finding? Missing) Of(DossierFacts facts, Maand month, IEnumerable<Periode> usedDays, IReadOnlyList<Loon> wages, Beleid policy)
    {
        if (Rights(facts).ToList() is not { Count: > 0 } rights)
        {
            return (null, CheckSentences.NoRight);
        }

        var right = rights.Select(r => Cut(r, month)).OfType<Periode>().ToList();
        var categories = Categories(facts, month);
        return right.Count > 0 && categories.Count == 0
            ? (null, CheckSentences.NoCategory(month))
            : (new Geval
            {
                Maand = month,
                HerzienOp = ReviewedOn(facts, month),
                Categorieen = categories,
                Recht = right,
                Lonen = wages,
                Vrijstelling = Exemption(facts, month, usedDays),
                AndereBestaansmiddelen = OtherMeans(facts, month),
                Samenwonenden = Cohabitants(facts, month),
                Beleid = policy,
            }, null);
    }

    /// <summary>True where the history has a right on some day of the month.</summary>
    public static bool HasRight(DossierFacts facts, Maand month) => Rights(facts).Any(r => Cut(r, month) is not null);

    public static bool HasAnyRight(DossierFacts facts) => Rights(facts).Any();

    public static bool HasRightOnOrAfter(DossierFacts facts, DateOnly day) => Rights(facts).Any(r => !(r.Tot < day));

    /// <summary>True where a right is recorded, and none on a day of the month: it has not begun, or it is over.</summary>
    public static bool IsOutsideEveryRight(DossierFacts facts, Maand month) => Rights(facts).Any() && !HasRight(facts, month);

    /// <summary>Employments that were not struck out, with their periods.</summary>
    public static IEnumerable<(EmploymentFact Employment, Periode Period)> Employments(DossierFacts facts) =>
        from entries in facts.Standing<EmploymentFact>()
        from pair in entries.Zip(entries.Skip(1).Append(null))
        let employment = (EmploymentFact)pair.First.Value
        let period = new Periode(pair.First.From, Earlier(employment.To, pair.Second?.From.AddDays(-1)))
        where !(period.Tot < period.Van)
        select (employment, period);

    /// <summary>True where it is recorded that there was no wage in the month: of this employer, or of anybody.</summary>
    /// <param name="employer">Null: of anybody.</param>
    public static bool NoWageConfirmed(DossierFacts facts, Maand month, KboNumber? employer = null) => facts.Standing<NoWageFact>().SelectMany(entries => entries)
        .Any(e => Maand.Of(e.From) == month && e.Value is NoWageFact { Confirmed: true } none && (none.Employer is null || none.Employer == employer));

    public static Periode? Cut(Periode period, Maand month)
    {
        var from = period.Van > month.FirstDay ? period.Van : month.FirstDay;
        var to = period.Tot < month.LastDay ? period.Tot.Value : month.LastDay;
        return from <= to ? new Periode(from, to) : null;
    }

    /// <summary>Without the periods that were struck out.</summary>
    private static IEnumerable<Periode> Rights(DossierFacts facts) =>
        facts.Standing<RightFact>().SelectMany(entries => entries).Select(e => new Periode(e.From, ((RightFact)e.Value).To)).Where(p => !(p.Tot < p.Van));

    /// <summary>
    /// The last review before the month is over; else the start of the right of that month, whose grant was the last decision.
    /// Taking the first day of the month instead would give every running file the new art. 34 before its review, and so too little.
    /// </summary>
    private static DateOnly? ReviewedOn(DossierFacts facts, Maand month)
    {
        var reviews = facts.Standing<ReviewFact>().SelectMany(entries => entries).Select(e => e.From).Where(day => day <= month.LastDay);
        var starts = Rights(facts).Where(right => Cut(right, month) is not null).Select(right => right.Van);
        return reviews.Concat(starts).Select(day => (DateOnly?)day).Max();
    }

    private static List<CategorieVanaf> Categories(DossierFacts facts, Maand month)
    {
        var entries = facts.Standing<CategoryFact>().SelectMany(e => e).Where(e => e.From <= month.LastDay).ToList();
        var first = Math.Max(0, entries.FindLastIndex(e => e.From <= month.FirstDay));
        return [.. entries.Skip(first).Select(e => new CategorieVanaf(e.From > month.FirstDay ? e.From : month.FirstDay, ((CategoryFact)e.Value).Category))];
    }

    private static Vrijstelling Exemption(DossierFacts facts, Maand month, IEnumerable<Periode> usedDays)
    {
        if (facts.Standing<ExemptionFact>().SelectMany(e => e).LastOrDefault(e => e.From <= month.LastDay)?.Value is not ExemptionFact { Kind: not Vrijstellingssoort.Geen } exemption)
        {
            return Vrijstelling.Geen;
        }

        var used = exemption.UsedBefore.Concat(usedDays).Where(p => p.Van < month.FirstDay).Distinct().OrderBy(p => p.Van).ThenBy(p => p.Tot);
        return new Vrijstelling(exemption.Kind, exemption.FirstGranted, [.. used], exemption.ShortageFrom);
    }

    private static List<AnderBestaansmiddel> OtherMeans(DossierFacts facts, Maand month) =>
    [
        .. from state in States<OtherMeansFact>(facts, month)
           where state.Value.PerYear > Euro.Zero
           select new AnderBestaansmiddel(state.Value.Kind, state.Value.PerYear.Amount, state.When),
    ];

    private static List<Samenwonende> Cohabitants(DossierFacts facts, Maand month) =>
    [
        .. from state in States<CohabitantFact>(facts, month)
           let person = state.Value
           where person.LivesHere
           select new Samenwonende(person.Relation, person.ResourcesPerYear.Amount, person.Counted, person.FamilyBenefitsForApplicantPerYear.Amount, person.ReceivesLeefloon, state.When),
    ];

    /// <summary>Each state of each subject that holds on a day of the month, with the days; null for the whole month.</summary>
    private static IEnumerable<(T Value, Periode? When)> States<T>(DossierFacts facts, Maand month)
        where T : Fact =>
        from entries in facts.Standing<T>()
        from pair in entries.Zip(entries.Skip(1).Append(null))
        let days = Cut(new Periode(pair.First.From, pair.Second?.From.AddDays(-1)), month)
        where days is not null
        select ((T)pair.First.Value, days == new Periode(month.FirstDay, month.LastDay) ? null : days);

    private static DateOnly? Earlier(DateOnly? left, DateOnly? right) => left is null || right < left ? right ?? left : left;
}
