namespace SolidLoonfiches.Service;

/// <summary>Where the letter of a check is, in each language.</summary>
/// <param name="CheckId">The check.</param>
/// <param name="Page">The citizen's page or the social worker's.</param>
/// <param name="Current">The language that is shown now; null: none.</param>
internal sealed record LetterLinks(Guid CheckId, string Page, string? Current = null);
