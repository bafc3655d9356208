namespace SolidLoonfiches.Dossiers;

/// <summary>A social worker, known since their first sign-in (or put on a dossier by seed).</summary>
public sealed class StaffMember
{
    /// <summary>The <c>sub</c> of ACM/IDM.</summary>
    public required string Id { get; init; }

    /// <summary>The OCMW they work for, by KBO number.</summary>
    public required string OcmwKbo { get; set; }

    public required string Name { get; set; }

    /// <summary>Where news of a dossier is mailed to; null: the inbox page only.</summary>
    public string? Email { get; set; }

    /// <summary>One mail a month with a line per dossier, instead of a mail for each message; their own choice.</summary>
    public bool WantsDigest { get; set; }
}
