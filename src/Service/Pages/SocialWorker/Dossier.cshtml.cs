using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>One dossier: its facts as they stand and as they were, the consent, and the months with their checks.</summary>
internal sealed class DossierPage(DossierDb db, RecordView recordView, TimeProvider clock) : StaffPage
{
    /// <param name="Entry">The entry.</param>
    /// <param name="By">Who recorded it.</param>
    /// <param name="HoldsToday">It counts on the day of today.</param>
    internal sealed record FactRow(FactEntry Entry, string By, bool HoldsToday);

    /// <param name="Current">The check that stands; null where none does.</param>
    /// <param name="Earlier">Those that were replaced, newest first.</param>
    internal sealed record MonthRow(Maand Month, Check? Current, IReadOnlyList<Check> Earlier, Proposal? Proposal);

    public Dossier Dossier { get; private set; } = null!;

    public string SocialWorker { get; private set; } = "";

    public DossierStatus Status { get; private set; }

    /// <summary>What holds today, or begins later; newest date first.</summary>
    public IReadOnlyList<FactRow> Facts { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Consent> Consents { get; private set; } = [];

    /// <summary>The months that had an amount and came to another.</summary>
    public RecalculationView Recalculation { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ConsentRequest> Requests { get; private set; } = [];

    /// <summary>A yes on paper that stands, and has not come true in a vault; the newest.</summary>
    public PaperConsent? Paper { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Newest first.</summary>
    public IReadOnlyList<MonthRow> Months { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.DossiersOf(Me).AsNoTracking().SingleOrDefaultAsync(dossier => dossier.Id == id, cancellation) is not { } found)
        {
            return NotFound();
        }

        await recordView.RunAsync(new(id, null, Me, ViewReason.Dossier), cancellation);
        Dossier = found;
        var staff = await db.Staff.AsNoTracking().Where(member => member.OcmwKbo == Me.OcmwKbo).ToDictionaryAsync(member => member.Id, member => member.Name, cancellation);
        SocialWorker = staff.GetValueOrDefault(found.SocialWorkerId, "onbekend");
        var history = await db.Facts.AsNoTracking().Where(entry => entry.DossierId == id).ToListAsync(cancellation);
        Status = DossierLife.On(DossierFacts.From(history), Dates.Today(clock));
        var today = DossierFacts.From(history).On(Dates.Today(clock)).Select(entry => entry.Id).ToHashSet();
        Facts = [.. history.OrderByDescending(entry => entry.From).ThenByDescending(entry => entry.RecordedAt).Select(entry => new FactRow(entry, staff.GetValueOrDefault(entry.RecordedBy, "onbekend"), today.Contains(entry.Id)))];
        Consents = [.. (await db.Consents.AsNoTracking().Where(consent => consent.DossierId == id).ToListAsync(cancellation)).OrderByDescending(consent => consent.GivenAt)];
        Requests = [.. (await db.ConsentRequests.AsNoTracking().Where(request => request.DossierId == id).ToListAsync(cancellation)).OrderByDescending(request => request.OpenedAt)];
        Paper = (await db.PaperConsents.AsNoTracking().Where(paper => paper.DossierId == id).ToListAsync(cancellation)).Where(paper => paper.IsStanding(Now)).MaxBy(paper => paper.RecordedAt);
        Months = await ReadMonthsAsync(id, cancellation);
        Recalculation = await RecalculationView.ReadAsync(db, id, Dates.Today(clock), cancellation);
        return Page();
    }

    private async Task<IReadOnlyList<MonthRow>> ReadMonthsAsync(Guid id, CancellationToken cancellation)
    {
        var checks = await db.Checks.AsNoTracking().Where(check => check.DossierId == id).ToListAsync(cancellation);
        var proposals = await db.Proposals.AsNoTracking()
            .Where(proposal => proposal.EndedAt == null && db.Checks.Any(check => check.Id == proposal.CheckId && check.DossierId == id && check.IsCurrent))
            .ToDictionaryAsync(proposal => proposal.CheckId, cancellation);
        return
        [
            .. checks.GroupBy(check => check.Month).OrderByDescending(month => month.Key).Select(month =>
            {
                var current = month.SingleOrDefault(check => check.IsCurrent);
                return new MonthRow(
                    month.Key,
                    current,
                    [.. month.Where(check => !check.IsCurrent).OrderByDescending(check => check.CheckedAt)],
                    current is null ? null : proposals.GetValueOrDefault(current.Id));
            }),
        ];
    }
}
