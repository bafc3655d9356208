using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>What may be recorded: what the law could not calculate with is refused here, where a person can still correct it.</summary>
internal static class FactRules
{
    /// <summary>Before this a date is a slip of the keyboard.</summary>
    private static readonly DateOnly Earliest = new(1950, 1, 1);

    private static readonly DateOnly Latest = new(2100, 1, 1);

    /// <summary>Art. 35 §1, third paragraph KB: the higher amount for shortage jobs exists since then.</summary>
    private static readonly DateOnly ShortageJobsFrom = new(2024, 1, 1);

    /// <param name="entry">The new entry.</param>
    /// <param name="facts">The history with the new entry in it.</param>
    /// <returns>Null where the entry may be recorded.</returns>
    public static RecordFact.Outcome.Refused? Check(FactEntry entry, DossierFacts facts)
    {
        if (entry.From < Earliest || entry.From >= Latest)
        {
            return new("from", "Kijk de datum na: ze ligt te ver weg.");
        }

        return entry.Value switch
        {
            CategoryFact category => Enum.IsDefined(category.Category) ? null : new("category", "Kies categorie 1, 2 of 3."),
            RightFact right => Ends(entry.From, right.To) ?? NoOverlap(facts),
            CohabitantFact cohabitant => Cohabitant(cohabitant) ?? OnePartner(entry.From, facts),
            OtherMeansFact means => Name("name", means.Name)
                ?? (Enum.IsDefined(means.Kind) ? null : new RecordFact.Outcome.Refused("kind", "Kies een soort uit de lijst."))
                ?? NotNegative("perYear", means.PerYear),
            ExemptionFact exemption => Exemption(exemption) ?? OneShortageJob(facts),
            EmploymentFact employment => Name("name", employment.Name) ?? Ends(entry.From, employment.To),
            ReviewFact => null,
            TransferFact => new("value", "Geef het dossier aan een collega met een overdracht: een feit alleen verandert niet wie het heeft."),
            StatusFact status => Enum.IsDefined(status.Status) ? null : new("status", "Kies wat er met het dossier gebeurt."),
            GpmiFact gpmi => Name("about", gpmi.About) ?? Ends(entry.From, gpmi.To),
            LanguageFact language => Enum.IsDefined(language.Language) ? null : new("language", "Kies een taal uit de lijst."),
            NoWageFact none => (none.Employer is null ? null : Name("name", none.Name ?? "")) ?? (entry.From.Day == 1 ? null : new("from", "Kies de eerste dag van de maand zonder loon.")),
            _ => throw new InvalidOperationException($"Fact {entry.Value.GetType().Name} has no rules."),
        };
    }

    /// <remarks>The day before the start is allowed: the period then never was (<see cref="Fact"/>).</remarks>
    private static RecordFact.Outcome.Refused? Ends(DateOnly from, DateOnly? to) =>
        to < from.AddDays(-1) || to >= Latest ? new("to", "Kijk de einddatum na: ze ligt voor het begin of te ver weg.") : null;

    private static RecordFact.Outcome.Refused? NoOverlap(DossierFacts facts)
    {
        var periods = facts.Standing<RightFact>().SelectMany(e => e).Select(e => (e.From, ((RightFact)e.Value).To)).Where(p => !(p.To < p.From)).ToList();
        return periods.Zip(periods.Skip(1)).Any(pair => pair.First.To is null || pair.First.To >= pair.Second.From)
            ? new("from", "Deze periode overlapt met een andere periode van het recht. Leg eerst het einde van die periode vast (zelfde begindatum, met een einddatum).")
            : null;
    }

    private static RecordFact.Outcome.Refused? Cohabitant(CohabitantFact cohabitant) =>
        Name("person", cohabitant.Person)
        ?? (Enum.IsDefined(cohabitant.Relation) ? null : new RecordFact.Outcome.Refused("relation", "Kies een relatie uit de lijst."))
        ?? NotNegative("resourcesPerYear", cohabitant.ResourcesPerYear)
        ?? NotNegative("familyBenefitsForApplicantPerYear", cohabitant.FamilyBenefitsForApplicantPerYear);

    private static RecordFact.Outcome.Refused? OnePartner(DateOnly from, DossierFacts facts)
    {
        var days = facts.Standing<CohabitantFact>().SelectMany(e => e).Select(e => e.From).Where(day => day >= from).Distinct();
        return days.Any(day => facts.On(day).Count(e => e.Value is CohabitantFact { Relation: Relatie.Partner }) > 1)
            ? new("relation", "Er woont op die dag al een partner in. Leg eerst vast dat die persoon er niet meer woont.")
            : null;
    }

    private static RecordFact.Outcome.Refused? Exemption(ExemptionFact exemption)
    {
        if (!Enum.IsDefined(exemption.Kind))
        {
            return new("kind", "Kies een soort uit de lijst.");
        }

        if (exemption.Kind != Vrijstellingssoort.Geen && exemption.FirstGranted is null)
        {
            return new("firstGranted", "Vul in op welke dag de vrijstelling voor het eerst is toegekend.");
        }

        if ((exemption.Kind == Vrijstellingssoort.Knelpuntberoep) != exemption.ShortageFrom.HasValue)
        {
            return new("shortageFrom", "De begindatum van het knelpuntberoep hoort bij die soort vrijstelling, en enkel daarbij.");
        }

        if (exemption.ShortageFrom < ShortageJobsFrom)
        {
            return new("shortageFrom", "Het hogere bedrag voor een knelpuntberoep bestaat pas sinds 1 januari 2024.");
        }

        return exemption.UsedBefore.Any(p => p.Tot is null || p.Tot < p.Van)
            ? new("usedBefore", "Elke periode van verbruikte dagen heeft een begin en een einde, en het einde ligt niet voor het begin.")
            : null;
    }

    /// <summary>Art. 35 §1 KB (KB of 23 November 2023): three months, once in a lifetime. A wrong date is corrected by an entry of the same date.</summary>
    private static RecordFact.Outcome.Refused? OneShortageJob(DossierFacts facts)
    {
        var starts = facts.Standing<ExemptionFact>().SelectMany(e => e).Select(e => (ExemptionFact)e.Value).Select(e => e.ShortageFrom).OfType<DateOnly>().Distinct().Order().ToList();
        return starts.Count > 1
            ? new("shortageFrom", $"Deze persoon kreeg de hogere vrijstelling voor een knelpuntberoep al, vanaf {DutchDates.Words(starts[0])}. Ze kan maar één keer in een leven, drie maanden lang (art. 35 §1 KB). Kies de gewone vrijstelling. Was die datum fout? Verbeter ze dan in het feit van toen.")
            : null;
    }

    private static RecordFact.Outcome.Refused? Name(string field, string text) =>
        string.IsNullOrWhiteSpace(text) || text.Length > 60 || text.Any(char.IsControl) ? new(field, "Vul een korte naam in (hoogstens 60 tekens).") : null;

    private static RecordFact.Outcome.Refused? NotNegative(string field, Euro amount) =>
        amount < Euro.Zero ? new(field, "Een bedrag kan niet onder nul liggen.") : null;
}
