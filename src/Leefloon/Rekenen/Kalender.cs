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

    public static int AantalDagen(DateOnly van, DateOnly tot) => tot.DayNumber - van.DayNumber + 1;

    /// <summary>Aantal dagen in minstens een van de perioden, enkel dagen voor <paramref name="grens"/>.</summary>
    public static int AantalDagenVoor(DateOnly grens, IReadOnlyList<Periode> perioden)
    {
        var aantal = 0;
        var volgende = DateOnly.MinValue;
        var opVolgorde = perioden.Count <= 1 ? perioden : [.. perioden.OrderBy(p => p.Van)];
        for (var i = 0; i < opVolgorde.Count; i++)
        {
            var van = Later(opVolgorde[i].Van, volgende);
            var tot = Vroeger(opVolgorde[i].LaatsteDag, grens.AddDays(-1));
            if (van <= tot)
            {
                aantal += AantalDagen(van, tot);
                volgende = tot.AddDays(1);
            }
        }

        return aantal;
    }

    private static DateOnly Later(DateOnly een, DateOnly ander) => een > ander ? een : ander;

    private static DateOnly Vroeger(DateOnly een, DateOnly ander) => een < ander ? een : ander;
}
