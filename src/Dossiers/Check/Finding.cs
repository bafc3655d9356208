namespace SolidLoonfiches.Dossiers;

/// <summary>Something that a check found: a stable code and a sentence for the social worker.</summary>
/// <param name="Code"><c>newSlip</c>, <c>correctedSlip</c>, <c>slipChangedInPlace</c>, <c>slipRemoved</c>, <c>slipKeptOut</c>, <c>slipNotFetched</c>, <c>correctionUnclear</c>, <c>employerSilent</c>, <c>noPayslip</c>, <c>consentEnded</c>, <c>factMissing</c>, <c>vault:CODE</c>, <c>law:CODE</c>, <c>warning:CODE</c>.</param>
/// <param name="Sentence">In Dutch, with what can be done.</param>
/// <param name="SlipUrl">The document it is about, or null.</param>
public sealed record Finding(string Code, string Sentence, string? SlipUrl = null);
