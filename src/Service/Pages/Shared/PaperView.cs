using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>A consent on paper as both sides see it.</summary>
/// <param name="Paper">The consent.</param>
/// <param name="RecordedBy">The social worker, by name.</param>
internal sealed record PaperView(PaperConsent Paper, string RecordedBy);
