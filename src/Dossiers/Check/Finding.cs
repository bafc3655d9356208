namespace SolidLoonfiches.Dossiers;

/// <summary>Something that a check found: a stable code and a sentence for the social worker.</summary>
/// <param name="Code">Stable; every one is in <see cref="FindingKinds"/>.</param>
/// <param name="Sentence">In Dutch, with what can be done.</param>
/// <param name="SlipUrl">The document it is about, or null.</param>
public sealed record Finding(string Code, string Sentence, string? SlipUrl = null);
