using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>A page of the citizen who is signed in.</summary>
internal abstract class CitizenPage : PageModel
{
    /// <exception cref="InvalidOperationException">The folder's policy let somebody else in.</exception>
    protected SignedIn.Citizen Me => SignedIn.From(User) as SignedIn.Citizen ?? throw new InvalidOperationException("This page is for a citizen.");

    protected void Notice(string sentence) => TempData["Notice"] = sentence;

    /// <summary>Back to the page of the consent, with what the vault answered when it was to be closed.</summary>
    protected IActionResult ShowClosing(CloseVault.Outcome outcome, Guid consent)
    {
        switch (outcome)
        {
            case CloseVault.Outcome.Closed:
                Notice("Uw kluis is gesloten. We zagen zelf dat we er niet meer in kunnen.");
                break;
            case CloseVault.Outcome.StillOpen open:
                TempData["VaultSentence"] = open.Sentence;
                break;
            default:
                return NotFound();
        }

        return RedirectToPage("/Citizen/Withdraw", new { consent });
    }
}
