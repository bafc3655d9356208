using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers;

/// <summary>Payroll offices that a citizen can let in, by name. Whoever is not among them cannot be chosen here.</summary>
public sealed class PayrollOfficeOptions
{
    public IList<PayrollOffice> Known { get; } = [];
}

/// <summary>A payroll office as the operator names it.</summary>
public sealed class PayrollOffice
{
    /// <summary>As citizens know it.</summary>
    public string Name { get; set; } = "";

    public Uri? WebId { get; set; }
}

/// <summary>Lets a payroll office add payslips to the container of a consent, and not read; and puts it out again. Both in the citizen's own session.</summary>
public sealed class LetOfficeIn(DossierDb db, AccessGrants grants, IOptions<PayrollOfficeOptions> offices, TimeProvider clock)
{
    /// <param name="ConsentId">A consent of the citizen.</param>
    /// <param name="Insz">Of the citizen who signed in.</param>
    /// <param name="WebId">Of an office in <see cref="PayrollOfficeOptions"/>.</param>
    /// <param name="Citizen">Their session at the vault.</param>
    public sealed record Command(Guid ConsentId, Insz Insz, Uri WebId, VaultSession Citizen);

    /// <param name="ConsentId">A consent of the citizen, standing or not.</param>
    /// <param name="Insz">Of the citizen who signed in.</param>
    /// <param name="Citizen">Their session at the vault.</param>
    public sealed record PutOut(Guid ConsentId, Insz Insz, VaultSession Citizen);

    /// <summary>How it ended.</summary>
    public enum Outcome
    {
        Done,

        /// <summary>The vault did not do it; nothing was recorded.</summary>
        VaultFailed,

        /// <summary>No such consent of this person, or no such office.</summary>
        NotFound,
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        // As strings: a Uri compares without the fragment, which is what tells one WebID from another.
        if (await FindAsync(command.ConsentId, command.Insz, cancellation) is not { IsActive: true } consent
            || offices.Value.Known.FirstOrDefault(office => office.WebId!.AbsoluteUri == command.WebId.AbsoluteUri) is not { } chosen
            || chosen.WebId!.AbsoluteUri == command.Citizen.WebId.AbsoluteUri)
        {
            return Outcome.NotFound;
        }

        if (await grants.GrantAsync(new Uri(consent.Container), chosen.WebId, AccessModes.Append, command.Citizen, cancellation) is not VaultAnswer<Uri>.Ok)
        {
            return Outcome.VaultFailed;
        }

        var now = clock.GetUtcNow();
        db.LetInOffices.Add(new LetInOffice { Id = Guid.CreateVersion7(now), ConsentId = consent.Id, WebId = chosen.WebId.AbsoluteUri, Name = chosen.Name, LetInAt = now });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            // Sent twice: it stands there, and the rule too.
            db.ChangeTracker.Clear();
        }

        return Outcome.Done;
    }

    /// <returns><see cref="Outcome.NotFound"/> also where no office was let in, or it was put out before.</returns>
    public async Task<Outcome> RunAsync(PutOut command, CancellationToken cancellation)
    {
        if (await FindAsync(command.ConsentId, command.Insz, cancellation) is not { } consent
            || ForgetData.IsBlanked(consent)
            || await db.LetInOffices.SingleOrDefaultAsync(office => office.ConsentId == consent.Id && office.PutOutAt == null, cancellation) is not { } letIn)
        {
            return Outcome.NotFound;
        }

        if (await grants.RevokeAsync(new Uri(consent.Container), new Uri(letIn.WebId), command.Citizen, cancellation) is not VaultAnswer<Uri>.Ok)
        {
            return Outcome.VaultFailed;
        }

        letIn.PutOutAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    private Task<Consent?> FindAsync(Guid id, Insz insz, CancellationToken cancellation) =>
        db.Consents.AsNoTracking().SingleOrDefaultAsync(consent => consent.Id == id && db.Dossiers.Any(dossier => dossier.Id == consent.DossierId && dossier.Insz == insz), cancellation);
}
