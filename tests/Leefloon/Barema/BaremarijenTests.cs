namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>
/// Elke rij van het barema, een tweede keer overgeschreven uit de bronnen: een tikfout in de tabellen kan hier niet ook staan. Komt
/// er een rij bij, dan komt ze hier ook.
/// </summary>
public sealed class BaremarijenTests
{
    private static readonly (string Vanaf, decimal[] Basis, decimal Coefficient, decimal[] Jaar, decimal[] Maand, string Status, string Bron)[] Leefloon =
    [
        ("2013-09-01", [4955.60m, 7433.40m, 9911.21m], 1.3195m, [6538.91m, 9808.37m, 13077.84m], [544.91m, 817.36m, 1089.82m], "published", "deplalaw"),
        ("2015-09-01", [5054.71m, 7582.07m, 10109.43m], 1.3195m, [6669.69m, 10004.54m, 13339.39m], [555.81m, 833.71m, 1111.62m], "published", "deplalaw"),
        ("2016-04-01", [5155.80m, 7733.71m, 10311.62m], 1.3195m, [6803.08m, 10204.63m, 13606.18m], [566.92m, 850.39m, 1133.85m], "derived", "basisbedragen van 2017-06-01"),
        ("2016-06-01", [5155.80m, 7733.71m, 10311.62m], 1.3459m, [6939.19m, 10408.80m, 13878.41m], [578.27m, 867.40m, 1156.53m], "published", "vilvoorde"),
        ("2017-06-01", [5155.80m, 7733.71m, 10311.62m], 1.3728m, [7077.88m, 10616.84m, 14155.79m], [589.82m, 884.74m, 1179.65m], "published", "ocmwsintniklaas"),
        ("2017-09-01", [5202.20m, 7803.31m, 10404.42m], 1.3728m, [7141.58m, 10712.38m, 14283.19m], [595.13m, 892.70m, 1190.27m], "published", "ocmwbredene"),
        ("2018-07-01", [5202.20m, 7803.31m, 10754.07m], 1.3728m, [7141.58m, 10712.38m, 14763.19m], [595.13m, 892.70m, 1230.27m], "published", "categorie 3 afgeleid"),
        ("2018-09-01", [5202.20m, 7803.31m, 10754.07m], 1.4002m, [7284.12m, 10926.19m, 15057.85m], [607.01m, 910.52m, 1254.82m], "published", "vvsg"),
        ("2019-07-01", [5306.24m, 7959.38m, 10754.07m], 1.4002m, [7429.80m, 11144.72m, 15057.85m], [619.15m, 928.73m, 1254.82m], "published", "centenvoorstudenten"),
        ("2020-01-01", [5371.26m, 8056.92m, 10888.50m], 1.4002m, [7520.84m, 11281.30m, 15246.08m], [626.74m, 940.11m, 1270.51m], "derived", "1,026875"),
        ("2020-03-01", [5371.26m, 8056.92m, 10888.50m], 1.4282m, [7671.23m, 11506.89m, 15550.96m], [639.27m, 958.91m, 1295.91m], "published", "centenvoorstudenten"),
        ("2021-01-01", [5515.62m, 8273.45m, 11181.13m], 1.4282m, [7877.41m, 11816.14m, 15968.89m], [656.45m, 984.68m, 1330.74m], "published", "mi-is.be"),
        ("2021-07-01", [5625.93m, 8438.92m, 11404.75m], 1.4282m, [8034.95m, 12052.47m, 16288.26m], [669.58m, 1004.37m, 1357.36m], "published", "sociaalhuislichtervelde"),
        ("2021-09-01", [5625.93m, 8438.92m, 11404.75m], 1.4568m, [8195.85m, 12293.82m, 16614.44m], [682.99m, 1024.49m, 1384.54m], "derived", "KB 6-8-2021"),
        ("2022-01-01", [5773.18m, 8659.78m, 11703.23m], 1.4859m, [8578.37m, 12867.57m, 17389.83m], [714.86m, 1072.30m, 1449.15m], "derived", "KB 6-8-2021"),
        ("2022-03-01", [5773.18m, 8659.78m, 11703.23m], 1.5157m, [8750.41m, 13125.63m, 17738.59m], [729.20m, 1093.80m, 1478.22m], "published", "viewzconnect"),
        ("2022-05-01", [5773.18m, 8659.78m, 11703.23m], 1.5460m, [8925.34m, 13388.02m, 18093.19m], [743.78m, 1115.67m, 1507.77m], "published", "inforjeunesmons"),
        ("2022-08-01", [5773.18m, 8659.78m, 11703.23m], 1.5769m, [9103.73m, 13655.61m, 18454.82m], [758.64m, 1137.97m, 1537.90m], "published", "bruxelles-j"),
        ("2022-11-01", [5773.18m, 8659.78m, 11703.23m], 1.6084m, [9285.58m, 13928.39m, 18823.48m], [773.80m, 1160.70m, 1568.62m], "published", "vvsg"),
        ("2022-12-01", [5773.18m, 8659.78m, 11703.23m], 1.6406m, [9471.48m, 14207.24m, 19200.32m], [789.29m, 1183.94m, 1600.03m], "published", "inforjeunes"),
        ("2023-01-01", [5920.42m, 8880.64m, 12001.71m], 1.6406m, [9713.04m, 14569.58m, 19690.01m], [809.42m, 1214.13m, 1640.83m], "published", "cpasseraing"),
        ("2023-07-01", [6038.83m, 9058.25m, 12241.74m], 1.6406m, [9907.30m, 14860.96m, 20083.80m], [825.61m, 1238.41m, 1673.65m], "derived", "news.belgium.be 23-12-2022"),
        ("2023-11-01", [6038.83m, 9058.25m, 12241.74m], 1.6734m, [10105.38m, 15158.08m, 20485.33m], [842.12m, 1263.17m, 1707.11m], "published", "bruxelles-j"),
        ("2024-05-01", [6038.83m, 9058.25m, 12241.74m], 1.7069m, [10307.68m, 15461.53m, 20895.43m], [858.97m, 1288.46m, 1741.29m], "published", "bruxelles-j"),
        ("2025-02-01", [6038.83m, 9058.25m, 12241.74m], 1.7410m, [10513.60m, 15770.41m, 21312.87m], [876.13m, 1314.20m, 1776.07m], "published", "cpassivryrance"),
        ("2026-03-01", [6038.83m, 9058.25m, 12241.74m], 1.7758m, [10723.75m, 16085.64m, 21738.88m], [893.65m, 1340.47m, 1811.57m], "derived", "Planbureau"),
        ("2026-10-01", [6038.83m, 9058.25m, 12241.74m], 1.8114m, [10938.74m, 16408.11m, 22174.69m], [911.56m, 1367.34m, 1847.89m], "unconfirmed", "Planbureau"),
    ];

