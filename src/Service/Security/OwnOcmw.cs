using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>The one door to dossiers for people of an OCMW: what is of another OCMW is not there.</summary>
internal static class OwnOcmw
{
    public static IQueryable<Dossier> DossiersOf(this DossierDb db, Staff staff) => db.Dossiers.Where(dossier => dossier.OcmwKbo == staff.OcmwKbo);

    public static IQueryable<Check> ChecksOf(this DossierDb db, Staff staff) =>
        db.Checks.Where(check => db.Dossiers.Any(dossier => dossier.Id == check.DossierId && dossier.OcmwKbo == staff.OcmwKbo));
}
