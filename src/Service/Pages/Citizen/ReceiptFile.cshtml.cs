using System.Text;
using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>The receipt as a file, in the two forms in which a machine reads it.</summary>
internal sealed class ReceiptFilePage(IssueReceipt issueReceipt) : CitizenPage
{
    public async Task<IActionResult> OnGetAsync(Guid consent, string form, CancellationToken cancellation)
    {
        if (await issueReceipt.RunAsync(new(consent, Me.Insz), cancellation) is not IssueReceipt.Outcome.Issued { Receipt: var receipt, Code: var code })
        {
            return NotFound();
        }

        var (text, type) = form == "ttl"
            ? (ReceiptDocument.Turtle(receipt, code), "text/turtle")
            : (JsonLd.Write(ReceiptDocument.Graph(receipt, code), OntologyFiles.Text(OntologyFiles.ConsentContext)), "application/ld+json");
        return File(Encoding.UTF8.GetBytes(text), type, $"toestemming-{receipt.Number}.{form}");
    }
}
