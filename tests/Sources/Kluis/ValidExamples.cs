using SolidLoonfiches.Loonfiches;
using static SolidLoonfiches.Sources.TestData;

namespace SolidLoonfiches.Sources;

/// <summary>What each valid example says, written out by hand.</summary>
internal static class ValidExamples
{
    private static readonly PayLine Commuting = Line("4500", "Woon-werkverkeer", ComponentKind.Commuting, PaySection.UntaxedExtras, 42.00m);

    public static readonly IReadOnlyDictionary<string, Loonfiche> Expected = new Dictionary<string, Loonfiche>(StringComparer.Ordinal)
    {
        ["plain-month"] = Bakkerij("plain-month", "2026-10-01", "2026-10-31", "2026-10-30", 2500.00m, 326.75m, 245.12m, 1928.13m, 1970.13m, [Pay(2500.00m), Commuting]) with { UntaxedExtras = Euro.Of(42m) },
        ["two-employers-bakery"] = Bakkerij("two-employers-bakery", "2026-09-01", "2026-09-30", "2026-09-30", 1250.00m, 163.38m, 0m, 1086.62m, 1086.62m, [Pay(1250.00m)]),
        ["two-employers-care"] = Zorg("two-employers-care", "2026-09-01", "2026-09-30", "2026-10-02", 640.20m, 83.67m, 71.30m, 485.23m, 485.23m,
            [Line("100", "Uurloon 40 uren", ComponentKind.BasePay, PaySection.Gross, 600m), Line("120", "Overuren", ComponentKind.Overtime, PaySection.Gross, 40.20m)]),
        ["holiday-pay"] = Bakkerij("holiday-pay", "2026-05-01", "2026-05-31", "2026-05-29", 2500.00m, 326.75m, 780.40m, 3042.85m, 3042.85m,
            [Pay(2500.00m), Line("2300", "Dubbel vakantiegeld", ComponentKind.HolidayPayDouble, PaySection.TaxableExtras, 1650m)]) with
        { TaxableExtras = Euro.Of(1650m) },
        ["year-end-premium"] = Bakkerij("year-end-premium", "2025-12-01", "2025-12-31", "2025-12-18", 2400.00m, 313.68m, 838.52m, 1247.80m, 1247.80m,
            [Line("2100", "Eindejaarspremie", ComponentKind.YearEndPremium, PaySection.Gross, 2400m)]),
        ["seizure"] = Zorg("seizure", "2026-08-01", "2026-08-31", "2026-08-31", 2350.00m, 307.15m, 198.30m, 1844.55m, 1532.15m,
            [Pay(2350.00m), Line("8100", "Loonbeslag", ComponentKind.Seizure, PaySection.Deductions, 312.40m)]) with
        { Deductions = Euro.Of(312.40m) },
        ["advance"] = Zorg("advance", "2026-07-01", "2026-07-31", "2026-07-31", 2350.00m, 307.15m, 198.30m, 1844.55m, 1444.55m,
            [Pay(2350.00m), Line("8000", "Voorschot 15/07", ComponentKind.Advance, PaySection.Deductions, 400m)]) with
        { Deductions = Euro.Of(400m) },
        ["correction"] = Bakkerij("correction", "2026-10-01", "2026-10-31", "2026-11-06", 2620.00m, 342.43m, 262.90m, 2014.67m, 2056.67m,
            [Pay(2500.00m), Line("1200", "Overuren", ComponentKind.Overtime, PaySection.Gross, 120m), Commuting]) with
        { UntaxedExtras = Euro.Of(42m), Corrects = Examples.Container + "plain-month.ttl" },
        ["negative-correction"] = Zorg("negative-correction", "2026-08-01", "2026-08-31", "2026-09-30", -150.00m, -19.61m, -31.20m, -99.19m, -99.19m, [Pay(-150.00m, "Terugname dag te veel")]),
        ["eco-cheque"] = Bakkerij("eco-cheque", "2026-06-01", "2026-06-30", "2026-06-30", 2500.00m, 326.75m, 245.12m, 1928.13m, 1928.13m,
            [Pay(2500.00m), Line("6200", "Ecocheques", ComponentKind.EcoCheque, PaySection.InKind, 250m)]),
        ["interim-week"] = Slip("interim-week", Agency, "Vlugwerk Interim NV", "2026-10-05", "2026-10-11", "2026-10-16", 612.40m, 80.04m, 59.25m, 473.11m, 473.11m,
            [Line("001", "Gewerkte uren", ComponentKind.BasePay, PaySection.Gross, 612.40m)]),
        ["part-month"] = Zorg("part-month", "2026-09-14", "2026-09-30", "2026-09-30", 1331.82m, 174.07m, 36.15m, 1121.60m, 1121.60m, [Pay(1331.82m)]),
        ["student"] = Bakkerij("student", "2026-07-06", "2026-07-17", "2026-07-31", 800.00m, 21.68m, 0m, 778.32m, 778.32m, [Pay(800.00m, "Studentenloon")]),
        ["older-spelling"] = Bakkerij("older-spelling", "2026-10-01", "2026-10-31", "2026-10-30", 2500.00m, 326.75m, 245.12m, 1928.13m, 1928.13m, [Pay(2500.00m)]),
        ["worker"] = Bakkerij("worker", "2026-04-01", "2026-04-30", "2026-05-05", 2150.00m, 303.49m, 160.10m, 1686.41m, 1686.41m,
            [Line("1000", "Uurloon 152 uren", ComponentKind.BasePay, PaySection.Gross, 2150.00m)]),
        ["clerk"] = Zorg("clerk", "2026-04-01", "2026-04-30", "2026-04-30", 2800.00m, 365.96m, 352.70m, 2081.34m, 2059.54m,
            [Line("1000", "Maandloon", ComponentKind.BasePay, PaySection.Gross, 2800.00m),
                Line("6100", "Maaltijdcheques, 20 dagen", ComponentKind.MealVoucher, PaySection.InKind, 138.20m),
                Line("8200", "Eigen deel maaltijdcheques", ComponentKind.Other, PaySection.Deductions, 21.80m)]) with
        { Deductions = Euro.Of(21.80m) },
        ["two-periods-first-half"] = Bakkerij("two-periods-first-half", "2026-03-01", "2026-03-15", "2026-03-16", 1100.00m, 143.77m, 40.00m, 916.23m, 916.23m,
            [Line("1000", "Loon 1-15", ComponentKind.BasePay, PaySection.Gross, 1100.00m)]),
        ["two-periods-second-half"] = Bakkerij("two-periods-second-half", "2026-03-16", "2026-03-31", "2026-03-31", 1180.00m, 154.23m, 48.20m, 977.57m, 977.57m,
            [Line("1000", "Loon 16-31", ComponentKind.BasePay, PaySection.Gross, 1180.00m)]),
        ["across-two-months"] = Slip("across-two-months", Agency, "Vlugwerk Interim NV", "2026-09-16", "2026-10-15", "2026-10-20", 1600.00m, 209.12m, 91.30m, 1299.58m, 1299.58m,
            [Line("001", "Gewerkte uren", ComponentKind.BasePay, PaySection.Gross, 1600.00m)]),
        ["flexi-job"] = Bakkerij("flexi-job", "2026-02-01", "2026-02-28", "2026-03-02", 516.82m, 0.00m, 0.00m, 516.82m, 516.82m,
            [Line("1000", "Flexiloon, flexivakantiegeld inbegrepen", ComponentKind.BasePay, PaySection.Gross, 516.82m)]),
        ["artist"] = Slip("artist", Agency, "Vlugwerk Interim NV", "2026-06-20", "2026-06-20", "2026-07-03", 300.00m, 39.21m, 28.97m, 231.82m, 231.82m,
            [Line("001", "Taakloon optreden", ComponentKind.BasePay, PaySection.Gross, 300.00m)]),
        ["article-60"] = Slip("article-60", Ocmw, "OCMW Lindeke", "2026-10-01", "2026-10-31", "2026-10-30", 2112.30m, 276.07m, 71.40m, 1764.83m, 1764.83m,
            [Line("1000", "Maandloon", ComponentKind.BasePay, PaySection.Gross, 2112.30m)]),
        ["severance"] = Zorg("severance", "2026-01-01", "2026-01-31", "2026-01-30", 4200.00m, 548.94m, 1212.00m, 2439.06m, 2439.06m,
            [Line("3000", "Opzeggingsvergoeding 6 weken", ComponentKind.Severance, PaySection.Gross, 4200.00m)]),
        ["arrears"] = Bakkerij("arrears", "2026-02-01", "2026-02-28", "2026-02-27", 2680.00m, 350.28m, 270.15m, 2059.57m, 2059.57m,
            [Line("1000", "Maandloon", ComponentKind.BasePay, PaySection.Gross, 2500.00m),
                Line("1500", "Achterstallig loon januari", ComponentKind.Arrears, PaySection.Gross, 180.00m)]),
        ["union-premium"] = Zorg("union-premium", "2025-11-01", "2025-11-30", "2025-11-28", 2350.00m, 307.15m, 198.30m, 1844.55m, 2025.95m,
            [Line("1000", "Maandloon", ComponentKind.BasePay, PaySection.Gross, 2350.00m),
                Line("4500", "Woon-werkverkeer", ComponentKind.Commuting, PaySection.UntaxedExtras, 36.40m),
                Line("6500", "Syndicale premie", ComponentKind.UnionPremium, PaySection.UntaxedExtras, 145.00m)]) with
        { UntaxedExtras = Euro.Of(181.40m) },
        ["fine-and-expenses"] = Zorg("fine-and-expenses", "2025-10-01", "2025-10-31", "2025-10-31", 2350.00m, 307.15m, 198.30m, 1844.55m, 1879.55m,
            [Line("1000", "Maandloon", ComponentKind.BasePay, PaySection.Gross, 2350.00m),
                Line("4600", "Werkkledij", ComponentKind.Expense, PaySection.UntaxedExtras, 60.00m),
                Line("8300", "Boete arbeidsreglement", ComponentKind.Fine, PaySection.Deductions, 25.00m)]) with
        { UntaxedExtras = Euro.Of(60.00m), Deductions = Euro.Of(25.00m) },
        ["company-car"] = Zorg("company-car", "2025-09-01", "2025-09-30", "2025-09-30", 2800.00m, 365.96m, 409.10m, 2160.14m, 2024.94m,
            [Line("1000", "Maandloon", ComponentKind.BasePay, PaySection.Gross, 2800.00m),
                Line("2500", "Voordeel bedrijfswagen", ComponentKind.CompanyCar, PaySection.TaxableExtras, 135.20m),
                Line("8500", "Voordeel bedrijfswagen", ComponentKind.CompanyCar, PaySection.Deductions, 135.20m)]) with
        { TaxableExtras = Euro.Of(135.20m), Deductions = Euro.Of(135.20m) },
        ["single-holiday-pay"] = Zorg("single-holiday-pay", "2025-08-01", "2025-08-31", "2025-08-29", 2350.00m, 307.15m, 198.30m, 1844.55m, 1844.55m,
            [Line("1000", "Maandloon", ComponentKind.BasePay, PaySection.Gross, 1350.00m),
                Line("1300", "Enkel vakantiegeld 10 dagen", ComponentKind.HolidayPaySingle, PaySection.Gross, 1000.00m)]),
        ["bonus"] = Bakkerij("bonus", "2026-01-01", "2026-01-31", "2026-01-30", 2800.00m, 365.96m, 371.04m, 2063.00m, 2063.00m,
            [Line("1000", "Maandloon", ComponentKind.BasePay, PaySection.Gross, 2500.00m),
                Line("2200", "Resultaatspremie", ComponentKind.Bonus, PaySection.Gross, 300.00m)]),
        ["moments-as-oslo"] = Bakkerij("moments-as-oslo", "2026-03-01", "2026-03-31", "2026-03-31", 2500.00m, 326.75m, 245.12m, 1928.13m, 1928.13m,
            [Line("1000", "Maandloon", ComponentKind.BasePay, PaySection.Gross, 2500.00m)]),
    };

