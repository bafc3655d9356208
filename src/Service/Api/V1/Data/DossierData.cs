using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>A page of a list.</summary>
/// <param name="Items">In the order in which they came to be.</param>
/// <param name="Next">Give this as <c>after</c> for what follows; null: nothing does.</param>
internal sealed record PageData<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>An OCMW.</summary>
/// <param name="Kbo">KBO number, ten digits.</param>
/// <param name="Name">As people know it.</param>
/// <param name="FourEyes">A second member of staff signs each proposal.</param>
/// <param name="DecideWithinDays">From a check to the decision.</param>
/// <param name="NotifyWithinDays">From the decision to its notice.</param>
/// <param name="PayWithinDays">From the decision to its payment.</param>
internal sealed record OcmwData(string Kbo, string Name, bool FourEyes, int DecideWithinDays, int NotifyWithinDays, int PayWithinDays)
{
    public static OcmwData Of(Ocmw ocmw) => new(ocmw.Kbo, ocmw.Name, ocmw.FourEyes, ocmw.DecideWithinDays, ocmw.NotifyWithinDays, ocmw.PayWithinDays);
}

/// <summary>The file of one person at the OCMW.</summary>
/// <param name="Id">Of the dossier, in addresses and events.</param>
/// <param name="Number">As people use it.</param>
/// <param name="Insz">INSZ of the person, eleven digits.</param>
/// <param name="Name">Of the person.</param>
/// <param name="SocialWorker">Who is told of news.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Consent">The state of the latest consent; null: none was ever given.</param>
internal sealed record DossierData(Guid Id, string Number, string Insz, string Name, string SocialWorker, DateTimeOffset OpenedAt, ConsentState? Consent);

/// <summary>Whose dossier is looked for. In a body and never in an address, where logs would keep it.</summary>
/// <param name="Insz">INSZ, eleven digits.</param>
internal sealed record DossierLookup(string Insz);

/// <summary>How things stand with a consent.</summary>
internal enum ConsentState
{
    /// <summary>The service may read the payslips.</summary>
    Given,

    /// <summary>The citizen ended it.</summary>
    Withdrawn,

    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>The vault does not let the service read any more.</summary>
    RefusedByVault,
}

/// <summary>A consent: that it was given and how it stands. Where the vault is stays with the service.</summary>
/// <param name="Id">Of the consent.</param>
/// <param name="DossierId">Its dossier.</param>
/// <param name="State">How it stands.</param>
/// <param name="GivenAt">When the citizen gave it.</param>
/// <param name="EndedAt">When it ended; null: it has not.</param>
/// <param name="Until">The last day on which the service may read; null: until the citizen ends it.</param>
/// <param name="LastReadAt">When the vault was last read.</param>
internal sealed record ConsentData(Guid Id, Guid DossierId, ConsentState State, DateTimeOffset GivenAt, DateTimeOffset? EndedAt, DateOnly? Until, DateTimeOffset? LastReadAt)
{
    public static ConsentData Of(Consent consent, DateTimeOffset now) =>
        new(consent.Id, consent.DossierId, StateOf(consent, now), consent.GivenAt, consent.WithdrawnAt ?? consent.ExpiredAt ?? consent.VaultRefusedAt, consent.Until, consent.LastReadAt);

    public static ConsentState StateOf(Consent consent, DateTimeOffset now) =>
        consent.WithdrawnAt is not null ? ConsentState.Withdrawn
        : consent.ExpiredAt is not null || consent.HasLapsed(now) ? ConsentState.Expired
        : consent.VaultRefusedAt is not null ? ConsentState.RefusedByVault
        : ConsentState.Given;
}
