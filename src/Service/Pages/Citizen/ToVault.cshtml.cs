using Microsoft.AspNetCore.Mvc;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>Sends the browser on to the vault.</summary>
/// <remarks>A page, not a redirect: browsers hold a form's redirects to <c>form-action</c>, and a vault may stand anywhere.</remarks>
internal sealed class ToVaultPage(VaultJourney journey) : CitizenPage
{
    public string GoTo { get; private set; } = "";

    /// <summary>At the vault's own page the citizen is asked for access: that is said before they go.</summary>
    public bool AsksAccess { get; private set; }

    public IActionResult OnGet()
    {
        if (journey.Find(HttpContext, Me) is not { } found)
        {
            return RedirectToPage("/Citizen/VaultFailed");
        }

        (GoTo, AsksAccess) = (found.GoTo.AbsoluteUri, found.Aim is VaultJourney.Aim.Grant);
        return Page();
    }
}
