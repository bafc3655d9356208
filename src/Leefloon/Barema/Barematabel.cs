using System.Globalization;

namespace SolidLoonfiches.Leefloon;

/// <summary>Leest een tabel van het barema: kolommen gescheiden door <c>|</c>, de eerste rij de titels, <c>#</c> commentaar.</summary>
internal static class Barematabel
{
    public static IReadOnlyList<Jaarbedragen> Jaarbedragen { get; } = Tabel("jaarbedragen", LeesJaarbedragen);

    public static IReadOnlyList<Vrijstellingsbedragen> Vrijstellingen { get; } = Tabel("vrijstellingen", LeesVrijstellingen);

    /// <exception cref="FormatException">Een rij heeft te veel of te weinig kolommen, of een cel zegt niet wat er hoort.</exception>
    public static IReadOnlyList<Jaarbedragen> LeesJaarbedragen(TextReader tabel) => [.. Rijen(tabel, 14).Select(LeesJaarbedragen)];

    /// <exception cref="FormatException">Een rij heeft te veel of te weinig kolommen, of een cel zegt niet wat er hoort.</exception>
    public static IReadOnlyList<Vrijstellingsbedragen> LeesVrijstellingen(TextReader tabel) => [.. Rijen(tabel, 10).Select(LeesVrijstelling)];

    private static IReadOnlyList<TRij> Tabel<TRij>(string naam, Func<TextReader, IReadOnlyList<TRij>> lees)
    {
        using var stroom = typeof(Barematabel).Assembly.GetManifestResourceStream($"Barema.{naam}")
            ?? throw new InvalidOperationException($"De tabel {naam} van het barema ontbreekt in het programma.");
        using var lezer = new StreamReader(stroom);
        return lees(lezer);
    }

    private static Jaarbedragen LeesJaarbedragen(string[] cel) => new(Dag(cel[0]), Getal(cel[4]), DagOfNiets(cel[11]), Status(cel[12]), cel[13],
        [Bedrag(cel[1]), Bedrag(cel[2]), Bedrag(cel[3])], [Bedrag(cel[5]), Bedrag(cel[6]), Bedrag(cel[7])], [Bedrag(cel[8]), Bedrag(cel[9]), Bedrag(cel[10])]);

    private static Vrijstellingsbedragen LeesVrijstelling(string[] cel) => new(Dag(cel[0]), Getal(cel[1]), DagOfNiets(cel[7]), Status(cel[8]), cel[9],
        Bedrag(cel[2]), Bedrag(cel[3]), BedragOfNiets(cel[4]), BedragOfNiets(cel[5]), Bedrag(cel[6]));

    private static IEnumerable<string[]> Rijen(TextReader tabel, int kolommen)
    {
        var titelsGelezen = false;
        while (tabel.ReadLine() is { } lijn)
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
            yield return cellen.Length == kolommen ? cellen : throw new FormatException($"Barema: {kolommen} kolommen verwacht in de rij van {cellen[0]}.");
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
