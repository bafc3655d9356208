using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.SocialWorker.Facts;

/// <summary>A form that records one fact from a date, with what was seen for it.</summary>
internal abstract class FactPage(DossierDb db, RecordFact recordFact, TimeProvider clock) : StaffPage
{
    private readonly DossierDb _db = db;

    public Dossier Dossier { get; private set; } = null!;

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid dossier, CancellationToken cancellation) => await FindAsync(dossier, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid dossier, CancellationToken cancellation)
    {
        if (!await FindAsync(dossier, cancellation))
        {
            return NotFound();
        }

        var form = new FormReader(ModelState);
        var from = form.Date(nameof(From), From, "Vul in vanaf welke dag dit geldt.");
        var fact = ReadFact(form);
        var evidence = form.Text(nameof(Evidence), Evidence, "Schrijf op wat u gezien hebt: een document of een verklaring.");
        if (!form.IsValid || fact is null)
        {
            return Page();
        }

        switch (await recordFact.RunAsync(new(dossier, from, fact, evidence, Me), cancellation))
        {
            case RecordFact.Outcome.Recorded:
                Notice($"Vastgelegd: {FactWords.Kind(fact)}, vanaf {Dates.Words(from)}.{await LaterAsync(dossier, fact, cancellation)}");
                return RedirectToPage("/SocialWorker/Dossier", new { id = dossier });
            case RecordFact.Outcome.Refused refused:
                form.Refuse(FormReader.FieldOf(refused.Field), refused.Sentence);
                return Page();
            default:
                return NotFound();
        }
    }

    /// <summary>The fact that the form's own fields say. What is returned does not count where <paramref name="form"/> is not valid; null only then.</summary>
    protected abstract Fact? ReadFact(FormReader form);

    /// <summary>What changes an amount waits where no check looks at the dossier.</summary>
    private async Task<string> LaterAsync(Guid dossier, Fact fact, CancellationToken cancellation)
    {
        if (!fact.ChangesAmounts)
        {
            return "";
        }

        var facts = DossierFacts.From(await _db.Facts.AsNoTracking().Where(entry => entry.DossierId == dossier).ToListAsync(cancellation));
        return DossierLife.On(facts, Dates.Today(clock)) == DossierStatus.Open ? "" : " Het dossier is niet open: dit wordt pas berekend als u het opnieuw opent.";
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await _db.DossiersOf(Me).AsNoTracking().SingleOrDefaultAsync(dossier => dossier.Id == id, cancellation) is not { } found)
        {
            return false;
        }

        Dossier = found;
        return true;
    }
}
