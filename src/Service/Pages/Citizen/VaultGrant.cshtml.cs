using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>The citizen comes back from the page of their vault where they answered our access request. Their yes there opens nothing here: the preview and the answer follow.</summary>
internal sealed class VaultGrantPage(VaultJourney journey, VaultVisit visits, AccessRequests? requests = null) : CitizenPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var found = journey.Find(HttpContext, Me);
        journey.End(HttpContext);
        if (found?.Aim is not VaultJourney.Aim.Grant { Look: var look } asked || requests is null)
        {
            return RedirectToPage("/Citizen/VaultFailed", new { code = "too-late" });
        }

        var query = Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        switch (await requests.FinishAsync(query, asked.Container, asked.WebId, cancellation))
        {
            case AccessGrantAnswer.Granted granted:
                visits.Begin(HttpContext, new(Me.Id, look.RequestId, look.Language, look.TextSha256, Session: null, look.Storage, new(asked.WebId, asked.Container, granted.Grant)));
                return RedirectToPage("/Citizen/Preview", new { request = look.RequestId });
            case AccessGrantAnswer.Denied:
                return RedirectToPage("/Citizen/VaultCancelled");
            default:
                return RedirectToPage("/Citizen/VaultFailed", new { code = "vault" });
        }
    }
}
