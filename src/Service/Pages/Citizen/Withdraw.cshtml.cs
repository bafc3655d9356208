using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>Withdraws at once in our records; then the vault itself is closed, and only its own refusal counts as closed.</summary>
internal sealed class WithdrawPage(DossierDb db, WithdrawConsent withdrawConsent, ChangeConsent changeConsent, CloseVault closeVault, SolidVault vault, VaultJourney journey, TimeProvider clock) : CitizenPage
{
    /// <summary>Of the GET, or read again after a POST.</summary>
    public Consent Consent { get; private set; } = null!;

    /// <summary>The payroll office that was let in with this consent, and may still add payslips.</summary>
    public LetInOffice? Office { get; private set; }

    [BindProperty]
    public bool OfficeToo { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    /// <summary>From which the citizen may choose: no more than they gave.</summary>
    public IReadOnlyList<(string Value, string Words)> Months
    {
        get
        {
            var (from, next) = (Consent.From!.Value, Maand.Of(Dates.Today(clock)).Next);
            return [.. from.Through(next > from ? next : from).Select(month => (month.ToString(), Dates.Words(month)))];
        }
    }

    public async Task<IActionResult> OnGetAsync(Guid consent, CancellationToken cancellation) => await FindAsync(consent, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid consent, CancellationToken cancellation)
    {
        switch (await withdrawConsent.RunAsync(new(consent, Me.Insz), cancellation))
        {
            case WithdrawConsent.Outcome.Withdrawn:
                Notice("Uw toestemming is ingetrokken. We lezen vanaf nu niet meer in uw kluis.");
                return RedirectToPage(new { consent });
            case WithdrawConsent.Outcome.AlreadyOver:
                Notice("Uw toestemming was al voorbij. We lezen niet meer in uw kluis.");
                return RedirectToPage(new { consent });
            default:
                return NotFound();
        }
    }

    /// <summary>Less than before: other months, or a shorter time.</summary>
    public async Task<IActionResult> OnPostNarrowAsync(Guid consent, CancellationToken cancellation)
    {
        if (!await FindAsync(consent, cancellation) || Consent is not { IsActive: true, From: not null })
        {
            return NotFound();
        }

        if (!Maand.TryParse(From, out var from))
        {
            ModelState.AddModelError(nameof(From), "Kies een maand uit de lijst.");
        }

        if (!FormReader.TryDate(Until ?? "", out var until))
        {
            ModelState.AddModelError(nameof(Until), "Deze datum bestaat niet. Schrijf ze als 31/10/2026.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        switch (await changeConsent.RunAsync(new ChangeConsent.Narrow(consent, Me.Insz, from, until), cancellation))
        {
            case ChangeConsent.Outcome.Changed:
                Notice($"Uw toestemming geldt nu voor loonfiches vanaf {Dates.Words(from)}, en wij lezen tot en met {Dates.Words(until)}.");
                return RedirectToPage("/Citizen/Index");
            case ChangeConsent.Outcome.Refused refused:
                ModelState.AddModelError(FormReader.FieldOf(refused.Field), refused.Sentence);
                return Page();
            case ChangeConsent.Outcome.Ended:
                return RedirectToPage(new { consent });
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid consent, CancellationToken cancellation)
    {
        // Where the citizen granted access at their vault's own page they take it back there.
        if (!await FindAsync(consent, cancellation) || Consent is { StoppedAt: null } or { AccessGrant: not null })
        {
            return NotFound();
        }

        var answer = await vault.ReadWebIdAsync(Consent.WebId, cancellation);
        if (answer is not WebIdAnswer.Found { Profile: var profile })
        {
            ModelState.AddModelError("Close", VaultWords.Problem(answer));
            return Page();
        }

        try
        {
            await journey.BeginAsync(HttpContext, Me, profile, new VaultJourney.Aim.CloseVault(consent, OfficeToo), cancellation);
            return RedirectToPage("/Citizen/ToVault");
        }
        catch (VaultSignInException)
        {
            ModelState.AddModelError("Close", "Bij uw kluis kunt u zich nu niet aanmelden. Probeer het later opnieuw.");
            return Page();
        }
    }

    public async Task<IActionResult> OnPostLookAgainAsync(Guid consent, CancellationToken cancellation)
    {
        if (!await FindAsync(consent, cancellation) || Consent.StoppedAt is null)
        {
            return NotFound();
        }

        return ShowClosing(await closeVault.RunAsync(new(consent, Me.Insz, null), cancellation), consent);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        var insz = Me.Insz;
        if (await db.Consents.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && db.Dossiers.Any(dossier => dossier.Id == one.DossierId && dossier.Insz == insz), cancellation) is not { } found)
        {
            return false;
        }

        Consent = found;
        Office = await db.LetInOffices.AsNoTracking().SingleOrDefaultAsync(office => office.ConsentId == id && office.PutOutAt == null, cancellation);
        From ??= found.From?.ToString();
        Until ??= found.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return true;
    }
}
