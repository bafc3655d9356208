using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Service.Pages.SocialWorker.Facts;

/// <summary>Somebody who lives with the person.</summary>
internal sealed class CohabitantPage(DossierDb db, RecordFact recordFact, TimeProvider clock) : FactPage(db, recordFact, clock)
{
    [BindProperty]
    public string? Person { get; set; }

    [BindProperty]
    public string? Relation { get; set; }

    [BindProperty]
    public string? ResourcesPerYear { get; set; }

    [BindProperty]
    public bool Counted { get; set; }

    [BindProperty]
    public string? FamilyBenefitsForApplicantPerYear { get; set; } = "0";

    [BindProperty]
    public bool ReceivesLeefloon { get; set; }

    /// <summary>From the date on the person does not live there any more.</summary>
    [BindProperty]
    public bool Left { get; set; }

    protected override Fact? ReadFact(FormReader form) =>
        new CohabitantFact(
            form.Text(nameof(Person), Person, "Schrijf kort wie het is, zoals partner of moeder."),
            form.Choice<Relatie>(nameof(Relation), Relation, "Kies wie het is voor de aanvrager."),
            form.Amount(nameof(ResourcesPerYear), ResourcesPerYear),
            Counted,
            form.Amount(nameof(FamilyBenefitsForApplicantPerYear), FamilyBenefitsForApplicantPerYear),
            ReceivesLeefloon,
            LivesHere: !Left);
}