    private static Loonfiche Bakkerij(string name, string from, string to, string paid, decimal gross, decimal rsz, decimal tax, decimal net, decimal netPaid, PayLine[] lines) =>
        Slip(name, Bakery, "Bakkerij De Korenaar BV", from, to, paid, gross, rsz, tax, net, netPaid, lines);

    private static Loonfiche Zorg(string name, string from, string to, string paid, decimal gross, decimal rsz, decimal tax, decimal net, decimal netPaid, PayLine[] lines) =>
        Slip(name, Care, "Zorgbedrijf Lindeke VZW", from, to, paid, gross, rsz, tax, net, netPaid, lines);

    private static Loonfiche Slip(string name, KboNumber employer, string employerName, string from, string to, string paid, decimal gross, decimal rsz, decimal tax, decimal net, decimal netPaid, PayLine[] lines) => new()
    {
        Id = Examples.Container + name + ".ttl",
        Employer = employer,
        EmployerName = employerName,
        Worker = Anna,
        PeriodFrom = Day(from),
        PeriodTo = Day(to),
        PaidOn = Day(paid),
        Gross = Euro.Of(gross),
        SocialSecurity = Euro.Of(rsz),
        WithholdingTax = Euro.Of(tax),
        Nettoloon = Euro.Of(net),
        NetPaid = Euro.Of(netPaid),
        Lines = lines,
    };
}
