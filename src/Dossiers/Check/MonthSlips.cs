using System.Text.Json;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>The documents that matter in one month.</summary>
/// <param name="Usable">What is calculated with, in the order of their ids.</param>
/// <param name="Duplicates">The same slip once more under another URL: counted once.</param>
/// <param name="KeptOut">Kept out, with a period that touches the month.</param>
/// <param name="KeptOutSomewhere">Kept out, and nobody knows for which month.</param>
internal sealed record MonthSlips(IReadOnlyList<Slip> Usable, IReadOnlyList<Slip> Duplicates, IReadOnlyList<Slip> KeptOut, IReadOnlyList<Slip> KeptOutSomewhere)
{
    /// <param name="current">What the vault holds now.</param>
    public static MonthSlips Of(Maand month, IReadOnlyCollection<Slip> current)
    {
        var corrected = current.Where(s => s.Loonfiche is { Corrects: not null } fiche && fiche.Corrects != fiche.Id).Select(s => s.Loonfiche!.Corrects!).ToHashSet(StringComparer.Ordinal);
        var correctedDocuments = corrected.Select(DocumentOf).ToHashSet(StringComparer.Ordinal);
        var usable = current.Where(s => s.Loonfiche is { } fiche && s.Touches(month) && !corrected.Contains(fiche.Id))
            .OrderBy(s => s.Loonfiche!.Id, StringComparer.Ordinal).ThenBy(s => s.Url, StringComparer.Ordinal).ToList();
        var once = usable.DistinctBy(s => Content(s.Loonfiche!)).ToList();

        // The id of a slip that was kept out was not read; a correction names it by its document. Without this a bad slip would
        // stand in the way for ever: who writes payslips may only add, not remove.
        var keptOut = current.Where(s => s.Loonfiche is null && !correctedDocuments.Contains(s.Url)).OrderBy(s => s.Url, StringComparer.Ordinal).ToList();
        return new MonthSlips(once, [.. usable.Except(once)], [.. keptOut.Where(s => s.Touches(month))], [.. keptOut.Where(s => s.Period() is null)]);
    }

    private static string DocumentOf(string iri) => iri.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0 ? iri[..hash] : iri;

    /// <summary>Everything but the name: employer, period, day of payment and all amounts the same is the same slip.</summary>
    private static string Content(Loonfiche fiche) => JsonSerializer.Serialize(fiche with { Id = "" }, StoredJson.Options);
}
