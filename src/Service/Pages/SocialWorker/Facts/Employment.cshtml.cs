using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.SocialWorker.Facts;

/// <summary>Works for an employer: from then on a payslip is expected every month.</summary>
internal sealed class EmploymentPage(DossierDb db, RecordFact recordFact, TimeProvider clock) : FactPage(db, recordFact, clock)
{
    [BindProperty]
    public string? Employer { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? To { get; set; }

    protected override Fact? ReadFact(FormReader form)
    {
        var name = form.Text(nameof(Name), Name, "Vul de naam van de werkgever in.");
        var to = form.OptionalDate(nameof(To), To);
        if (KboNumber.TryParse(Employer?.Trim()) is { } employer)
        {
            return new EmploymentFact(employer, name, to);
        }

        form.Refuse(nameof(Employer), "Dit is geen ondernemingsnummer: het heeft tien cijfers en staat op de loonfiche, zoals 0123.456.749.");
        return null;
    }
}
