using Microsoft.AspNetCore.Mvc;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>After the vault was made; how to sign in there is shown this once.</summary>
internal sealed class VaultMadePage : CitizenPage
{
    public IActionResult OnGet() => Me.WebId is null ? RedirectToPage("/Citizen/Index") : Page();
}
