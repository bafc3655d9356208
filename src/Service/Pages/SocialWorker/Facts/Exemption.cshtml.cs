using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Service.Pages.SocialWorker.Facts;

/// <summary>The exemption of art. 35 KB, and the days that were used before this dossier.</summary>
internal sealed class ExemptionPage(DossierDb db, RecordFact recordFact, TimeProvider clock) : FactPage(db, recordFact, clock)
{
    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? FirstGranted { get; set; }

    /// <summary>A period on each line.</summary>
    [BindProperty]
    public string? UsedBefore { get; set; }

    [BindProperty]
    public string? ShortageFrom { get; set; }

    protected override Fact? ReadFact(FormReader form) =>
        new ExemptionFact(
            form.Choice<Vrijstellingssoort>(nameof(Kind), Kind, "Kies een soort vrijstelling, of geen."),
            form.OptionalDate(nameof(FirstGranted), FirstGranted),
            ReadPeriods(form),
            form.OptionalDate(nameof(ShortageFrom), ShortageFrom));

    private List<Periode> ReadPeriods(FormReader form)
    {
        var periods = new List<Periode>();
        foreach (var line in (UsedBefore ?? "").Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = line.Split(" tot ", 2);
            if (ends.Length == 2 && FormReader.TryDate(ends[0], out var from) && FormReader.TryDate(ends[1], out var to))
            {
                periods.Add(new Periode(from, to));
            }
            else
            {
                form.Refuse(nameof(UsedBefore), $"Deze periode is niet te lezen: {line}. Schrijf ze als 10/1/2025 tot 28/2/2025.");
            }
        }

        return periods;
    }
}
