using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>Keeps who works for an OCMW, at each sign-in: checks name a social worker, and mail needs an address.</summary>
internal sealed class SignInStaff(DossierDb db)
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
            await KeepAsync(staff, cancellation);
        }
        catch (DbUpdateException)
        {
            // Signed in twice for the first time at one moment: the other one was added, this one follows.
            db.ChangeTracker.Clear();
            await KeepAsync(staff, cancellation);
        }

        return true;
    }

    private async Task KeepAsync(Staff staff, CancellationToken cancellation)
    {
        if (await db.Staff.FirstOrDefaultAsync(member => member.Id == staff.Id, cancellation) is { } known)
        {
            (known.OcmwKbo, known.Name, known.Email) = (staff.OcmwKbo, staff.Name, staff.Email);
        }
        else
        {
            db.Staff.Add(new StaffMember { Id = staff.Id, OcmwKbo = staff.OcmwKbo, Name = staff.Name, Email = staff.Email });
        }

        await db.SaveChangesAsync(cancellation);
    }
}
