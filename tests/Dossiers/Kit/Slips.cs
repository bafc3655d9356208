using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers.Tests;

/// <summary>Made-up people, employers and payslips.</summary>
internal static class Slips
{
    public const string Container = "https://vault.example/an/loonfiches/";

    public static readonly KboNumber Bakker = Kbo(01234567);
    public static readonly KboNumber Garage = Kbo(07654321);
    public static readonly DateTimeOffset Written = new(2025, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static KboNumber Kbo(int eight) => KboNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"{eight:D8}{97 - (eight % 97):D2}"));

    public static Insz Person(int serial) => Insz.Parse(string.Create(CultureInfo.InvariantCulture, $"{850101000 + serial:D9}{97 - ((850101000 + serial) % 97):D2}"));

    public static Uri Url(string name) => new(Container + name + ".ttl");

    public static string Id(string name) => Url(name) + "#loonfiche";

    public static Loonfiche Fiche(string name, string month, decimal net, KboNumber? employer = null, string? corrects = null, params PayLine[] lines) => new()
    {
        Id = Id(name),
        Employer = employer ?? Bakker,
        EmployerName = (employer ?? Bakker) == Bakker ? "Bakkerij De Korenaar" : "Garage Peeters",
        Worker = Person(1),
        PeriodFrom = Maand.Parse(month).FirstDay,
        PeriodTo = Maand.Parse(month).LastDay,
        PaidOn = Maand.Parse(month).LastDay,
        Gross = Euro.Of(net + 300),
        SocialSecurity = Euro.Of(200),
        WithholdingTax = Euro.Of(100),
        Nettoloon = Euro.Of(net),
        NetPaid = Euro.Of(net),
        Lines = lines,
        Corrects = corrects is null ? null : Id(corrects),
    };

    public static FoundSlip.Usable Usable(string name, string month, decimal net, KboNumber? employer = null, string? corrects = null, params PayLine[] lines) =>
        Usable(name, Fiche(name, month, net, employer, corrects, lines));

    public static FoundSlip.Usable Usable(string name, Loonfiche fiche) => new(Url(name), "\"1\"", Written, Hash(JsonSerializer.Serialize(fiche)), fiche);

    public static FoundSlip.KeptOut KeptOut(string name, string? month, string code = "arithmetic:nettoloon") => new(
        Url(name), "\"1\"", Written, Hash(name + month + code), [new SlipProblem(code, "Het nettoloon klopt niet. Vraag een verbeterde loonfiche.")],
        month is null ? null : Maand.Parse(month).FirstDay, month is null ? null : Maand.Parse(month).LastDay);

    public static FoundSlip.NotFetched NotFetched(string name) => new(Url(name), Written, "timeout", "De kluis antwoordde niet op tijd.");

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
