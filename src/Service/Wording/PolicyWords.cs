using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>What an OCMW does with a pay component.</summary>
internal enum Treatment
{
    Default,
    Counted,
    NotCounted,
}

/// <summary>The choices that the law leaves to an OCMW, in Dutch words.</summary>
internal static class PolicyWords
{
    public static readonly IReadOnlyList<(Loonmaand Value, string Words)> WageMonths =
    [
        (Loonmaand.DezelfdeMaand, "Het loon van dezelfde maand (standaard)"),
        (Loonmaand.MaandErvoor, "Het loon van de maand ervoor"),
    ];

    public static readonly IReadOnlyList<(Premietelling Value, string Words)> Premiums =
    [
        (Premietelling.InDeLoonperiode, "In de maand van de loonfiche (standaard)"),
        (Premietelling.InDeMaandVanBetaling, "In de maand waarin ze betaald zijn"),
        (Premietelling.OverTwaalfMaanden, "Twaalf maanden lang, elke maand een twaalfde"),
    ];

    public static readonly IReadOnlyList<(LoonDeelmaand Value, string Words)> PartMonths =
    [
        (LoonDeelmaand.Extrapoleren, "Omgerekend naar een volle maand (standaard)"),
        (LoonDeelmaand.Som, "Zoals het is, zonder omrekenen"),
    ];

    public static readonly IReadOnlyList<(Dagbasis Value, string Words)> DayBases =
    [
        (Dagbasis.Kalender, "De dagen van de kalender (standaard)"),
        (Dagbasis.Dertig, "Altijd dertig"),
    ];

    public static readonly IReadOnlyList<(Treatment Value, string Words)> Treatments =
    [
        (Treatment.Default, "Standaard"),
        (Treatment.Counted, "Telt mee"),
        (Treatment.NotCounted, "Telt niet mee"),
    ];

    /// <summary>Those that a policy can change: ordinary pay is in the net wage, and what the employer keeps back never changes the means.</summary>
    public static IReadOnlyList<ComponentKind> Kinds { get; } =
        [.. Enum.GetValues<ComponentKind>().Where(kind => kind is not (ComponentKind.BasePay or ComponentKind.Advance or ComponentKind.Seizure or ComponentKind.Fine))];

    public static string Kind(ComponentKind kind)
    {
        var name = SlipWords.Kind(kind);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary>What differs from the defaults, a line each.</summary>
    public static IReadOnlyList<string> Of(Beleid policy)
    {
        List<string> choices = [];
        if (policy.Loonmaand != Beleid.Standaard.Loonmaand)
        {
            choices.Add("Loon: " + Words(WageMonths, policy.Loonmaand));
        }

        if (policy.Premies != Beleid.Standaard.Premies)
        {
            choices.Add("Vakantiegeld en eindejaarspremie: " + Words(Premiums, policy.Premies));
        }

        if (policy.Deelmaand != Beleid.Standaard.Deelmaand)
        {
            choices.Add("Loon van een deel van de maand: " + Words(PartMonths, policy.Deelmaand));
        }

        if (policy.Dagbasis != Beleid.Standaard.Dagbasis)
        {
            choices.Add("Dagen van een maand: " + Words(DayBases, policy.Dagbasis));
        }

        if (policy.OnbevestigdeBedragen)
        {
            choices.Add("Ook bedragen die nog niet bevestigd zijn");
        }

        choices.AddRange(policy.Componenten.OrderBy(choice => choice.Key).Select(choice => $"{Kind(choice.Key)}: {(choice.Value ? "telt mee" : "telt niet mee")}"));
        return choices.Count > 0 ? choices : ["Overal de standaard"];
    }

    private static string Words<T>(IReadOnlyList<(T Value, string Words)> list, T value)
        where T : struct, Enum
    {
        var words = list.Single(choice => choice.Value.Equals(value)).Words;
        return char.ToLowerInvariant(words[0]) + words[1..];
    }
}
