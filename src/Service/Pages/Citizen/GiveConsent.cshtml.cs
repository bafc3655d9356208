using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>What is asked and why; the citizen agrees and goes to their vault. Nothing is given until they come back from there.</summary>
internal sealed class GiveConsentPage(DossierDb db, SolidVault vault, VaultJourney journey) : CitizenPage
{
    private readonly DossierDb _db = db;

    /// <summary>Set before the page is drawn; there is no page without a dossier.</summary>
    public ConsentText Text { get; private set; } = null!;

    /// <summary>The vault's address is known from the sign-in, so it is not asked.</summary>
    public string? KnownAddress => Me.WebId;

    [BindProperty]
    public string? VaultAddress { get; set; }

    [BindProperty]
    public bool Agree { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid dossier, CancellationToken cancellation) => await ReadTextAsync(dossier, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid dossier, CancellationToken cancellation)
    {
        if (!await ReadTextAsync(dossier, cancellation))
        {
            return NotFound();
        }

        var address = KnownAddress ?? VaultAddress?.Trim() ?? "";
        if (address.Length == 0)
        {
            ModelState.AddModelError(nameof(VaultAddress), "Vul het adres van uw kluis in.");
        }

        if (!Agree)
        {
            ModelState.AddModelError(nameof(Agree), "Kruis aan dat u akkoord gaat. Wilt u dat niet? Dan hoeft u niets te doen.");
        }

        if (!ModelState.IsValid || await ReadProfileAsync(address, cancellation) is not { } profile)
        {
            return Page();
        }

        try
        {
            await journey.BeginAsync(HttpContext, Me, profile, new VaultJourney.Aim.GiveConsent(dossier, Text.Sha256), cancellation);
            return RedirectToPage("/Citizen/ToVault");
        }
        catch (VaultSignInException)
        {
            ModelState.AddModelError(nameof(VaultAddress), "Bij deze kluis kunt u zich nu niet aanmelden. Probeer het later opnieuw, of vraag hulp aan wie uw kluis beheert.");
            return Page();
        }
    }

    private async Task<bool> ReadTextAsync(Guid dossierId, CancellationToken cancellation)
    {
        var insz = Me.Insz;
        var name = await _db.Dossiers.Where(dossier => dossier.Id == dossierId && dossier.Insz == insz)
            .Join(_db.Ocmws, dossier => dossier.OcmwKbo, ocmw => ocmw.Kbo, (_, ocmw) => ocmw.Name)
            .SingleOrDefaultAsync(cancellation);
        if (name is null)
        {
            return false;
        }

        Text = ConsentText.Current(name);
        return true;
    }

    private async Task<WebIdProfile?> ReadProfileAsync(string address, CancellationToken cancellation)
    {
        var answer = await vault.ReadWebIdAsync(address, cancellation);
        if (answer is WebIdAnswer.Found found)
        {
            return found.Profile;
        }

        ModelState.AddModelError(nameof(VaultAddress), VaultWords.Problem(answer));
        return null;
    }
}
