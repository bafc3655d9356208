using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.SocialWorker.Facts;

/// <summary>The project for social integration (GPMI) that was agreed.</summary>
internal sealed class GpmiPage(DossierDb db, RecordFact recordFact, TimeProvider clock) : FactPage(db, recordFact, clock)
{
    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public string? To { get; set; }

    protected override Fact? ReadFact(FormReader form) => new GpmiFact(form.Text(nameof(About), About, "Schrijf waarover het GPMI gaat."), form.OptionalDate(nameof(To), To));
}
