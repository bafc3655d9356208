namespace SolidLoonfiches.Service;

/// <summary>The other languages of a page whose address ends in one.</summary>
/// <param name="Path">The address without the language.</param>
/// <param name="Current">The language that is shown.</param>
internal sealed record Tongues(string Path, string Current);
