using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>The lines of a payslip in Dutch words.</summary>
internal static class SlipWords
{
    public static string Kind(ComponentKind kind) => Onderdeel.Naam(kind, Taal.Nederlands);

    /// <summary>In which sum of the slip the line stands.</summary>
    public static string Section(PaySection section) => section switch
    {
        PaySection.Gross => "in het brutoloon",
        PaySection.TaxableExtras => "belastbaar, zonder RSZ",
        PaySection.UntaxedExtras => "netto erbij",
        PaySection.Deductions => "netto eraf",
        PaySection.InKind => "in natura",
        _ => throw new ArgumentOutOfRangeException(nameof(section)),
    };
}
