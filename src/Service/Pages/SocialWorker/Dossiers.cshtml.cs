using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>The dossiers of my OCMW: list them, find one by INSZ or name, open a new one. What is searched for travels in a form, never in an address.</summary>
internal sealed class DossiersPage(DossierDb db, OpenDossier openDossier) : StaffPage
{
    private const int PerPage = 50;

    private readonly DossierDb _db = db;

    internal sealed record Row(Dossier Dossier, string SocialWorker, Consent? Consent);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>From 1.</summary>
    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int PageNumber { get; set; } = 1;

    public bool HasMore { get; private set; }

    /// <summary>What the rows were searched by; null: they are all dossiers.</summary>
    public string? Found { get; private set; }

    /// <summary>An INSZ, or part of a name.</summary>

    [BindProperty]
    public string? SearchInsz { get; set; }

    [BindProperty]
    public string? Insz { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public Task OnGetAsync(CancellationToken cancellation) => ListAsync(cancellation);

    public async Task<IActionResult> OnPostSearchAsync(CancellationToken cancellation)
    {
        // Words are a name; anything with a digit in it is meant as a number.
        if (SearchInsz?.Trim() is { Length: >= 2 } name && !name.Any(char.IsAsciiDigit))
        {
            Found = name;
        }
        else if (ReadInsz(nameof(SearchInsz), SearchInsz) is { } insz)
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
        PageNumber = Math.Clamp(PageNumber, 1, 10_000);
        var all = _db.DossiersOf(Me).AsNoTracking();
        if (Found is { } name)
        {
            all = all.WithName(name);
        }

        var dossiers = await all.OrderByDescending(dossier => dossier.Number).Skip((PageNumber - 1) * PerPage).Take(PerPage + 1).ToListAsync(cancellation);
        HasMore = dossiers.Count > PerPage;
        Guid[] ids = [.. dossiers.Take(PerPage).Select(dossier => dossier.Id)];
        var staff = await _db.Staff.AsNoTracking().Where(member => member.OcmwKbo == Me.OcmwKbo).ToDictionaryAsync(member => member.Id, member => member.Name, cancellation);
        var consents = (await _db.Consents.AsNoTracking().Where(consent => ids.Contains(consent.DossierId)).ToListAsync(cancellation))
            .GroupBy(consent => consent.DossierId)
            .ToDictionary(group => group.Key, group => group.MaxBy(consent => consent.GivenAt));
        Rows = [.. dossiers.Take(PerPage).Select(dossier => new Row(dossier, staff.GetValueOrDefault(dossier.SocialWorkerId, "onbekend"), consents.GetValueOrDefault(dossier.Id)))];
    }
}
