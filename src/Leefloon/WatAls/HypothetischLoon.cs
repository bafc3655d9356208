using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Een geval met ander loon, alle andere feiten gelijk.</summary>
/// <remarks>
/// De dagen die nu door loon gedekt zijn blijven gedekt: wie in de helft van de maand werkt, verdient het andere loon in die
/// helft. Is er geen loonfiche, dan is het loon van de hele maand. Het andere loon is nettoloon en telt dus altijd mee.
/// </remarks>
internal static class HypothetischLoon
{
    private const string Id = "wat-als";

    /// <summary>Het loon van de maand is in totaal zoveel.</summary>
    public static Geval InTotaal(Geval geval, Euro loon)
    {
        List<Loon> dagen = [.. Dagen(geval).Select(periode => Van(periode, Euro.Zero))];
        dagen[0] = dagen[0] with { Nettoloon = loon.Amount };
        return geval with { Lonen = dagen };
    }

    /// <summary>Het loon van de maand is zoveel meer.</summary>
    public static Geval Erbij(Geval geval, Euro meer) => geval with { Lonen = [.. geval.Lonen, Van(Dagen(geval)[0], meer)] };

    private static List<Periode> Dagen(Geval geval)
    {
        var loonmaand = geval.Beleid.LoonmaandVan(geval.Maand);
        var (eerste, laatste) = (loonmaand.FirstDay, loonmaand.LastDay);
        List<Periode> dagen =
        [
            .. geval.Lonen.Where(loon => loonmaand.Touches(loon.Van, loon.Tot))
                .Select(loon => new Periode(loon.Van > eerste ? loon.Van : eerste, loon.Tot < laatste ? loon.Tot : laatste)),
        ];
        return dagen.Count > 0 ? dagen : [new Periode(eerste, laatste)];
    }

    private static Loon Van(Periode periode, Euro loon) => new(Id, Id, periode.Van, periode.LaatsteDag, periode.LaatsteDag, loon.Amount, []);
}
