using Microsoft.AspNetCore.Mvc.RazorPages;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>A page for somebody of an OCMW.</summary>
internal abstract class StaffPage : PageModel
{
    /// <exception cref="InvalidOperationException">The folder's policy let somebody else in.</exception>
    protected Staff Me => SignedIn.From(User) is SignedIn.OfOcmw of ? of.Staff : throw new InvalidOperationException("This page is for somebody of an OCMW.");

    /// <summary>Whether they may send the forms of this page; who may only look does not see them.</summary>
    public bool MayChange => HttpContext.GetEndpoint()?.Metadata.GetMetadata<Access>()?.AllowsChanging(SignedIn.From(User).Roles) ?? false;

    protected void Notice(string sentence) => TempData["Notice"] = sentence;
}
