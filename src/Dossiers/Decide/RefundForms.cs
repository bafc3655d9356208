using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Which form of POD MI: B for a grant, C for an end, D for what is claimed back of a month.</summary>
public enum RefundForm
{
    /// <summary>The first decision of a dossier with an amount.</summary>
    B,

    /// <summary>The right ended.</summary>
    C,

    /// <summary>An amount of the month that went to who pays.</summary>
    D,
}

/// <summary>The data that go on POD MI's forms B, C and D for a month of leefloon (primabook, "Terugbetalingsprocedure wet RMI").</summary>
/// <remarks>
/// Data and not the message itself: no public description of the message is at hand. A form without INSZ is not taken, and the
/// KBO and NIS numbers of the OCMW are asked; the NIS number is a setting.
/// </remarks>
public sealed class RefundForms(DossierDb db)
{
    /// <param name="On">Of B: the first day of the right in the month; of C: the last day of the right; of D: the first day of the month.</param>
    /// <param name="Category">That held on <paramref name="On"/>; null: none recorded.</param>
    /// <param name="Amount">Per month, as decided; null for C.</param>
    public sealed record Line(RefundForm Form, string DossierNumber, Insz Insz, DateOnly On, Categorie? Category, Euro? Amount, string? DecisionNumber, DateOnly? DecidedOn);

    public async Task<IReadOnlyList<Line>> RunAsync(string ocmwKbo, Maand month, CancellationToken cancellation)
    {
        var decided = await (
            from step in db.DecisionSteps
            join proposal in db.Proposals on step.ProposalId equals proposal.Id
            join check in db.Checks on proposal.CheckId equals check.Id
            join dossier in db.Dossiers on check.DossierId equals dossier.Id
            where dossier.OcmwKbo == ocmwKbo && step.Kind == DecisionStepKind.Decided
            select new
            {
                Dossier = dossier.Id,
                check.Month,
                Step = step,
                IsPaid = db.DecisionSteps.Any(paid => paid.ProposalId == proposal.Id && paid.Kind == DecisionStepKind.HandedToPayment),
            }).AsNoTracking().ToListAsync(cancellation);
        var dossiers = await db.Dossiers.AsNoTracking().Where(dossier => dossier.OcmwKbo == ocmwKbo).ToDictionaryAsync(dossier => dossier.Id, cancellation);
        var facts = (await db.Facts.AsNoTracking().Where(fact => db.Dossiers.Any(dossier => dossier.Id == fact.DossierId && dossier.OcmwKbo == ocmwKbo)).ToListAsync(cancellation))
            .GroupBy(fact => fact.DossierId).ToDictionary(of => of.Key, DossierFacts.From);
        var lines = new List<Line>();
        foreach (var of in decided.Where(one => one.Step.Amount > Euro.Zero).GroupBy(one => one.Dossier))
        {
            var first = of.OrderBy(one => one.Month).ThenBy(one => one.Step.RecordedAt).First();
            if (first.Month == month)
            {
                lines.Add(Of(RefundForm.B, of.Key, FirstDay(of.Key), first.Step));
            }

            if (of.Where(one => one.Month == month && one.IsPaid).MaxBy(one => one.Step.RecordedAt) is { } paid)
            {
                lines.Add(Of(RefundForm.D, of.Key, month.FirstDay, paid.Step));
            }
        }

        lines.AddRange(from of in facts from end in Ends(of.Value) where month.Contains(end) select Of(RefundForm.C, of.Key, end, null));
        return [.. lines.OrderBy(line => line.Form).ThenBy(line => line.DossierNumber, StringComparer.Ordinal)];

        DateOnly FirstDay(Guid dossier) => month.Days > 0 && facts.TryGetValue(dossier, out var own)
            ? Enumerable.Range(0, month.Days).Select(month.FirstDay.AddDays).FirstOrDefault(day => own.On(day).Any(fact => fact.Value is RightFact), month.FirstDay)
            : month.FirstDay;

        Line Of(RefundForm form, Guid dossier, DateOnly on, DecisionStep? step) => new(
            form, dossiers[dossier].Number, dossiers[dossier].Insz, on,
            facts.GetValueOrDefault(dossier)?.On(on).Select(fact => fact.Value).OfType<CategoryFact>().SingleOrDefault()?.Category,
            step?.Amount, step?.Number, step?.On);
    }

    // Periods that never were (FactRules) end before they begin.
    private static IEnumerable<DateOnly> Ends(DossierFacts facts) =>
        from entry in facts.Standing<RightFact>().SelectMany(entries => entries) where ((RightFact)entry.Value).To is { } to && to >= entry.From select ((RightFact)entry.Value).To!.Value;
}
