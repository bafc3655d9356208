using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Service.Pages.Ontology;

/// <summary>One example, and what a check makes of it.</summary>
internal sealed class ExamplePage : OntologyPage
{
    /// <summary>Whose slips they are, and the day on which they are looked at: made up, as all of them.</summary>
    private static readonly Insz Worker = Insz.Parse("85073003328");

    private static readonly DateOnly Today = new(2026, 11, 23);

    public string Folder { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Turtle { get; private set; } = "";

    public bool Fits { get; private set; }

    /// <summary>What is wrong, or merely missed.</summary>
    public IReadOnlyList<SlipProblem> Problems { get; private set; } = [];

    public IActionResult OnGet(string folder, string name)
    {
        if (!OntologyFiles.Examples[folder].Contains(name, StringComparer.Ordinal))
        {
            return NotFound();
        }

        var file = OntologyFiles.Example(folder, name);
        (Folder, Name, Turtle) = (folder, name, OntologyFiles.Text(file));
        switch (PayslipDocument.Read(OntologyFiles.Read(file), new Uri(OntologyFiles.Address(file)), Worker, Today, HttpContext.RequestAborted))
        {
            case PayslipVerdict.Fits fits:
                (Fits, Problems) = (true, fits.Notes);
                break;
            case PayslipVerdict.DoesNotFit bad:
                Problems = bad.Problems;
                break;
        }

        return Answer(file);
    }
}
