using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Service.Pages.SocialWorker.Facts;

/// <summary>The language in which the OCMW writes to the person.</summary>
internal sealed class LanguagePage(DossierDb db, RecordFact recordFact, TimeProvider clock) : FactPage(db, recordFact, clock)
{
    [BindProperty]
    public string? Language { get; set; }

    protected override Fact? ReadFact(FormReader form) => new LanguageFact(form.Choice<Taal>(nameof(Language), Language, "Kies een taal uit de lijst."));
}
