using Microsoft.AspNetCore.Mvc;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>For a citizen who has no vault, where somebody makes them.</summary>
internal sealed class MakeVaultPage(VaultMaking making) : CitizenPage
{
    public IActionResult OnGet() => MayMake ? Page() : RedirectToPage("/Citizen/Index");

    public IActionResult OnPost() => MayMake ? Challenge(VaultMaking.Begin(Me), Login.Provider) : RedirectToPage("/Citizen/Index");

    private bool MayMake => making.IsOffered && Me.WebId is null;
}
