using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>What a yes would open, in the citizen's own session; and the answer. Nothing of what is shown here is kept.</summary>
internal sealed class PreviewPage(DossierDb db, SolidVault vault, VaultVisit visits, PreviewConsent previewConsent, GiveConsent giveConsent, LetOfficeIn letOfficeIn, RefuseRequest refuseRequest, StoreReceipt storeReceipt, IOptions<PayrollOfficeOptions> offices, TimeProvider clock, AccessRequests? requests = null) : CitizenPage
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

    /// <summary>The payroll office that may add payslips; empty: none.</summary>
    [BindProperty]
    public string? Office { get; set; }

    /// <summary>The citizen said yes at their vault's own page already: what is asked here is whether we use it.</summary>
    public bool IsGranted => _visit.Granted is not null;

    /// <summary>None where the rules of the vault are not ours to write.</summary>
    public IReadOnlyList<(string Value, string Words)> Offices => IsGranted ? [] : [.. offices.Value.Known.Select(office => (office.WebId!.AbsoluteUri, office.Name))];

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

        if (Office is { Length: > 0 } && !Offices.Any(office => office.Value == Office))
        {
            ModelState.AddModelError(nameof(Office), "Kies een loonkantoor uit de lijst.");
            return await LookAsync(request, cancellation);
        }

        using var session = Session();
        if (await ProfileAsync(cancellation) is not { } profile)
        {
            return RedirectToPage("/Citizen/VaultFailed", new { code = "vault" });
        }

        var granted = _visit.Granted is { } grant ? new GrantedContainer(grant.Container, grant.Given) : null;
        switch (await giveConsent.RunAsync(new(request, Me.Insz, profile, session, new ConsentAnswer(_visit.Language, _visit.TextSha256, from, until), granted), cancellation))
        {
            case GiveConsent.Outcome.Given given:
                await LetInAsync(given.ConsentId, session, cancellation);
                if (KeepReceipt)
                {
                    // While their session is still here: the service itself may read one folder, and write nothing.
                    Notice(await storeReceipt.RunAsync(new(given.ConsentId, Me.Insz, profile, session), cancellation) is StoreReceipt.Outcome.Stored
                        ? "Het bewijs van uw toestemming staat in uw kluis, in de map toestemmingen."
                        : "Uw kluis nam het bewijs niet aan. Uw toestemming is wel gegeven. U vindt het bewijs op uw overzicht.");
                }

                visits.End(HttpContext);
                return RedirectToPage("/Citizen/ConsentGiven");
            case GiveConsent.Outcome.AlreadyGiven:
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

    /// <summary>In the same visit to the vault. The consent stands also where this does not come about.</summary>
    private async Task LetInAsync(Guid consent, VaultSession session, CancellationToken cancellation)
    {
        if (Office is not { Length: > 0 } office)
        {
            return;
        }

        var name = Offices.Single(known => known.Value == office).Words;
        Notice(await letOfficeIn.RunAsync(new LetOfficeIn.Command(consent, Me.Insz, new Uri(office), session), cancellation) == LetOfficeIn.Outcome.Done
            ? $"{name} mag nu loonfiches in uw kluis zetten. Lezen kan {name} niet."
            : $"Het lukte niet om {name} loonfiches in uw kluis te laten zetten. Uw toestemming is wel gegeven.");
    }

    private async Task<IActionResult> LookAsync(Guid request, CancellationToken cancellation)
    {
        if (await FindAsync(request, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        var (from, until) = ReadPeriod() ?? (Own.Request.From, Own.Request.Until);
        using var session = Session();
        if (await ProfileAsync(cancellation) is not { } profile)
        {
            return RedirectToPage("/Citizen/VaultFailed", new { code = "vault" });
        }

        switch (await previewConsent.RunAsync(new(request, Me.Insz, profile, session, from, until, _visit.Granted?.Container), cancellation))
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

        if (visits.Find(HttpContext, Me, request) is not { } visit || (visit.Granted is not null && requests is null))
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

    private VaultSession Session() => _visit.Granted is { } grant ? requests!.SessionOf(grant.Given) : _visit.Session!.Resume(clock);

    /// <returns>With the vault that the citizen chose and no other; null where there is none (any more).</returns>
    private async Task<WebIdProfile?> ProfileAsync(CancellationToken cancellation) =>
        await vault.ReadWebIdAsync(_visit.WebId.OriginalString, cancellation) is not WebIdAnswer.Found { Profile: var profile } ? null
        : _visit.Storage is not { } chosen ? profile
        : profile.Storages.Contains(chosen) ? profile with { Storages = [chosen] }
        : null;
}
