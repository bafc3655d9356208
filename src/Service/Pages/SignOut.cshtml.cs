using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SolidLoonfiches.Service.Pages;

/// <summary>Ends the session here and at the provider (OpenID Connect RP-Initiated Logout 1.0).</summary>
internal sealed class SignOutPage : PageModel
{
    public IActionResult OnPost() => User.Identity is { IsAuthenticated: true }
        ? SignOut(new AuthenticationProperties { RedirectUri = "/" }, Login.Session, Login.Provider)
        : Redirect("/");
}
