using System.Security.Claims;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>Who signed in, for this session. Closed: a citizen, somebody of an OCMW, or somebody for whom there is nothing here.</summary>
/// <remarks>The one place that reads claims: those of the provider (<see cref="FromProvider"/>), and our own in the cookie (<see cref="From"/>).</remarks>
internal abstract record SignedIn
{
    private const string Subject = "sub", NameClaim = "name", InszClaim = "insz", WebIdClaim = "webid", EmailClaim = "email", OcmwClaim = "ocmw", RoleClaim = "role";

    private static readonly Roles[] OfStaff = [Roles.SocialWorker, Roles.Head, Roles.Administrator, Roles.Auditor, Roles.DataProtectionOfficer];

    private SignedIn()
    {
    }

    /// <summary>What they are, and so what they may: <see cref="AccessTable"/>.</summary>
    public virtual Roles Roles => Roles.None;

    /// <summary>Has an INSZ, and no role in an OCMW for this session.</summary>
    /// <param name="WebId">Address of their vault identity where the provider knows it; not yet read.</param>
    public sealed record Citizen(string Id, Insz Insz, string Name, string? WebId) : SignedIn
    {
        public override Roles Roles => Roles.Citizen;
    }

    /// <param name="Staff">Who they are.</param>
    /// <param name="At">Their roles at the OCMW of this session: one or more.</param>
    public sealed record OfOcmw(Staff Staff, Roles At) : SignedIn
    {
        public override Roles Roles => At;
    }

    public sealed record Nobody : SignedIn;

    /// <summary>Reads the claims of ACM/IDM. A role counts only where its organisation is the one for which the person signed in.</summary>
    public static SignedIn FromProvider(ClaimsPrincipal provider, ClaimNames names)
    {
        string? First(string type) => provider.FindFirst(type)?.Value is { Length: > 0 } value ? value : null;
        if (First(names.Subject) is not { } subject)
        {
            return new Nobody();
        }

        var insz = Insz.TryParse(First(names.Insz));
        var name = First(names.Name) ?? $"{First(names.GivenName)} {First(names.FamilyName)}".Trim();
        if (KboNumber.TryParse(First(names.Organisation)) is { } ocmw)
        {
            var roles = RolesIn(ocmw, provider, names);
            if (roles != Roles.None)
            {
                return new OfOcmw(new Staff(subject, ocmw.Value, name.Length > 0 ? name : "Medewerker", First(names.WorkEmail) ?? First(names.Email)) { WorksOnDossiers = (roles & Roles.Desk) != Roles.None }, roles);
            }
        }

        return insz is null ? new Nobody() : new Citizen(subject, insz, name, First(names.WebId));
    }

    /// <summary>Reads the session that <see cref="ToPrincipal"/> wrote.</summary>
    public static SignedIn From(ClaimsPrincipal session)
    {
        string? First(string type) => session.FindFirst(type)?.Value;
        if (session.Identity is not { IsAuthenticated: true } || First(Subject) is not { } subject)
        {
            return new Nobody();
        }

        var name = First(NameClaim) ?? "";
        if (First(OcmwClaim) is { } ocmw)
        {
            var roles = OfStaff.Where(role => session.HasClaim(RoleClaim, role.ToString())).Aggregate(Roles.None, (all, role) => all | role);
            return new OfOcmw(new Staff(subject, ocmw, name, First(EmailClaim)) { WorksOnDossiers = (roles & Roles.Desk) != Roles.None }, roles);
        }

        return Insz.TryParse(First(InszClaim)) is { } insz ? new Citizen(subject, insz, name, First(WebIdClaim)) : new Nobody();
    }

    /// <summary>What the session's cookie keeps: no more than the pages need.</summary>
    /// <exception cref="InvalidOperationException">For <see cref="Nobody"/>, who gets no session.</exception>
    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        var claims = this switch
        {
            Citizen citizen => Claims((Subject, citizen.Id), (NameClaim, citizen.Name), (InszClaim, citizen.Insz.Value), (WebIdClaim, citizen.WebId), (RoleClaim, nameof(Roles.Citizen))),
            OfOcmw { Staff: var staff } of => Claims([
                (Subject, staff.Id),
                (NameClaim, staff.Name),
                (EmailClaim, staff.Email),
                (OcmwClaim, staff.OcmwKbo),
                .. OfStaff.Where(role => of.At.HasFlag(role)).Select(role => (RoleClaim, (string?)role.ToString()))]),
            _ => throw new InvalidOperationException("Only a citizen or somebody of an OCMW has a session."),
        };
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme, NameClaim, RoleClaim));
    }

    private static List<Claim> Claims(params ReadOnlySpan<(string Type, string? Value)> pairs)
    {
        var claims = new List<Claim>(pairs.Length);
        foreach (var (type, value) in pairs)
        {
            if (value is { Length: > 0 })
            {
                claims.Add(new Claim(type, value));
            }
        }

        return claims;
    }

    private static Roles RolesIn(KboNumber ocmw, ClaimsPrincipal provider, ClaimNames names)
    {
        var given = provider.FindAll(names.Roles)
            .Select(claim => claim.Value.Split(':', 2))
            .Where(role => role.Length == 2 && KboNumber.TryParse(role[1]) == ocmw)
            .Select(role => role[0])
            .ToHashSet(StringComparer.Ordinal);
        return OfStaff.Where(role => given.Contains(names.NameOf(role))).Aggregate(Roles.None, (all, role) => all | role);
    }
}
