using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>The one door of a citizen to requests: one of somebody else is not there, as one that never was.</summary>
public static class OwnRequests
{
    /// <param name="Request">Tracked.</param>
    /// <param name="OcmwKbo">Who asks, by KBO number.</param>
    /// <param name="Ocmw">Who asks, by name.</param>
    public sealed record Own(ConsentRequest Request, string OcmwKbo, string Ocmw)
    {
        public ConsentTerms Terms => Request.Terms(Ocmw);
    }

    public static async Task<Own?> RequestOfAsync(this DossierDb db, Guid id, Insz insz, CancellationToken cancellation) => await (
        from request in db.ConsentRequests
        where request.Id == id
        join dossier in db.Dossiers on request.DossierId equals dossier.Id
        where dossier.Insz == insz
        join ocmw in db.Ocmws on dossier.OcmwKbo equals ocmw.Kbo
        select new Own(request, ocmw.Kbo, ocmw.Name)).SingleOrDefaultAsync(cancellation);
}
