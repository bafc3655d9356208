using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>What a question is about, in the words that the citizen saw: the same for who asks and for who answers.</summary>
/// <param name="Ocmw">Of the dossier.</param>
/// <param name="Sentence">The month, the step or the look.</param>
internal sealed record QuestionSubject(string Ocmw, string Sentence)
{
    /// <param name="db">The records.</param>
    /// <param name="checkId">A calculation, or null.</param>
    /// <param name="step">A step of it, or null.</param>
    /// <param name="viewId">A look, or null.</param>
    /// <param name="whose">Whose dossiers may be seen here.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<QuestionSubject?> FindAsync(DossierDb db, Guid? checkId, int? step, Guid? viewId, Expression<Func<Dossier, bool>> whose, CancellationToken cancellation)
    {
        var dossiers = db.Dossiers.AsNoTracking().Where(whose);
        if (checkId is not null)
        {
            var found = await (
                from check in db.Checks.AsNoTracking()
                where check.Id == checkId
                join dossier in dossiers on check.DossierId equals dossier.Id
                join ocmw in db.Ocmws on dossier.OcmwKbo equals ocmw.Kbo
                select new { Check = check, Ocmw = ocmw.Name }).SingleOrDefaultAsync(cancellation);
            return found is null ? null : OfCheck(found.Check, step) is { } sentence ? new(found.Ocmw, sentence) : null;
        }

        var look = await (
            from view in db.StaffViews.AsNoTracking()
            where view.Id == viewId
            join dossier in dossiers on view.DossierId equals dossier.Id
            join ocmw in db.Ocmws on dossier.OcmwKbo equals ocmw.Kbo
            join staff in db.Staff on view.StaffId equals staff.Id
            join check in db.Checks on view.CheckId equals check.Id into checks
            from check in checks.DefaultIfEmpty()
            select new { View = view, Ocmw = ocmw.Name, By = staff.Name, Month = check == null ? (Maand?)null : check.Month }).SingleOrDefaultAsync(cancellation);
        return look is null ? null : new(look.Ocmw, $"{Dates.Words(look.View.At)}: {look.By} bekeek {ViewWords.What(look.View, look.Month)}. {ViewWords.Why(look.View.Reason)}");
    }

    private static string? OfCheck(Check check, int? step) => step switch
    {
        null => $"Uw leefloon voor {Dates.Words(check.Month)}: {(check.NewAmount is { } amount ? Amounts.Words(amount) : "nog niet te berekenen")}.",
        { } number when check.Result?.Stap is { } root && StepsInOrder.Of(root).ElementAtOrDefault(number) is { } found => $"{Dates.Words(check.Month)}, {found.Artikel}: {found.Uitleg}",
        // What was blanked, or never was.
        _ => null,
    };
}
