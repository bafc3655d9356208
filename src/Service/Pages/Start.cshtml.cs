using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SolidLoonfiches.Service.Pages;

/// <summary>After signing in: everybody to their own first page.</summary>
internal sealed class StartPage : PageModel
{
    public IActionResult OnGet() => SignedIn.From(User) switch
    {
        SignedIn.Citizen => Redirect("/citizen"),
        SignedIn.OfOcmw of when of.MaySee("/SocialWorker/Index") => Redirect("/socialworker"),
        SignedIn.OfOcmw of when of.MaySee("/SocialWorker/Work") => Redirect("/socialworker/work?all=true"),
        SignedIn.OfOcmw of when of.MaySee("/SocialWorker/Questions") => Redirect("/socialworker/questions"),
        SignedIn.OfOcmw => Redirect("/socialworker/runs"),
        _ => Page(),
    };
}
