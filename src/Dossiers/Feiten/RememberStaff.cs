using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

/// <summary>Keeps who works for an OCMW, at each sign-in: checks name a social worker, and mail needs an address.</summary>
public sealed class RememberStaff(DossierDb db)
{
    /// <returns>False where the OCMW does not use this installation.</returns>
    public async Task<bool> RunAsync(Staff staff, CancellationToken cancellation)
    {
        if (!await db.Ocmws.AnyAsync(ocmw => ocmw.Kbo == staff.OcmwKbo, cancellation))
        {
            return false;
        }

        try
        {
            await PutAsync(db, staff, cancellation);
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            // Signed in twice for the first time at one moment: the other one was added, this one follows.
            db.ChangeTracker.Clear();
            await PutAsync(db, staff, cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        return true;
    }

    /// <summary>Adds the social worker, or takes over what the sign-in says of them now; saved by the caller.</summary>
    internal static async Task PutAsync(DossierDb db, Staff staff, CancellationToken cancellation)
    {
        if (await db.Staff.FindAsync([staff.Id], cancellation) is not { } known)
        {
            db.Staff.Add(new StaffMember { Id = staff.Id, OcmwKbo = staff.OcmwKbo, Name = staff.Name, Email = staff.Email, WorksOnDossiers = staff.WorksOnDossiers });
            return;
        }

        (known.OcmwKbo, known.Name, known.Email, known.WorksOnDossiers) = (staff.OcmwKbo, staff.Name, staff.Email ?? known.Email, staff.WorksOnDossiers);
    }
}
