using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>My state: what was asked, what I gave, what was read, what came out, and what people did with it.</summary>
internal sealed class IndexPage(DossierDb db, TimeProvider clock) : CitizenPage
{
    /// <param name="Requests">Newest first.</param>
    /// <param name="Consents">Newest first.</param>
    /// <param name="Papers">Consents on paper, newest first.</param>
    /// <param name="Reads">Newest first.</param>
    /// <param name="Slips">What the vault holds as far as we know, newest period first.</param>
    /// <param name="Looks">Who of the OCMW looked at what, newest first.</param>
    /// <param name="Months">The check that stands for each month, newest first.</param>
    internal sealed record View(Dossier Dossier, string Ocmw, DateTimeOffset Now, IReadOnlyList<ConsentRequest> Requests, IReadOnlyList<Consent> Consents, IReadOnlyList<PaperConsent> Papers, IReadOnlyList<VaultRead> Reads, IReadOnlyList<Slip> Slips, IReadOnlyList<Look> Looks, IReadOnlyList<Month> Months, RecalculationView Recalculation)
    {
        /// <summary>What I dispute, and what was answered.</summary>
        public required LineDisputes Disputes { get; init; }

        /// <summary>Those that the calculations rest on, also where the vault no longer holds them.</summary>
        public required IReadOnlyList<Slip> Used { get; init; }

        public Consent? Consent => Consents is [var newest, ..] ? newest : null;

        public ConsentRequest? Request => Requests is [var newest, ..] ? newest : null;

        /// <summary>Waits for an answer.</summary>
        public ConsentRequest? Asked => Requests.FirstOrDefault(request => request.IsOpen(Now));

        /// <summary>By which the citizen can say yes again, once a consent ended.</summary>
        public ConsentRequest? Again => Consent is { IsActive: false, RequestId: { } id } ? Requests.FirstOrDefault(request => request.Id == id && request.CanBeGiven(Now)) : null;
    }

    /// <param name="Month">Of the calculation; null for the dossier itself.</param>
    /// <param name="Proposal">What was done with that calculation.</param>
    internal sealed record Look(StaffView View, string By, Maand? Month, Proposal? Proposal);

    internal sealed record Month(Check Check, Proposal? Proposal);

    public IReadOnlyList<View> Dossiers { get; private set; } = [];

    /// <summary>Of my OCMWs, without an answer.</summary>
    public int OpenQuestions { get; private set; }

    /// <summary>How many of my questions have an answer.</summary>
    public int Answered { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var insz = Me.Insz;
        OpenQuestions = await db.CheckQuestions.CountAsync(question => question.AnsweredAt == null && question.Text != "" && db.Dossiers.Any(dossier => dossier.Id == question.DossierId && dossier.Insz == insz), cancellation);
        var dossiers = await db.Dossiers.AsNoTracking().Where(dossier => dossier.Insz == insz).OrderBy(dossier => dossier.Number).ToListAsync(cancellation);
        var views = new List<View>();
        foreach (var dossier in dossiers)
        {
            views.Add(await ReadAsync(dossier, cancellation));
        }

        Dossiers = views;
        Answered = await db.Questions.CountAsync(question => question.AnsweredAt != null && db.Dossiers.Any(dossier => dossier.Id == question.DossierId && dossier.Insz == insz), cancellation);
    }

    private async Task<View> ReadAsync(Dossier dossier, CancellationToken cancellation)
    {
        var ocmw = await db.Ocmws.AsNoTracking().SingleAsync(one => one.Kbo == dossier.OcmwKbo, cancellation);
        var requests = await db.ConsentRequests.AsNoTracking().Where(request => request.DossierId == dossier.Id).ToListAsync(cancellation);
        var consents = await db.Consents.AsNoTracking().Where(consent => consent.DossierId == dossier.Id).ToListAsync(cancellation);
        var consentIds = consents.ConvertAll(consent => consent.Id);
        var reads = await db.VaultReads.AsNoTracking().Where(read => consentIds.Contains(read.ConsentId)).ToListAsync(cancellation);
        var slips = await db.Slips.AsNoTracking().Where(slip => slip.DossierId == dossier.Id).ToListAsync(cancellation);
        var checks = await db.Checks.AsNoTracking().Where(check => check.DossierId == dossier.Id && check.IsCurrent).ToListAsync(cancellation);
        var checkIds = checks.ConvertAll(check => check.Id);
        var proposals = await db.Proposals.AsNoTracking().Where(proposal => checkIds.Contains(proposal.CheckId) && proposal.EndedAt == null).ToDictionaryAsync(proposal => proposal.CheckId, cancellation);
        return new(
            dossier,
            ocmw.Name,
            clock.GetUtcNow(),
            [.. requests.OrderByDescending(request => request.OpenedAt)],
            [.. consents.OrderByDescending(consent => consent.GivenAt)],
            [.. (await db.PaperConsents.AsNoTracking().Where(paper => paper.DossierId == dossier.Id).ToListAsync(cancellation)).OrderByDescending(paper => paper.RecordedAt)],
            [.. reads.OrderByDescending(read => read.At)],
            [.. slips.Where(slip => slip.EndedAt is null).OrderByDescending(slip => slip.PeriodTo)],
            await LooksAsync(dossier, cancellation),
            [.. checks.OrderByDescending(check => check.Month).Select(check => new Month(check, proposals.GetValueOrDefault(check.Id)))],
            await RecalculationView.ReadAsync(db, dossier.Id, Dates.Today(clock), cancellation))
        {
            Disputes = await LineDisputes.OfAsync(db, dossier.Id, cancellation),
            Used = slips,
        };
    }

    private async Task<IReadOnlyList<Look>> LooksAsync(Dossier dossier, CancellationToken cancellation)
    {
        var looks = await (
            from view in db.StaffViews.AsNoTracking()
            where view.DossierId == dossier.Id
            join staff in db.Staff on view.StaffId equals staff.Id
            join check in db.Checks on view.CheckId equals check.Id into checks
            from check in checks.DefaultIfEmpty()
            join proposal in db.Proposals on view.CheckId equals proposal.CheckId into proposals
            from proposal in proposals.DefaultIfEmpty()
            select new { View = view, staff.Name, Month = check == null ? (Maand?)null : check.Month, Proposal = proposal }).ToListAsync(cancellation);
        return [.. looks.OrderByDescending(look => look.View.At).Select(look => new Look(look.View, look.Name, look.Month, look.Proposal))];
    }
}
