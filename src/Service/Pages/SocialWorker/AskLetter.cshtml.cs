using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>The letter and the text message of a request, to print and to copy; and taking the request back.</summary>
internal sealed class AskLetterPage(DossierDb db, WithdrawRequest withdrawRequest, TimeProvider clock) : StaffPage
{
    public ConsentRequest Asked { get; private set; } = null!;

    public Dossier Dossier { get; private set; } = null!;

    public RequestLetter Letter { get; private set; } = null!;

    public RequestEnding? Ending => Asked.EndingAt(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(Guid request, string? language, CancellationToken cancellation)
    {
        if ((language is not null && !ConsentText.Languages.Contains(language))
            || await db.ConsentRequests.AsNoTracking().SingleOrDefaultAsync(one => one.Id == request && db.Dossiers.Any(dossier => dossier.Id == one.DossierId && dossier.OcmwKbo == Me.OcmwKbo), cancellation) is not { } found)
        {
            return NotFound();
        }

        Asked = found;
        Dossier = await db.DossiersOf(Me).AsNoTracking().SingleAsync(dossier => dossier.Id == found.DossierId, cancellation);
        var ocmw = await db.Ocmws.Where(one => one.Kbo == Me.OcmwKbo).Select(one => one.Name).SingleAsync(cancellation);
        Letter = RequestLetter.Of(found, ocmw, language ?? ConsentText.Languages[0]);
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid request, CancellationToken cancellation)
    {
        switch (await withdrawRequest.RunAsync(new(request, Me), cancellation))
        {
            case WithdrawRequest.Outcome.Withdrawn:
                Notice("De vraag is ingetrokken. De burger kan er niet meer op antwoorden.");
                return RedirectToPage(new { request });
            case WithdrawRequest.Outcome.AlreadyEnded:
                Notice("De vraag was al beantwoord of voorbij.");
                return RedirectToPage(new { request });
            default:
                return NotFound();
        }
    }
}
