using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages;

/// <summary>Where anybody checks a receipt. Number and code are sent by form, so that they stand in no address; who tries many is slowed down.</summary>
[EnableRateLimiting(ReceiptLimits.Policy)]
internal sealed class ReceiptPage(CheckReceipt checkReceipt) : PageModel
{
    public ReceiptWords Words { get; private set; } = null!;

    /// <summary>Null before anything was sent.</summary>
    public CheckReceipt.Outcome? Checked { get; private set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public IActionResult OnGet(string? language) => Show(language);

    public async Task<IActionResult> OnPostAsync(string? language, CancellationToken cancellation)
    {
        Checked = await checkReceipt.RunAsync(new(Number, Code), cancellation);
        return Show(language);
    }

    private IActionResult Show(string? language)
    {
        Words = ReceiptWords.In(language ?? ConsentText.Languages[0]);
        return language is null || ConsentText.Languages.Contains(language) ? Page() : NotFound();
    }
}
