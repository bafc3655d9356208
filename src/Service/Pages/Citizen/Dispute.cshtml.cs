using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>I say that a line of my payslip is wrong. A person answers.</summary>
internal sealed class DisputePage(DossierDb db, RaiseDispute raiseDispute) : CitizenPage
{
    private const string Net = "net";

    /// <summary>The slip as it counts.</summary>
    public Loonfiche Fiche { get; private set; } = null!;

    /// <summary>What I said of this slip before, and what was answered.</summary>
    public IReadOnlyList<Dispute> Earlier { get; private set; } = [];

    public IReadOnlyList<(string Value, string Words)> Lines =>
    [
        (Net, $"Nettoloon: {Amounts.Words(Fiche.Nettoloon)}"),
        .. Fiche.Lines.Select((line, at) => (at.ToString(CultureInfo.InvariantCulture), $"{line.Label}: {Amounts.Words(line.Amount)}")),
    ];

    [BindProperty]
    public string? Line { get; set; }

    [BindProperty]
    public string? Claimed { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid slip, CancellationToken cancellation) => await FindAsync(slip, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid slip, CancellationToken cancellation)
    {
        if (!await FindAsync(slip, cancellation))
        {
            return NotFound();
        }

        var form = new FormReader(ModelState);
        if (!Lines.Any(choice => choice.Value == Line))
        {
            form.Refuse(nameof(Line), "Kies een lijn uit de lijst.");
        }

        var claimed = form.Amount(nameof(Claimed), Claimed);
        if (!form.IsValid)
        {
            return Page();
        }

        switch (await raiseDispute.RunAsync(new(slip, Me.Insz, Line == Net ? null : int.Parse(Line!, CultureInfo.InvariantCulture), claimed, Reason), cancellation))
        {
            case RaiseDispute.Outcome.Raised:
                Notice("Uw maatschappelijk werker weet nu dat u deze lijn betwist, en moet erop antwoorden.");
                return RedirectToPage("/Citizen/Index");
            case RaiseDispute.Outcome.Refused refused:
                form.Refuse(FormReader.FieldOf(refused.Field), refused.Sentence);
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        var insz = Me.Insz;
        if (await db.Slips.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.EndedAt == null && db.Dossiers.Any(dossier => dossier.Id == one.DossierId && dossier.Insz == insz), cancellation) is not { } slip)
        {
            return false;
        }

        var disputes = await LineDisputes.OfAsync(db, slip.DossierId, cancellation);
        if (disputes.Counting(slip) is not { } fiche)
        {
            return false;
        }

        (Fiche, Earlier) = (fiche, [.. disputes.On(slip.Id)]);
        return true;
    }
}
