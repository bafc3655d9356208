using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>What a yes would open, in the citizen's own session; and the answer. Nothing of what is shown here is kept.</summary>
internal sealed class PreviewPage(DossierDb db, SolidVault vault, VaultVisit visits, PreviewConsent previewConsent, GiveConsent giveConsent, RefuseRequest refuseRequest, StoreReceipt storeReceipt, TimeProvider clock) : CitizenPage
{
    private readonly DossierDb _db = db;

    private VaultVisit.Visit _visit = null!;

    /// <summary>Set before the page is drawn.</summary>
    public OwnRequests.Own Own { get; private set; } = null!;

    public ConsentText Text { get; private set; } = null!;

    public AskWords Words { get; private set; } = null!;

    /// <summary>Null where the vault did not show anything.</summary>
    public PreviewConsent.Outcome.Shown? Shown { get; private set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    /// <summary>They wish a receipt in their own vault too.</summary>
    [BindProperty]
    public bool KeepReceipt { get; set; }

    /// <summary>The months from which the citizen may choose to share: that which is asked, up to the month to come.</summary>
    public IReadOnlyList<(string Value, string Words)> Months =>
        [.. Own.Request.From.Through(Last()).Select(month => (month.ToString(), LanguageDates.Words(month, Text.Language)))];

    public Task<IActionResult> OnGetAsync(Guid request, CancellationToken cancellation) => LookAsync(request, cancellation);

    /// <summary>The same for another period.</summary>
    public Task<IActionResult> OnPostLookAsync(Guid request, CancellationToken cancellation) => LookAsync(request, cancellation);

    public async Task<IActionResult> OnPostGiveAsync(Guid request, CancellationToken cancellation)
    {
        if (await FindAsync(request, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        if (ReadPeriod() is not var (from, until))
        {
            return await LookAsync(request, cancellation);
        }

        using var session = _visit.Session.Resume(clock);
        if (await ProfileAsync(session, cancellation) is not { } profile)
        {
            return RedirectToPage("/Citizen/VaultFailed", new { code = "vault" });
        }

        switch (await giveConsent.RunAsync(new(request, Me.Insz, profile, session, new ConsentAnswer(_visit.Language, _visit.TextSha256, from, until)), cancellation))
        {
            case GiveConsent.Outcome.Given given when KeepReceipt:
                // While their session is still here: the service itself may read one folder, and write nothing.
                Notice(await storeReceipt.RunAsync(new(given.ConsentId, Me.Insz, profile, session), cancellation) is StoreReceipt.Outcome.Stored
                    ? "Het bewijs van uw toestemming staat in uw kluis, in de map toestemmingen."
                    : "Uw kluis nam het bewijs niet aan. Uw toestemming is wel gegeven. U vindt het bewijs op uw overzicht.");
                visits.End(HttpContext);
                return RedirectToPage("/Citizen/ConsentGiven");
            case GiveConsent.Outcome.Given or GiveConsent.Outcome.AlreadyGiven:
                visits.End(HttpContext);
                return RedirectToPage("/Citizen/ConsentGiven");
            case GiveConsent.Outcome.Refused refused:
                ModelState.AddModelError(FormReader.FieldOf(refused.Field), refused.Sentence);
                return await LookAsync(request, cancellation);
            case GiveConsent.Outcome.VaultFailed failed:
                TempData["VaultSentence"] = failed.Sentence;
                return RedirectToPage("/Citizen/VaultFailed", new { code = failed.Code });
            case GiveConsent.Outcome.TextChanged:
                visits.End(HttpContext);
                return RedirectToPage("/Citizen/VaultFailed", new { code = "text-changed" });
            case GiveConsent.Outcome.RequestEnded:
                visits.End(HttpContext);
                return RedirectToPage("/Citizen/Request", new { request });
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPostRefuseAsync(Guid request, CancellationToken cancellation)
    {
        if (await FindAsync(request, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        visits.End(HttpContext);
        await refuseRequest.RunAsync(new(request, Me.Insz, _visit.Language), cancellation);
        return RedirectToPage("/Citizen/Request", new { request });
    }

    private async Task<IActionResult> LookAsync(Guid request, CancellationToken cancellation)
    {
        if (await FindAsync(request, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        var (from, until) = ReadPeriod() ?? (Own.Request.From, Own.Request.Until);
        using var session = _visit.Session.Resume(clock);
        if (await ProfileAsync(session, cancellation) is not { } profile)
        {
            return RedirectToPage("/Citizen/VaultFailed", new { code = "vault" });
        }

        switch (await previewConsent.RunAsync(new(request, Me.Insz, profile, session, from, until), cancellation))
        {
            case PreviewConsent.Outcome.Shown shown:
                Shown = shown;
                return Page();
            case PreviewConsent.Outcome.VaultFailed failed:
                TempData["VaultSentence"] = failed.Sentence;
                return RedirectToPage("/Citizen/VaultFailed", new { code = failed.Code });
            case PreviewConsent.Outcome.RequestEnded:
                return RedirectToPage("/Citizen/Request", new { request });
            default:
                return NotFound();
        }
    }

    /// <returns>Where to go instead; null where this page can go on.</returns>
    private async Task<IActionResult?> FindAsync(Guid request, CancellationToken cancellation)
    {
        if (await _db.RequestOfAsync(request, Me.Insz, cancellation) is not { } own)
        {
            return NotFound();
        }

        if (visits.Find(HttpContext, Me, request) is not { } visit)
        {
            // Too long ago, or begun on another device: the question is where it was, and so is the way back here.
            Notice("U bent niet meer aangemeld bij uw kluis. Er is niets veranderd. Begin hier opnieuw.");
            return RedirectToPage("/Citizen/Request", new { request });
        }

        (Own, _visit) = (own, visit);
        Text = ConsentText.Current(own.Terms, visit.Language);
        Words = AskWords.In(visit.Language);
        From ??= own.Request.From.ToString();
        Until ??= own.Request.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return null;
    }

    /// <summary>What the form says; null where that cannot be, with the reason at its field.</summary>
    private (Maand From, DateOnly Until)? ReadPeriod()
    {
        if (!ModelState.IsValid)
        {
            return null;
        }

        if (!Maand.TryParse(From, out var from) || from < Own.Request.From || from > Last())
        {
            ModelState.AddModelError(nameof(From), "Kies een maand uit de lijst.");
            return null;
        }

        if (!FormReader.TryDate(Until ?? "", out var until))
        {
            ModelState.AddModelError(nameof(Until), "Deze datum bestaat niet. Schrijf ze als 31/10/2026.");
            return null;
        }

        return (from, until);
    }

    private Maand Last()
    {
        var next = Maand.Of(Dates.Today(clock)).Next;
        return next > Own.Request.From ? next : Own.Request.From;
    }

    private async Task<WebIdProfile?> ProfileAsync(VaultSession session, CancellationToken cancellation) =>
        await vault.ReadWebIdAsync(session.WebId.OriginalString, cancellation) is WebIdAnswer.Found found ? found.Profile : null;
}
