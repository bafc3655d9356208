using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.SocialWorker.Facts;

/// <summary>A right to leefloon, from a day up to another or without end.</summary>
internal sealed class RightPage(DossierDb db, RecordFact recordFact, TimeProvider clock) : FactPage(db, recordFact, clock)
{
    [BindProperty]
    public string? To { get; set; }

    protected override Fact? ReadFact(FormReader form) =>
        new RightFact(form.OptionalDate(nameof(To), To));
}
