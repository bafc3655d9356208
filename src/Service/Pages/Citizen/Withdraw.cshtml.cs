using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>Withdraws at once in our records; then the vault itself is closed, and only its own refusal counts as closed.</summary>
internal sealed class WithdrawPage(DossierDb db, WithdrawConsent withdrawConsent, CloseVault closeVault, SolidVault vault, VaultJourney journey) : CitizenPage
{
    /// <summary>Of the GET, or read again after a POST.</summary>
    public Consent Consent { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid consent, CancellationToken cancellation) => await FindAsync(consent, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid consent, CancellationToken cancellation)
    {
        if (await withdrawConsent.RunAsync(new(consent, Me.Insz), cancellation) is not WithdrawConsent.Outcome.Withdrawn)
        {
            return NotFound();
        }

        Notice("Uw toestemming is ingetrokken. We lezen vanaf nu niet meer in uw kluis.");
        return RedirectToPage(new { consent });
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid consent, CancellationToken cancellation)
    {
        if (!await FindAsync(consent, cancellation) || Consent.WithdrawnAt is null)
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
            await journey.BeginAsync(HttpContext, Me, profile, new VaultJourney.Aim.CloseVault(consent), cancellation);
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
        if (!await FindAsync(consent, cancellation) || Consent.WithdrawnAt is null)
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
        return true;
    }
}
