using System.Globalization;

namespace SolidLoonfiches.Leefloon;

/// <summary>Leest een tabel van het barema: kolommen gescheiden door <c>|</c>, de eerste rij de titels, <c>#</c> commentaar.</summary>
internal static class Barematabel
{
    public static IReadOnlyList<Jaarbedragen> Jaarbedragen { get; } = [.. Rijen("jaarbedragen", 14).Select(LeesJaarbedragen)];

    public static IReadOnlyList<Vrijstellingsbedragen> Vrijstellingen { get; } = [.. Rijen("vrijstellingen", 10).Select(LeesVrijstelling)];

    private static Jaarbedragen LeesJaarbedragen(string[] cel) => new(Dag(cel[0]), Getal(cel[4]), DagOfNiets(cel[11]), Status(cel[12]), cel[13],
        [Bedrag(cel[1]), Bedrag(cel[2]), Bedrag(cel[3])], [Bedrag(cel[5]), Bedrag(cel[6]), Bedrag(cel[7])], [Bedrag(cel[8]), Bedrag(cel[9]), Bedrag(cel[10])]);

    private static Vrijstellingsbedragen LeesVrijstelling(string[] cel) => new(Dag(cel[0]), Getal(cel[1]), DagOfNiets(cel[7]), Status(cel[8]), cel[9],
        Bedrag(cel[2]), Bedrag(cel[3]), BedragOfNiets(cel[4]), BedragOfNiets(cel[5]), Bedrag(cel[6]));

    private static IEnumerable<string[]> Rijen(string tabel, int kolommen)
    {
        using var stroom = typeof(Barematabel).Assembly.GetManifestResourceStream($"Barema.{tabel}")
            ?? throw new InvalidOperationException($"De tabel {tabel} van het barema ontbreekt in het programma.");
        using var lezer = new StreamReader(stroom);
        var titelsGelezen = false;
        while (lezer.ReadLine() is { } lijn)
        {
            if (lijn.Length == 0 || lijn[0] == '#')
            {
                continue;
            }

            if (!titelsGelezen)
            {
                titelsGelezen = true;
                continue;
            }

            var cellen = lijn.Split('|', StringSplitOptions.TrimEntries);
            yield return cellen.Length == kolommen ? cellen : throw new FormatException($"Barema {tabel}: {kolommen} kolommen verwacht in de rij van {cellen[0]}.");
        }
    }

    private static DateOnly Dag(string cel) => DateOnly.ParseExact(cel, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? DagOfNiets(string cel) => cel == "-" ? null : Dag(cel);

    private static decimal Getal(string cel) => decimal.Parse(cel, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static Baremabedrag Bedrag(string cel) => new(Getal(cel.TrimStart('~')), cel[0] == '~');

    private static Baremabedrag? BedragOfNiets(string cel) => cel == "-" ? null : Bedrag(cel);

    private static BaremaStatus Status(string cel) => cel switch
    {
        "published" => BaremaStatus.Published,
        "derived" => BaremaStatus.Derived,
        "unconfirmed" => BaremaStatus.Unconfirmed,
        _ => throw new FormatException($"Barema: onbekende status '{cel}'."),
    };
}
