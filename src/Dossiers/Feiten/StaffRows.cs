namespace SolidLoonfiches.Dossiers;

internal static class StaffRows
{
    /// <summary>Adds the social worker, or takes over what the sign-in says of them now; saved by the caller.</summary>
    public static async Task RememberAsync(DossierDb db, Staff staff, CancellationToken cancellation)
    {
        if (await db.Staff.FindAsync([staff.Id], cancellation) is not { } known)
        {
            db.Staff.Add(new StaffMember { Id = staff.Id, OcmwKbo = staff.OcmwKbo, Name = staff.Name, Email = staff.Email });
            return;
        }

        known.OcmwKbo = staff.OcmwKbo;
        known.Name = staff.Name;
        known.Email = staff.Email ?? known.Email;
    }
}
