using System.Numerics;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Een verzameling dagen van één maand: bit 0 is de eerste. Zo is "gedekt en met recht" één bewerking, en tellen ook.</summary>
internal readonly record struct Maanddagen(uint Bits)
{
    public int Aantal => BitOperations.PopCount(Bits);

    /// <summary>De dagen van de maand die in de periode liggen, beide einden inbegrepen; geen waar ze omgekeerd is.</summary>
    public static Maanddagen Van(Maand maand, DateOnly van, DateOnly tot)
    {
        var begin = maand.FirstDay.DayNumber;
        var eerste = Math.Max(van.DayNumber - begin, 0);
        var laatste = Math.Min(tot.DayNumber - begin, maand.Days - 1);
        return eerste > laatste ? default : new((uint.MaxValue << eerste) & (uint.MaxValue >> (31 - laatste)));
    }

    /// <summary>De dagen van de maand die in minstens een van de perioden liggen.</summary>
    public static Maanddagen Van(Maand maand, IReadOnlyList<Periode> perioden)
    {
        var dagen = default(Maanddagen);
        for (var i = 0; i < perioden.Count; i++)
        {
            dagen |= Van(maand, perioden[i].Van, perioden[i].LaatsteDag);
        }

        return dagen;
    }

    /// <summary>Dezelfde dagen in een andere maand: de laatste dag van de ene is het einde van de andere, ook waar ze langer of korter is.</summary>
    public Maanddagen Verplaats(Maand van, Maand naar)
    {
        var binnen = new Maanddagen(Bits & (uint.MaxValue >> (32 - naar.Days)));
        return Bevat(van.Days) ? binnen | Van(naar, naar.FirstDay.AddDays(Math.Min(van.Days, naar.Days) - 1), naar.LastDay) : binnen;
    }

    /// <param name="dag">1 tot 31.</param>
    public static Maanddagen Een(int dag) => new(1u << (dag - 1));

    /// <param name="dag">1 tot 31.</param>
    public bool Bevat(int dag) => (Bits & (1u << (dag - 1))) != 0;

    /// <summary>Opeenvolgende dagen als perioden, in volgorde.</summary>
    public IReadOnlyList<Periode> AlsPerioden(Maand maand)
    {
        if (Bits == 0)
        {
            return [];
        }

        var perioden = new List<Periode>(1);
        for (var dag = 1; dag <= maand.Days; dag++)
        {
            if (Bevat(dag))
            {
                var van = dag;
                while (dag < maand.Days && Bevat(dag + 1))
                {
                    dag++;
                }

                perioden.Add(new Periode(maand.FirstDay.AddDays(van - 1), maand.FirstDay.AddDays(dag - 1)));
            }
        }

        return perioden;
    }

    public static Maanddagen operator |(Maanddagen links, Maanddagen rechts) => new(links.Bits | rechts.Bits);

    public static Maanddagen operator &(Maanddagen links, Maanddagen rechts) => new(links.Bits & rechts.Bits);
}
