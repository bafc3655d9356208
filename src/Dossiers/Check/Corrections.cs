using System.Text.Json;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Which slips no longer count because another took their place, and which corrections are not to be believed as they stand.</summary>
/// <remarks>
/// A slip that is corrected stays so where the correction is itself corrected and then taken out of the vault, and a copy of
/// it under another URL is corrected with it: else one wage would count twice.
/// </remarks>
internal sealed class Corrections
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _documents;
    private readonly HashSet<string> _contents;

    /// <param name="current">What the vault holds now.</param>
    /// <param name="ended">What it held before.</param>
    public Corrections(IReadOnlyCollection<Slip> current, IReadOnlyCollection<Slip> ended)
    {
        var there = current.Where(s => s.Loonfiche is not null).ToLookup(s => s.Loonfiche!.Id, StringComparer.Ordinal);
        var gone = ended.Where(s => s.Loonfiche is not null).OrderBy(s => s.ReadAt).ToLookup(s => s.Loonfiche!.Id, StringComparer.Ordinal);
        var naming = current.Where(s => s.Loonfiche is { Corrects: not null } fiche && fiche.Corrects != fiche.Id).ToList();
        foreach (var slip in naming)
        {
            var named = slip.Loonfiche!.Corrects;
            while (named is not null && named != slip.Loonfiche.Id && _ids.Add(named))
            {
                named = there.Contains(named) ? null : gone[named].LastOrDefault()?.Loonfiche!.Corrects;
            }
        }

        _documents = _ids.Select(DocumentOf).ToHashSet(StringComparer.Ordinal);
        _contents = _ids.SelectMany(id => there[id].Concat(gone[id])).Select(s => Content(s.Loonfiche!)).ToHashSet(StringComparer.Ordinal);

        var last = naming.Where(s => !TakesOut(s)).ToList();
        Unclear =
        [
            .. from slip in last
               let target = there[slip.Loonfiche!.Corrects!].Concat(gone[slip.Loonfiche!.Corrects!].TakeLast(1)).FirstOrDefault()
               let rivals = last.Any(other => other.Loonfiche!.Corrects == slip.Loonfiche!.Corrects && Content(other.Loonfiche!) != Content(slip.Loonfiche!))
               let stranger = target is not null && target.Loonfiche!.Employer != slip.Loonfiche!.Employer
               where rivals || stranger
               select new UnclearCorrection(slip, target, stranger),
        ];
    }

    /// <summary>In the order of the current slips.</summary>
    public IReadOnlyList<UnclearCorrection> Unclear { get; }

    /// <summary>True where another slip took its place.</summary>
    public bool TakesOut(Slip slip) =>

        // The id of a slip that was kept out was not read; a correction names it by its document. Without this a bad slip would
        // stand in the way for ever: who writes payslips may only add, not remove.
        slip.Loonfiche is { } fiche ? _ids.Contains(fiche.Id) || (_contents.Count > 0 && _contents.Contains(Content(fiche))) : _documents.Contains(slip.Url);

    /// <summary>Everything but the name: employer, period, day of payment and all amounts the same is the same slip.</summary>
    public static string Content(Loonfiche fiche) => JsonSerializer.Serialize(fiche with { Id = "" }, StoredJson.Options);

    private static string DocumentOf(string iri) => iri.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0 ? iri[..hash] : iri;
}

/// <param name="Slip">The correction.</param>
/// <param name="Target">The slip that it names, where that is known.</param>
/// <param name="OfAnotherEmployer">It names a slip of another employer; else another correction names the same slip.</param>
internal sealed record UnclearCorrection(Slip Slip, Slip? Target, bool OfAnotherEmployer);
