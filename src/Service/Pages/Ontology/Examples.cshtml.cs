using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SolidLoonfiches.Service.Pages.Ontology;

/// <summary>Which examples there are.</summary>
internal sealed class ExamplesPage : PageModel
{
    public static IReadOnlyList<(string Folder, string Title, string Explanation)> Folders { get; } =
    [
        ("valid", "Bruikbaar", "Van verschillende soorten werk en van verschillende maanden."),
        ("noted", "Bruikbaar, met een opmerking", "Er ontbreekt iets waar men ook zonder kan."),
        ("invalid", "Niet bruikbaar", "Eén fout per voorbeeld, en het heet naar die fout."),
    ];

    /// <summary>What its first lines say of it; the line with a code is for the tests.</summary>
    public static string About(string folder, string name) => string.Join(' ', OntologyFiles.Text(OntologyFiles.Example(folder, name)).Split('\n')
        .TakeWhile(line => line.StartsWith('#')).Select(line => line[1..].Trim()).Where(line => !line.StartsWith("fault:", StringComparison.Ordinal) && !line.StartsWith("note:", StringComparison.Ordinal)));
}
