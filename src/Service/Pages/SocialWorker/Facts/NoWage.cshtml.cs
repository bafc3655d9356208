using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.SocialWorker.Facts;

/// <summary>A month in which an employer, or nobody at all, paid a wage: the one thing that makes a missing payslip zero income.</summary>
internal sealed class NoWagePage(DossierDb db, RecordFact recordFact, TimeProvider clock) : FactPage(db, recordFact, clock)
{
    private const string Confirmed = "none";

    public static IReadOnlyList<(string Value, string Words)> Answers { get; } =
    [
        (Confirmed, "Er was die maand geen loon"),
        ("back", "Toch wel, of ik weet het niet meer: neem het terug"),
    ];

    [BindProperty]
    public string? Employer { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    protected override Fact? ReadFact(FormReader form)
    {
        if (!Answers.Any(answer => answer.Value == Answer))
        {
            form.Refuse(nameof(Answer), "Kies wat u weet.");
        }

        if (string.IsNullOrWhiteSpace(Employer))
        {
            return new NoWageFact(null, null, Answer == Confirmed);
        }

        var name = form.Text(nameof(Name), Name, "Vul de naam van de werkgever in.");
        if (KboNumber.TryParse(Employer.Trim()) is { } employer)
        {
            return new NoWageFact(employer, name, Answer == Confirmed);
        }

        form.Refuse(nameof(Employer), "Dit is geen ondernemingsnummer: het heeft tien cijfers en staat op de loonfiche, zoals 0123.456.749.");
        return null;
    }
}
