namespace SolidLoonfiches.Dossiers;

/// <summary>Who acts: a signed-in social worker.</summary>
/// <param name="Id">The <c>sub</c> of ACM/IDM.</param>
/// <param name="OcmwKbo">The OCMW of their role, by KBO number.</param>
public sealed record Staff(string Id, string OcmwKbo, string Name, string? Email);
