using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Service.Pages.SocialWorker.Facts;

/// <summary>Category 1, 2 or 3 (art. 14 §1 RMI-wet).</summary>
internal sealed class CategoryPage(DossierDb db, RecordFact recordFact, TimeProvider clock) : FactPage(db, recordFact, clock)
{
    [BindProperty]
    public string? Category { get; set; }

    protected override Fact? ReadFact(FormReader form) =>
        new CategoryFact(form.Choice<Categorie>(nameof(Category), Category, "Kies categorie 1, 2 of 3."));
}
