using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Stand;

/// <summary>A made-up employment.</summary>
/// <param name="Employer">A KBO number with right check digits that no enterprise has.</param>
/// <param name="HourlyWage">EUR gross.</param>
/// <param name="Hours">Worked or paid in each of the four months.</param>
/// <param name="Commuting">EUR a month, paid after the net.</param>
internal sealed record Job(KboNumber Employer, string EmployerName, decimal HourlyWage, IReadOnlyList<decimal> Hours, decimal Commuting = 0)
{
    // RSZ of an employee, and about what the work bonus gives back on low wages.
    private const decimal SocialSecurity = 0.1307m, WorkBonus = 0.0730m;

    // About what the scales of the withholding tax come to for a low wage of a single person.
    private const decimal TaxedFrom = 1_170.00m, TaxRate = 0.2675m;

    /// <summary>The slip of one of the four months, its sums right to the cent.</summary>
    /// <param name="citizen">The worker.</param>
    /// <param name="month">The pay period.</param>
    /// <param name="number">0 for the first of the four months.</param>
    /// <param name="overtimeHours">Paid on top, at one and a half times the wage.</param>
    /// <returns>Without the name of its document, which the payroll office gives it.</returns>
    public Loonfiche Slip(Citizen citizen, Maand month, int number, decimal overtimeHours = 0)
    {
        var lines = new List<PayLine> { new("1000", string.Create(Payslips.Dutch, $"Loon {Hours[number]} uren aan {HourlyWage:0.00}"), ComponentKind.BasePay, PaySection.Gross, Euro.Round(HourlyWage * Hours[number])) };
        if (overtimeHours > 0)
        {
            lines.Add(new("1100", string.Create(Payslips.Dutch, $"Overuren {overtimeHours} aan 150 %"), ComponentKind.Overtime, PaySection.Gross, Euro.Round(HourlyWage * overtimeHours * 1.5m)));
        }

        var gross = lines.Sum(line => line.Amount.Amount);
        var withheld = Rounded(gross * SocialSecurity) - Rounded(gross * WorkBonus);
        var tax = Rounded(Math.Max(0, gross - withheld - TaxedFrom) * TaxRate);
        var net = gross - withheld - tax;
        if (Commuting > 0)
        {
            lines.Add(new("7100", "Woon-werkverkeer openbaar vervoer", ComponentKind.Commuting, PaySection.UntaxedExtras, Euro.Of(Commuting)));
        }

        return new Loonfiche
        {
            Id = "",
            Employer = Employer,
            EmployerName = EmployerName,
            Worker = citizen.Insz,
            PeriodFrom = month.FirstDay,
            PeriodTo = month.LastDay,
            PaidOn = Payslips.LastWorkingDay(month),
            Gross = Euro.Of(gross),
            SocialSecurity = Euro.Of(withheld),
            WithholdingTax = Euro.Of(tax),
            Nettoloon = Euro.Of(net),
            UntaxedExtras = Euro.Of(Commuting),
            NetPaid = Euro.Of(net + Commuting),
            Lines = lines,
        };
    }

    private static decimal Rounded(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
}

internal static class Jobs
{
    public static Job SchoolCleaning { get; } = new(KboNumber.Parse("0999100196"), "Poets & Co BV", 14.62m, [43.33m, 39.00m, 43.33m, 45.50m]);

    public static Job Bakery { get; } = new(KboNumber.Parse("0999100295"), "Bakkerij De Molen BV", 14.95m, [82.33m, 76.00m, 82.33m, 84.50m]);

    public static Job Care { get; } = new(KboNumber.Parse("0999100394"), "Woonzorg Ter Linde vzw", 17.84m, [86.67m, 86.67m, 82.00m, 86.67m], Commuting: 38.50m);

    public static Job Restaurant { get; } = new(KboNumber.Parse("0999100493"), "Brasserie Kouter BV", 14.41m, [34.00m, 41.50m, 36.00m, 30.00m]);

    public static Job Laundry { get; } = new(KboNumber.Parse("0999100592"), "Wasserij Blinkend NV", 14.18m, [30.33m, 26.00m, 30.33m, 30.33m]);

    public static Job Shop { get; } = new(KboNumber.Parse("0999100691"), "Buurtwinkel Sluizeken BV", 14.55m, [52.00m, 52.00m, 47.50m, 54.17m]);
}
