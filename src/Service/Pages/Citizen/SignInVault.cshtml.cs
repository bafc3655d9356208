using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>The citizen comes back from their vault. What they had begun goes on in their own session there.</summary>
internal sealed class SignInVaultPage(VaultSignIn signIn, VaultJourney journey, VaultVisit visits, CloseVault closeVault, LetOfficeIn letOfficeIn) : CitizenPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var found = journey.Find(HttpContext, Me);
        journey.End(HttpContext);
        if (found?.Pending is not { } pending)
        {
            return RedirectToPage("/Citizen/VaultFailed", new { code = "too-late" });
        }

        // The last of a name that stands twice would be as good as the first: VaultSignIn checks the state, and that is one value.
        var query = Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        switch (await signIn.FinishAsync(pending, query, cancellation))
        {
            case VaultSignInAnswer.SignedIn { Session: var session }:
                using (session)
                {
                    return await GoOnAsync(found, session, cancellation);
                }

            case VaultSignInAnswer.Cancelled:
                return RedirectToPage("/Citizen/VaultCancelled");
            case VaultSignInAnswer.OtherPerson:
                return RedirectToPage("/Citizen/VaultOtherPerson");
            default:
                return RedirectToPage("/Citizen/VaultFailed", new { code = "sign-in" });
        }
    }

    private async Task<IActionResult> GoOnAsync(VaultJourney.Journey journey, VaultSession session, CancellationToken cancellation)
    {
        switch (journey.Aim)
        {
            case VaultJourney.Aim.Preview look:
                visits.Begin(HttpContext, new(Me.Id, look.RequestId, look.Language, look.TextSha256, KeptSession.Of(session), look.Storage));
                return RedirectToPage("/Citizen/Preview", new { request = look.RequestId });
            case VaultJourney.Aim.CloseVault close:
                if (close.OfficeToo && await letOfficeIn.RunAsync(new LetOfficeIn.PutOut(close.ConsentId, Me.Insz, session), cancellation) != LetOfficeIn.Outcome.Done)
                {
                    TempData["OfficeSentence"] = "Het lukte niet om uw loonkantoor uit uw kluis te halen. U kunt dat zelf doen, in uw kluis.";
                }

                return ShowClosing(await closeVault.RunAsync(new(close.ConsentId, Me.Insz, session), cancellation), close.ConsentId);
            default:
                throw new InvalidOperationException("There are two things to do at a vault.");
        }
    }
}
