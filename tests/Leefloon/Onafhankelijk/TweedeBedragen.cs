using System.Globalization;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>
/// The dated amounts, typed a second time from the tables of the facts on the law (1.1 and 1.3), apart from the engine's data:
/// a typing error in either shows as a difference. A D behind an amount means derived and not seen published.
/// </summary>
internal static class TweedeBedragen
{
    // Effective from; yearly amount of category 1, 2 and 3.
    private static readonly string[] Jaarbedragen =
    [
        "2013-09-01  6538.91    9808.37   13077.84",
        "2015-09-01  6669.69   10004.54   13339.39",
        "2016-04-01  6803.08D  10204.63D  13606.18D",
        "2016-06-01  6939.19D  10408.80   13878.41D",
        "2017-06-01  7077.88   10616.84   14155.79",
        "2017-09-01  7141.58   10712.38   14283.19",
        "2018-07-01  7141.58   10712.38   14763.19D",
        "2018-09-01  7284.12   10926.19   15057.85",
        "2019-07-01  7429.80   11144.72   15057.85",
        "2020-01-01  7520.84D  11281.30D  15246.08D",
        "2020-03-01  7671.23   11506.89   15550.96",
        "2021-01-01  7877.41   11816.14   15968.89",
        "2021-07-01  8034.95   12052.47   16288.26",
        "2021-09-01  8195.85D  12293.82D  16614.44D",
        "2022-01-01  8578.37D  12867.57D  17389.83D",
        "2022-03-01  8750.41   13125.63   17738.59",
        "2022-05-01  8925.34   13388.02   18093.19",
        "2022-08-01  9103.73   13655.61   18454.82",
        "2022-11-01  9285.58   13928.39   18823.48",
        "2022-12-01  9471.48   14207.24   19200.32D",
        "2023-01-01  9713.04   14569.58   19690.01",
        "2023-07-01  9907.30D  14860.96D  20083.80D",
        "2023-11-01 10105.38   15158.08   20485.33",
        "2024-05-01 10307.68   15461.53   20895.43",
        "2025-02-01 10513.60   15770.41   21312.87",
        "2026-03-01 10723.75D  16085.64D  21738.88D",
    ];

    // Effective from; ordinary and student a month, shortage a month, artist a year.
    private static readonly string[] Vrijstellingen =
    [
        "2012-12-01 234.55  -       2814.65",
        "2016-06-01 239.25D -       2870.97D",
        "2017-06-01 244.03  -       2928.35",
        "2018-09-01 248.90  -       2986.79",
        "2020-03-01 253.88  -       3046.52D",
        "2021-09-01 258.96D -       3107.53D",
        "2022-01-01 264.13  -       3169.60D",
        "2022-03-01 269.43D -       3233.17D",
        "2022-05-01 274.82D -       3297.80D",
        "2022-08-01 280.31D -       3363.72D",
        "2022-11-01 285.91  -       3430.91",
        "2022-12-01 291.63  -       3499.60D",
        "2023-11-01 297.46  426.30  3569.56D",
        "2024-05-01 303.42D 434.83D 3641.02D",
        "2025-02-01 309.48  443.52  3713.76D",
        "2026-03-01 315.67D 452.39D 3787.99D",
    ];

    private static readonly Rij[] PerJaar = [.. Jaarbedragen.Select(Rij.Lees)];
    private static readonly Rij[] PerMaand = [.. Vrijstellingen.Select(Rij.Lees)];

    public static DateOnly Eerste => PerJaar[0].Vanaf;

    public static DateOnly Wetsversie(DateOnly dag) => Geldend(PerJaar, dag).Vanaf;

    public static Bedrag Categorie(DateOnly dag, int categorie) => Geldend(PerJaar, dag).Bedragen[categorie - 1];

    public static Bedrag Gewoon(DateOnly dag) => Geldend(PerMaand, dag).Bedragen[0];

    public static Bedrag Knelpunt(DateOnly dag) => Geldend(PerMaand, dag).Bedragen[1];

    public static Bedrag KunstenaarPerMaand(DateOnly dag)
    {
        var jaar = Geldend(PerMaand, dag).Bedragen[2];
        return jaar with { Waarde = jaar.Waarde / 12 };
    }

    private static Rij Geldend(Rij[] rijen, DateOnly dag) => rijen.Last(rij => rij.Vanaf <= dag);

    internal readonly record struct Bedrag(TweedeBreuk Waarde, bool Afgeleid);

    private sealed record Rij(DateOnly Vanaf, Bedrag[] Bedragen)
    {
        public static Rij Lees(string regel)
        {
            var delen = regel.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return new Rij(
                DateOnly.ParseExact(delen[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                [.. delen.Skip(1).Select(deel => deel == "-" ? default : new Bedrag(TweedeBreuk.Lees(deel.TrimEnd('D')), deel.EndsWith('D')))]);
        }
    }
}
