namespace SolidLoonfiches.Service;

/// <summary>What somebody is to an OCMW, as the claims say (<see cref="ClaimNames"/>). One person can be several; what each may is in <see cref="AccessTable"/>.</summary>
[Flags]
internal enum Roles
{
    None = 0,

    /// <summary>Has an INSZ, and no role at an OCMW for this session.</summary>
    Citizen = 1,

    SocialWorker = 2,

    /// <summary>Head of service: all that a social worker does, the OCMW's choices, and the figures.</summary>
    Head = 4,

    /// <summary>Operates the software for the OCMW: schedule, settings, what is sent. No dossiers.</summary>
    Administrator = 8,

    /// <summary>Looks into everything of the OCMW, and changes nothing.</summary>
    Auditor = 16,

    /// <summary>Data protection officer: what was done with personal data, not what it says.</summary>
    DataProtectionOfficer = 32,

    /// <summary>Who works on dossiers.</summary>
    Desk = SocialWorker | Head,

    /// <summary>Who may read dossiers.</summary>
    Readers = Desk | Auditor,

    /// <summary>Everybody of an OCMW.</summary>
    Staff = Readers | Administrator | DataProtectionOfficer,

    /// <summary>No sign-in at all.</summary>
    Anybody = 1 << 30,
}