    private static readonly (string Vanaf, decimal? Gewoon, decimal? Student, decimal? MetToelage, decimal? Knelpunt, decimal? Kunstenaar, string Status)[] Vrijstelling =
    [
        ("2008-09-01", 216.69m, 216.69m, 60.44m, null, 2600.27m, "published"),
        ("2011-05-01", 225.44m, 225.44m, 62.88m, null, 2705.22m, "published"),
        ("2012-12-01", 234.55m, 234.55m, 65.42m, null, 2814.65m, "published"),
        ("2016-06-01", 239.25m, 239.25m, 66.73m, null, 2870.97m, "derived"),
        ("2017-06-01", 244.03m, 244.03m, 68.06m, null, 2928.35m, "published"),
        ("2018-09-01", 248.90m, 248.90m, 69.42m, null, 2986.79m, "published"),
        ("2020-03-01", 253.88m, 253.88m, 70.81m, null, 3046.52m, "published"),
        ("2021-09-01", 258.96m, 258.96m, 72.23m, null, 3107.53m, "published"),
        ("2022-01-01", 264.13m, 264.13m, null, null, 3169.60m, "published"),
        ("2022-03-01", 269.43m, 269.43m, null, null, 3233.17m, "derived"),
        ("2022-05-01", 274.82m, 274.82m, null, null, 3297.80m, "derived"),
        ("2022-08-01", 280.31m, 280.31m, null, null, 3363.72m, "derived"),
        ("2022-11-01", 285.91m, 285.91m, null, null, 3430.91m, "published"),
        ("2022-12-01", 291.63m, 291.63m, null, null, 3499.60m, "published"),
        ("2023-11-01", 297.46m, 297.46m, null, 426.30m, 3569.56m, "published"),
        ("2024-05-01", 303.42m, 303.42m, null, 434.83m, 3641.02m, "derived"),
        ("2025-02-01", 309.48m, 309.48m, null, 443.52m, 3713.76m, "published"),
        ("2026-03-01", 315.67m, 315.67m, null, 452.39m, 3787.99m, "derived"),
        ("2026-10-01", 321.99m, 321.99m, null, 461.45m, 3863.93m, "unconfirmed"),
    ];

