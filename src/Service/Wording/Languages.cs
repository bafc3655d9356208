using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Service;

/// <summary>The languages of the letter, as people choose them.</summary>
internal static class Languages
{
    /// <summary>By code, as in <c>--letter fr</c> and in the address of a letter.</summary>
    public static IReadOnlyDictionary<string, Taal> All { get; } = new SortedDictionary<string, Taal>(StringComparer.Ordinal)
    {
        ["en"] = Taal.Engels,
        ["fr"] = Taal.Frans,
        ["nl"] = Taal.Nederlands,
    };

    /// <summary>In the language itself: who looks for it reads that one.</summary>
    public static string Name(string code) => code switch
    {
        "en" => "English",
        "fr" => "Français",
        _ => "Nederlands",
    };
}
