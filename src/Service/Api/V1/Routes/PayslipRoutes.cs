using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

internal static class PayslipRoutes
{
    public static void MapPayslips(this RouteGroupBuilder api)
    {
        api.MapGet("/dossiers/{id:guid}/payslips", ListAsync).Reads<IReadOnlyList<PayslipData>>("listPayslips", ApiScopes.ReadPayslips, "The payslips that were read for a dossier, oldest first");
        api.MapGet("/payslips/{id:guid}", GetAsync).Reads<PayslipData>("getPayslip", ApiScopes.ReadPayslips, "A payslip as data");
    }

    private static async Task<IResult> ListAsync(Guid id, ApiCaller caller, DossierDb db, CancellationToken cancellation)
    {
        if (!await db.DossiersOf(caller).AnyAsync(dossier => dossier.Id == id, cancellation))
        {
            return new ApiProblem(ApiProblems.NotFound);
        }

        var slips = await db.Slips.AsNoTracking().Where(slip => slip.DossierId == id).ToListAsync(cancellation);
        return TypedResults.Ok<IReadOnlyList<PayslipData>>([.. slips.OrderBy(slip => slip.ReadAt).ThenBy(slip => slip.Id).Select(PayslipData.Of)]);
    }

    private static async Task<IResult> GetAsync(Guid id, ApiCaller caller, DossierDb db, CancellationToken cancellation) =>
        await db.Slips.AsNoTracking().SingleOrDefaultAsync(slip => slip.Id == id && db.Dossiers.Any(dossier => dossier.Id == slip.DossierId && dossier.OcmwKbo == caller.OcmwKbo), cancellation) is { } found
            ? TypedResults.Ok(PayslipData.Of(found))
            : new ApiProblem(ApiProblems.NotFound);
}
