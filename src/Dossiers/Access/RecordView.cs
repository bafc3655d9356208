namespace SolidLoonfiches.Dossiers;

/// <summary>Notes that somebody of the OCMW looks at a person's data, before it is shown: where it cannot be noted it is not shown.</summary>
public sealed class RecordView(DossierDb db, TimeProvider clock)
{
    /// <param name="DossierId">Whose data.</param>
    /// <param name="CheckId">The calculation; null for the dossier.</param>
    /// <param name="By">Who looks.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(Guid DossierId, Guid? CheckId, Staff By, ViewReason Reason);

    public async Task RunAsync(Command command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await RememberStaff.PutAsync(db, command.By, cancellation);
        db.StaffViews.Add(new StaffView { Id = Guid.CreateVersion7(now), DossierId = command.DossierId, CheckId = command.CheckId, StaffId = command.By.Id, At = now, Reason = command.Reason });
        await db.SaveChangesAsync(cancellation);
    }
}
