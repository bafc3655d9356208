using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.SocialWorker.Facts;

/// <summary>Suspends, closes or opens a dossier again, from a day.</summary>
internal sealed class StatusPage(DossierDb db, RecordFact recordFact, TimeProvider clock) : FactPage(db, recordFact, clock)
{
    [BindProperty]
    public string? Status { get; set; }

    protected override Fact? ReadFact(FormReader form) => new StatusFact(form.Choice<DossierStatus>(nameof(Status), Status, "Kies wat er met het dossier gebeurt."));
}
