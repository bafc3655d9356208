using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SolidLoonfiches.Service.Pages;

/// <summary>What people see when something is wrong: what, and what to do; nothing of the inside.</summary>
[IgnoreAntiforgeryToken]
internal sealed class ErrorPage : PageModel
{
    public string Heading { get; private set; } = "";

    public string Sentence { get; private set; } = "";

    public IActionResult OnGet(int? status) => Show(status);

    public IActionResult OnPost(int? status) => Show(status);

    private IActionResult Show(int? status)
    {
        // Asked for by hand, this page has nothing to show.
        var isAnswer = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        var code = isAnswer ? status ?? StatusCodes.Status500InternalServerError : StatusCodes.Status404NotFound;
        (Heading, Sentence) = code switch
        {
            StatusCodes.Status404NotFound => ("Deze pagina is er niet", "De pagina bestaat niet, of u mag ze niet zien. Kijk het adres na, of begin opnieuw."),
            StatusCodes.Status400BadRequest => ("Dit formulier kon niet verwerkt worden", "Misschien stond de pagina te lang open. Ga terug, laad de pagina opnieuw en probeer het nog eens. Er is niets bewaard."),
            StatusCodes.Status429TooManyRequests => ("U probeerde te vaak na elkaar", "Wacht een minuut en probeer het dan opnieuw."),
            _ => ("Er ging iets mis", $"Er is niets bewaard. Probeer het straks opnieuw. Blijft het misgaan, geef dan dit nummer door: {Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier}."),
        };
        Response.StatusCode = code;
        return Request.Headers.Accept.ToString() is var accept && accept.Length > 0 && !accept.Contains("text/", StringComparison.OrdinalIgnoreCase) && !accept.Contains("*/*", StringComparison.Ordinal)
            ? new ObjectResult(new ProblemDetails { Status = code, Title = Heading, Detail = Sentence }) { StatusCode = code, ContentTypes = { "application/problem+json" } }
            : Page();
    }
}
