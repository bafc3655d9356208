using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>The receipt of a consent, of a consent on paper or of a no: to print, with what it takes to check it.</summary>
internal sealed class ReceiptPage(IssueReceipt issueReceipt, ServiceSettings settings) : CitizenPage
{
    public ReceiptWords Words { get; private set; } = null!;

    public ConsentReceipt Receipt { get; private set; } = null!;

    public ReceiptDocument.Contents Contents { get; private set; } = null!;

    public ConsentMatter Matter { get; private set; } = null!;

    public string Code { get; private set; } = "";

    /// <summary>To be typed over: without a scheme, as people read addresses.</summary>
    public string CheckAddress => settings.BaseUrl.Authority + "/receipt";

    public async Task<IActionResult> OnGetAsync(Guid consent, string? language, CancellationToken cancellation)
    {
        if ((language is not null && !ConsentText.Languages.Contains(language))
            || await issueReceipt.RunAsync(new(consent, Me.Insz), cancellation) is not IssueReceipt.Outcome.Issued issued)
        {
            return NotFound();
        }

        (Receipt, Code, Matter) = (issued.Receipt, issued.Code, issued.Matter);
        Contents = ReceiptDocument.ContentsOf(Receipt);
        Words = ReceiptWords.In(language ?? ConsentText.Languages[0]);
        return Page();
    }
}
