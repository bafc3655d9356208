using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SolidLoonfiches.Service.Pages;

/// <summary>Ends the session here and at the provider (OpenID Connect RP-Initiated Logout 1.0).</summary>
internal sealed class SignOutPage : PageModel
{
    /// <summary>Asks first: a link alone must not end a session.</summary>
    public IActionResult OnGet() => Page();

    public IActionResult OnPost() => User.Identity is { IsAuthenticated: true }
        ? SignOut(new AuthenticationProperties { RedirectUri = "/" }, Login.Session, Login.Provider)
        : Redirect("/");
}