    [Fact(DisplayName = "art. 14 §1 – elke rij jaarbedragen: datum, basis, coëfficiënt, bedragen, status en bron")]
    public void Art14Par1_ElkeRij() => Assert.Equal(
        Leefloon.Select(rij => $"{rij.Vanaf} {string.Join(' ', rij.Basis)} {rij.Coefficient} {string.Join(' ', rij.Jaar)} {string.Join(' ', rij.Maand)} {rij.Status}"),
        Barematabel.Jaarbedragen.Select(rij => $"{Nl.Iso(rij.Vanaf)} {Waarden(rij.Basis)} {rij.Coefficient} {Waarden(rij.Jaar)} {Waarden(rij.Maand)} {Status(rij)}"));

    [Fact(DisplayName = "art. 14 §1 – elke rij noemt waar ze gelezen is")]
    public void Art14Par1_ElkeBron() => Assert.All(Leefloon.Zip(Barematabel.Jaarbedragen), paar => Assert.Contains(paar.First.Bron, paar.Second.Bron, StringComparison.Ordinal));

    [Fact(DisplayName = "art. 35 – elke rij vrijstellingen: datum, bedragen en status")]
    public void Art35_ElkeRij() => Assert.Equal(
        Vrijstelling.Select(rij => $"{rij.Vanaf} {rij.Gewoon} {rij.Student} {rij.MetToelage} {rij.Knelpunt} {rij.Kunstenaar} {rij.Status}"),
        Barematabel.Vrijstellingen.Select(rij => $"{Nl.Iso(rij.Vanaf)} {rij.Gewoon.Waarde} {rij.Student.Waarde} {rij.StudentMetToelage?.Waarde} {rij.Knelpuntberoep?.Waarde} {rij.KunstenaarPerJaar.Waarde} {Status(rij)}"));

    [Fact(DisplayName = "de dag van bekendmaking staat bij elke rij waarvan ze bekend is")]
    public void Bekendmaking_WaarZeBekendIs()
    {
        Assert.Equal([new DateOnly(2022, 11, 8)], Barematabel.Jaarbedragen.Select(rij => rij.Bekend).OfType<DateOnly>());
        Assert.Equal([new DateOnly(2014, 2, 28), new DateOnly(2022, 11, 8)], Barematabel.Vrijstellingen.Select(rij => rij.Bekend).OfType<DateOnly>());
    }

    private static string Waarden(IEnumerable<Baremabedrag> bedragen) => string.Join(' ', bedragen.Select(bedrag => bedrag.Waarde));

    private static string Status(Baremarij rij) => rij.Status switch
    {
        BaremaStatus.Published => "published",
        BaremaStatus.Derived => "derived",
        _ => "unconfirmed",
    };
}
