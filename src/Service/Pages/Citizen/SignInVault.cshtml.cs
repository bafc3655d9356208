using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>The citizen comes back from their vault. What they had begun is done in their own session there, which ends with this request.</summary>
internal sealed class SignInVaultPage(DossierDb db, VaultSignIn signIn, VaultJourney journey, SolidVault vault, GiveConsent giveConsent, CloseVault closeVault) : CitizenPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var found = journey.Find(HttpContext, Me);
        journey.End(HttpContext);
        if (found is null)
        {
            return RedirectToPage("/Citizen/VaultFailed", new { code = "too-late" });
        }

        // The last of a name that stands twice would be as good as the first: VaultSignIn checks the state, and that is one value.
        var query = Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        switch (await signIn.FinishAsync(found.Pending, query, cancellation))
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

    private Task<IActionResult> GoOnAsync(VaultJourney.Journey journey, VaultSession session, CancellationToken cancellation) => journey.Aim switch
    {
        VaultJourney.Aim.GiveConsent give => GiveAsync(give, session, cancellation),
        VaultJourney.Aim.CloseVault close => CloseAsync(close, session, cancellation),
        _ => throw new InvalidOperationException("There are two things to do at a vault."),
    };

    private async Task<IActionResult> GiveAsync(VaultJourney.Aim.GiveConsent give, VaultSession session, CancellationToken cancellation)
    {
        var insz = Me.Insz;
        var ocmw = await db.Dossiers.Where(dossier => dossier.Id == give.DossierId && dossier.Insz == insz)
            .Join(db.Ocmws, dossier => dossier.OcmwKbo, one => one.Kbo, (_, one) => one.Name)
            .SingleOrDefaultAsync(cancellation);
        if (ocmw is null)
        {
            return NotFound();
        }

        var text = ConsentText.Current(ocmw);
        if (text.Sha256 != give.TextSha256)
        {
            // The text changed while the citizen was away: they agreed to another one.
            return RedirectToPage("/Citizen/VaultFailed", new { code = "text-changed" });
        }

        if (await vault.ReadWebIdAsync(session.WebId.OriginalString, cancellation) is not WebIdAnswer.Found { Profile: var profile })
        {
            return RedirectToPage("/Citizen/VaultFailed", new { code = "vault" });
        }

        switch (await giveConsent.RunAsync(new(give.DossierId, insz, profile, session, text), cancellation))
        {
            case GiveConsent.Outcome.Given or GiveConsent.Outcome.AlreadyGiven:
                return RedirectToPage("/Citizen/ConsentGiven");
            case GiveConsent.Outcome.VaultFailed failed:
                TempData["VaultSentence"] = failed.Sentence;
                return RedirectToPage("/Citizen/VaultFailed", new { code = failed.Code });
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> CloseAsync(VaultJourney.Aim.CloseVault close, VaultSession session, CancellationToken cancellation) =>
        ShowClosing(await closeVault.RunAsync(new(close.ConsentId, Me.Insz, session), cancellation), close.ConsentId);
}
