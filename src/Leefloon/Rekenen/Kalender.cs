using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Dagen tellen.</summary>
internal static class Kalender
{
    /// <summary>Dezelfde dag zoveel maanden later; bestaat die dag niet, dan de eerste van de maand daarna (29 februari: 1 maart).</summary>
    public static DateOnly ZelfdeDagLater(DateOnly dag, int maanden)
    {
        if (dag.Year > 9900)
        {
            return DateOnly.MaxValue;
        }

        var later = dag.AddMonths(maanden);
        return later.Day == dag.Day ? later : later.AddDays(1);
    }

    /// <summary>De dagen van de maand, in volgorde.</summary>
    public static IEnumerable<DateOnly> Dagen(Maand maand) => Enumerable.Range(0, maand.Days).Select(maand.FirstDay.AddDays);

    public static int AantalDagen(DateOnly van, DateOnly tot) => tot.DayNumber - van.DayNumber + 1;

    /// <summary>Hoeveel dagen van de maand in de periode liggen.</summary>
    public static int DagenIn(Maand maand, DateOnly van, DateOnly tot) => Math.Max(0, AantalDagen(Later(van, maand.FirstDay), Vroeger(tot, maand.LastDay)));

    /// <summary>Aantal dagen in minstens een van de perioden, enkel dagen voor <paramref name="grens"/>.</summary>
    public static int AantalDagenVoor(DateOnly grens, IEnumerable<Periode> perioden)
    {
        var aantal = 0;
        var volgende = DateOnly.MinValue;
        foreach (var periode in perioden.OrderBy(p => p.Van))
        {
            var van = Later(periode.Van, volgende);
            var tot = Vroeger(periode.LaatsteDag, grens.AddDays(-1));
            if (van <= tot)
            {
                aantal += AantalDagen(van, tot);
                volgende = tot.AddDays(1);
            }
        }

        return aantal;
    }

    /// <summary>Opeenvolgende dagen als perioden.</summary>
    public static IReadOnlyList<Periode> AlsPerioden(IReadOnlyList<DateOnly> dagen)
    {
        var perioden = new List<Periode>();
        foreach (var dag in dagen)
        {
            if (perioden.Count > 0 && perioden[^1].LaatsteDag.AddDays(1) == dag)
            {
                perioden[^1] = perioden[^1] with { Tot = dag };
            }
            else
            {
                perioden.Add(new Periode(dag, dag));
            }
        }

        return perioden;
    }

    private static DateOnly Later(DateOnly een, DateOnly ander) => een > ander ? een : ander;

    private static DateOnly Vroeger(DateOnly een, DateOnly ander) => een < ander ? een : ander;
}
