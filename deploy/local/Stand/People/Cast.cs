using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Stand;

/// <summary>An account of the Solid server, with a vault.</summary>
/// <param name="Pod">Path of the vault. Says nothing about the person: it stands in URLs.</param>
internal sealed record VaultAccount(string Email, string Password, string Pod)
{
    public Uri Storage(Uri server) => new(server, Pod + "/");

    public Uri WebId(Uri server) => new(server, Pod + "/profile/card#me");
}

/// <summary>A made-up citizen.</summary>
/// <param name="Subject">The <c>sub</c> of the login.</param>
/// <param name="Kind">What their dossier shows, in a few words.</param>
/// <param name="Worker">The social worker who opens the dossier.</param>
/// <param name="Consents">False for the one whose consent a person gives in the browser.</param>
internal sealed record Citizen(string Subject, string FirstName, string LastName, Insz Insz, string Kind, VaultAccount Vault, StaffPersona Worker, bool Consents, IReadOnlyList<Job> Jobs, Func<Maand, IEnumerable<DatedFact>> Facts)
{
    public string Name => $"{FirstName} {LastName}";
}

/// <summary>What a social worker types: a fact, from a date, with what they saw.</summary>
internal sealed record DatedFact(DateOnly From, Fact Value, string Evidence);

/// <summary>Somebody made up who works for an OCMW.</summary>
internal sealed record StaffPersona(string Subject, string FirstName, string LastName, string Email, KboNumber Ocmw, string OcmwName, IReadOnlyList<string> Roles)
{
    public string Name => $"{FirstName} {LastName}";

    public Staff Staff => new(Subject, Ocmw.Value, Name, Email);
}

/// <summary>
/// Who plays in the stand. All made up: the birth month in each INSZ lies from 61 to 72, which neither the national register
/// nor the BIS register gives to anybody, while the check digits are right.
/// </summary>
internal static class Cast
{
    /// <summary>OCMW Gent, as it is registered.</summary>
    public static KboNumber Gent { get; } = KboNumber.Parse("0212.214.125");

    public const string GentName = "OCMW Gent";

    /// <summary>Made up: for trying that nobody sees another OCMW's dossiers.</summary>
    public static KboNumber Elsewhere { get; } = KboNumber.Parse("0999.000.129");

    public const string ElsewhereName = "OCMW Voorbeeldgem";

    public static StaffPersona Karen { get; } = new("mw-karen", "Karen", "De Backer", "karen.debacker@ocmw-gent.example", Gent, GentName, ["MaatschappelijkWerker", "Beheerder"]);

    public static StaffPersona Pieter { get; } = new("mw-pieter", "Pieter", "Wouters", "pieter.wouters@ocmw-gent.example", Gent, GentName, ["MaatschappelijkWerker"]);

    public static StaffPersona Ilse { get; } = new("mw-ilse", "Ilse", "Martens", "ilse.martens@ocmw-voorbeeldgem.example", Elsewhere, ElsewhereName, ["MaatschappelijkWerker"]);

    public static StaffPersona Hilde { get; } = new("dh-hilde", "Hilde", "Claes", "hilde.claes@ocmw-gent.example", Gent, GentName, ["Diensthoofd"]);

    public static StaffPersona Omar { get; } = new("bh-omar", "Omar", "Haddad", "omar.haddad@ocmw-gent.example", Gent, GentName, ["Beheerder"]);

    public static StaffPersona Ann { get; } = new("au-ann", "Ann", "Verlinden", "ann.verlinden@ocmw-gent.example", Gent, GentName, ["Auditor"]);

    /// <summary>Answers what citizens do not understand.</summary>
    public static StaffPersona Daan { get; } = new("fg-daan", "Daan", "Mertens", "daan.mertens@ocmw-gent.example", Gent, GentName, ["FunctionarisGegevensbescherming"]);

    /// <summary>Somebody of each role, and somebody of another OCMW.</summary>
    public static IReadOnlyList<StaffPersona> Staff { get; } = [Karen, Pieter, Hilde, Omar, Ann, Daan, Ilse];

    /// <summary>Puts payslips into vaults; has an account of its own, and no more than leave to append.</summary>
    public static VaultAccount PayrollOffice { get; } = new("loonkantoor@example.org", "proef-loonkantoor", "loonkantoor");

    /// <summary>As citizens know it.</summary>
    public const string PayrollOfficeName = "Loonkantoor Voorbeeld";

    /// <summary>The employer whose slips are not signed; those of all others are.</summary>
    public static Job Unsigned => Jobs.Laundry;

    public static Citizen Zoe { get; } = new("burger-zoe", "Zoë", "Vandamme", Insz.Parse("89610411227"), "cohabiting, partner works", Account(1), Karen, Consents: true, [Jobs.SchoolCleaning], Situations.CohabitingWithWorkingPartner);

    public static Citizen Mehmet { get; } = new("burger-mehmet", "Mehmet", "Aydın", Insz.Parse("78621728318"), "family", Account(2), Pieter, Consents: true, [Jobs.Bakery], Situations.Family);

    public static Citizen Lien { get; } = new("burger-lien", "Lien", "Goossens", Insz.Parse("93630904146"), "shortage job", Account(3), Karen, Consents: true, [Jobs.Care], Situations.ShortageJob);

    public static Citizen Samuel { get; } = new("burger-samuel", "Samuel", "Okafor", Insz.Parse("99641236556"), "two employers", Account(4), Pieter, Consents: true, [Jobs.Restaurant, Jobs.Laundry], Situations.TwoEmployers);

    /// <summary>The fifth: waits for a person to consent in the browser.</summary>
    public static Citizen Noor { get; } = new("burger-noor", "Noor", "El Amrani", Insz.Parse("01650241827"), "alone", Account(5), Karen, Consents: false, [Jobs.Shop], Situations.Alone);

    /// <summary>In the order in which their dossiers are opened.</summary>
    public static IReadOnlyList<Citizen> Citizens { get; } = [Zoe, Mehmet, Lien, Samuel, Noor];

    /// <summary>Plays no part in the story: signs in, and has no dossier, and a vault that the sign-in knows nothing of.</summary>
    public static Citizen Amina { get; } = new("burger-amina", "Amina", "Yıldız", Insz.Parse("98671420559"), "alone, vault elsewhere", Account(6), Karen, Consents: false, [Jobs.Shop], Situations.Alone);

    /// <summary>Whose slip of the last month comes late.</summary>
    public static Citizen Late => Zoe;

    /// <summary>Whose slip of an earlier month is corrected.</summary>
    public static Citizen Corrected => Mehmet;

    private static VaultAccount Account(int number) => new($"kluis{number}@example.org", $"proef-kluis{number}", $"kluis{number}");
}
