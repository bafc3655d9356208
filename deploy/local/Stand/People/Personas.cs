using System.Text.Json;

namespace SolidLoonfiches.Stand;

/// <summary>Writes who can sign in, for the local provider: the claims that ACM/IDM would give.</summary>
internal static class Personas
{
    public static void Write(string file, StandPorts ports) => File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(Cast.Citizens.Select(citizen => OfCitizen(citizen, ports)).Append(OfNewcomer(Cast.Amina)).Concat(Cast.Staff.Select(OfStaff))));

    private static object OfCitizen(Citizen citizen, StandPorts ports) => new
    {
        name = citizen.Name,
        description = citizen.Consents ? "Burger; gaf bij het begin toestemming." : "Burger; gaf bij het begin nog geen toestemming.",
        group = "Burgers",
        claims = new Dictionary<string, object>(Claims(citizen), StringComparer.Ordinal) { ["webid"] = citizen.Vault.WebId(ports.VaultsUrl).AbsoluteUri },
    };

    private static object OfNewcomer(Citizen citizen) => new
    {
        name = citizen.Name,
        description = "Burger; heeft nog geen dossier, en een kluis die deze dienst niet kent.",
        group = "Burgers",
        claims = Claims(citizen),
    };

    private static Dictionary<string, object> Claims(Citizen citizen) => new(StringComparer.Ordinal)
    {
        ["sub"] = citizen.Subject,
        ["name"] = citizen.Name,
        ["given_name"] = citizen.FirstName,
        ["family_name"] = citizen.LastName,
        ["rrn"] = citizen.Insz.Value,
    };

    private static object OfStaff(StaffPersona staff) => new
    {
        name = staff.Name,
        description = $"{staff.OcmwName}; {string.Join(" en ", staff.Roles.Select(InWords))}.",
        group = "Medewerkers van een OCMW",
        claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["sub"] = staff.Subject,
            ["name"] = staff.Name,
            ["given_name"] = staff.FirstName,
            ["family_name"] = staff.LastName,
            ["vo_id"] = staff.Subject,
            ["vo_email"] = staff.Email,
            ["vo_orgcode"] = staff.Ocmw.Value,
            ["vo_orgnaam"] = staff.OcmwName,
            ["vo_doelgroepcode"] = "LB",
            ["loonfiches_rol_3d"] = staff.Roles.Select(role => $"{role}:{staff.Ocmw.Value}").ToArray(),
        },
    };

    private static string InWords(string role) => role switch
    {
        "MaatschappelijkWerker" => "maatschappelijk werker",
        "Diensthoofd" => "diensthoofd: ook cijfers, keuzes en POD MI",
        "Beheerder" => "beheerder van de software: geen dossiers",
        "Auditor" => "auditor: kijkt, verandert niets",
        "FunctionarisGegevensbescherming" => "functionaris voor gegevensbescherming: geen dossiers",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
