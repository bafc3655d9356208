using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Service.Pages.SocialWorker.Facts;

/// <summary>Means other than wages of the person.</summary>
internal sealed class OtherMeansPage(DossierDb db, RecordFact recordFact, TimeProvider clock) : FactPage(db, recordFact, clock)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? PerYear { get; set; }

    protected override Fact? ReadFact(FormReader form) =>
        new OtherMeansFact(
            form.Text(nameof(Name), Name, "Schrijf kort wat het is, zoals onderhoudsgeld."),
            form.Choice<Bestaansmiddelsoort>(nameof(Kind), Kind, "Kies of het meetelt, of waarom niet."),
            form.Amount(nameof(PerYear), PerYear));
}
