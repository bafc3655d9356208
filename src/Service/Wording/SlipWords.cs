using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>The lines of a payslip in Dutch words.</summary>
internal static class SlipWords
{
    public static string Kind(ComponentKind kind) => kind switch
    {
        ComponentKind.BasePay => "gewoon loon",
        ComponentKind.EcoCheque => "ecocheques",
        ComponentKind.HolidayPaySingle => "enkel vakantiegeld",
        ComponentKind.HolidayPayDouble => "dubbel vakantiegeld",
        ComponentKind.YearEndPremium => "eindejaarspremie",
        ComponentKind.Bonus => "bonus",
        ComponentKind.Arrears => "achterstallig loon",
        ComponentKind.Overtime => "overuren",
        ComponentKind.Severance => "opzegvergoeding",
        ComponentKind.MealVoucher => "maaltijdcheques",
        ComponentKind.UnionPremium => "vakbondspremie",
        ComponentKind.CompanyCar => "bedrijfswagen",
        ComponentKind.Commuting => "woon-werkverkeer",
        ComponentKind.Expense => "onkosten",
        ComponentKind.Advance => "voorschot",
        ComponentKind.Seizure => "loonbeslag",
        ComponentKind.Fine => "boete",
        ComponentKind.Other => "andere",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

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
