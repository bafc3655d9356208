namespace SolidLoonfiches.Dossiers;

/// <summary>Who acts: somebody of an OCMW who is signed in, or its software.</summary>
/// <param name="Id">The <c>sub</c> of ACM/IDM.</param>
/// <param name="OcmwKbo">The OCMW of their role, by KBO number.</param>
public sealed record Staff(string Id, string OcmwKbo, string Name, string? Email)
{
    /// <summary>As <see cref="StaffMember.WorksOnDossiers"/>.</summary>
    public bool WorksOnDossiers { get; init; } = true;
}
