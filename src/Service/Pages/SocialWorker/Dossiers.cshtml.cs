using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>The dossiers of my OCMW: list them, find one by INSZ, open a new one. The INSZ travels in a form, never in an address.</summary>
internal sealed class DossiersPage(DossierDb db, OpenDossier openDossier) : StaffPage
{
    private readonly DossierDb _db = db;

    internal sealed record Row(Dossier Dossier, string SocialWorker, Consent? Consent);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    [BindProperty]
    public string? SearchInsz { get; set; }

    [BindProperty]
    public string? Insz { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public Task OnGetAsync(CancellationToken cancellation) => ListAsync(cancellation);

    public async Task<IActionResult> OnPostSearchAsync(CancellationToken cancellation)
    {
        if (ReadInsz(nameof(SearchInsz), SearchInsz) is { } insz)
        {
            if (await _db.DossiersOf(Me).Where(dossier => dossier.Insz == insz).Select(dossier => (Guid?)dossier.Id).SingleOrDefaultAsync(cancellation) is { } id)
            {
                return RedirectToPage("/SocialWorker/Dossier", new { id });
            }

            ModelState.AddModelError(nameof(SearchInsz), "Uw OCMW heeft geen dossier van deze persoon. U kunt er hieronder een openen.");
        }

        await ListAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancellation)
    {
        var insz = ReadInsz(nameof(Insz), Insz);
        if (string.IsNullOrWhiteSpace(Name))
        {
            ModelState.AddModelError(nameof(Name), "Vul de naam van de persoon in.");
        }
        else if (insz is not null)
        {
            switch (await openDossier.RunAsync(new(insz, Name, Me), cancellation))
            {
                case OpenDossier.Outcome.Opened opened:
                    Notice($"Dossier {opened.Number} is geopend. Leg nu de feiten vast.");
                    return RedirectToPage("/SocialWorker/Dossier", new { id = opened.DossierId });
                case OpenDossier.Outcome.AlreadyOpen existing:
                    Notice("Uw OCMW had al een dossier van deze persoon: dit is het.");
                    return RedirectToPage("/SocialWorker/Dossier", new { id = existing.DossierId });
                case OpenDossier.Outcome.Refused refused:
                    ModelState.AddModelError(FormReader.FieldOf(refused.Field), refused.Sentence);
                    break;
            }
        }

        await ListAsync(cancellation);
        return Page();
    }

    private Insz? ReadInsz(string field, string? text)
    {
        if (Loonfiches.Insz.TryParse(text?.Trim()) is { } insz)
        {
            return insz;
        }

        ModelState.AddModelError(field, "Dit is geen rijksregisternummer: het heeft elf cijfers, en de laatste twee moeten kloppen. Kijk het na.");
        return null;
    }

    private async Task ListAsync(CancellationToken cancellation)
    {
        var dossiers = await _db.DossiersOf(Me).AsNoTracking().OrderByDescending(dossier => dossier.Number).ToListAsync(cancellation);
        var staff = await _db.Staff.AsNoTracking().Where(member => member.OcmwKbo == Me.OcmwKbo).ToDictionaryAsync(member => member.Id, member => member.Name, cancellation);
        var consents = (await _db.Consents.AsNoTracking().Where(consent => _db.Dossiers.Any(dossier => dossier.Id == consent.DossierId && dossier.OcmwKbo == Me.OcmwKbo)).ToListAsync(cancellation))
            .GroupBy(consent => consent.DossierId)
            .ToDictionary(group => group.Key, group => group.MaxBy(consent => consent.GivenAt));
        Rows = [.. dossiers.Select(dossier => new Row(dossier, staff.GetValueOrDefault(dossier.SocialWorkerId, "onbekend"), consents.GetValueOrDefault(dossier.Id)))];
    }
}
