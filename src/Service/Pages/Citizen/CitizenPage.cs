using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>A page of the citizen who is signed in.</summary>
internal abstract class CitizenPage : PageModel
{
    /// <exception cref="InvalidOperationException">The folder's policy let somebody else in.</exception>
    protected SignedIn.Citizen Me => SignedIn.From(User) as SignedIn.Citizen ?? throw new InvalidOperationException("This page is for a citizen.");

    protected void Notice(string sentence) => TempData["Notice"] = sentence;
}
