namespace SolidLoonfiches.Dossiers;

/// <summary>Somebody of an OCMW, known since their first sign-in (or put on a dossier by seed), or its software.</summary>
public sealed class StaffMember
{
    /// <summary>The <c>sub</c> of ACM/IDM.</summary>
    public required string Id { get; init; }

    /// <summary>The OCMW they work for, by KBO number.</summary>
    public required string OcmwKbo { get; set; }

    public required string Name { get; set; }

    /// <summary>Where news of a dossier is mailed to; null: the inbox page only.</summary>
    public string? Email { get; set; }

    /// <summary>A social worker or head of service, as the last sign-in said: a dossier may be given to them. Not an auditor, an operator or software.</summary>
    public bool WorksOnDossiers { get; set; } = true;

    /// <summary>One mail a month with a line per dossier, instead of a mail for each message; their own choice.</summary>
    public bool WantsDigest { get; set; }
}
