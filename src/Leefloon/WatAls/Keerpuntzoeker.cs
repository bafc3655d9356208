using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Zoekt de keerpunten van een kromme, op de cent, met de berekening zelf.</summary>
/// <remarks>
/// Meer loon doet de middelen van elk tijdvak stijgen of gelijk blijven, en de tijdvakken zelf hangen niet van het bedrag af. Wat
/// eenmaal waar is blijft bij meer loon dus waar, en halveren vindt de eerste cent. Een formule zou hetzelfde nog eens zeggen, en
/// ooit anders.
/// </remarks>
internal static class Keerpuntzoeker
{
    public static IReadOnlyList<Keerpunt> Van(Geval geval)
    {
        var nul = WatAls.Resultaat(geval, Euro.Zero);
        if (nul.Segmenten.Count == 0)
        {
            return [];
        }

        // Het loon op maandbasis is minstens het loon van de maand: bij dit loon heeft elk gedekt tijdvak zijn bedrag bereikt.
        var hoogste = Euro.Of(decimal.Ceiling(nul.Segmenten.Max(segment => (segment.BedragPerJaar / 12) + segment.VrijstellingPerMaand)));
        var gevonden = nul.Segmenten.SelectMany((segment, nummer) => VanSegment(geval, nummer, segment, hoogste)).ToList();
        if (nul.Bedrag > Euro.Zero && Eerste(hoogste, loon => WatAls.Resultaat(geval, loon).Bedrag == Euro.Zero) is { } einde)
        {
            gevonden.Add(Op(geval, Keerpuntsoort.LeefloonEindigt, einde, null, [.. nul.Segmenten.Select(Dagen)]));
        }

        return
        [
            .. gevonden.GroupBy(keerpunt => (keerpunt.Vanaf.Loon, keerpunt.Soort)).OrderBy(samen => samen.Key.Loon).ThenBy(samen => samen.Key.Soort)
                .Select(samen => samen.First() with { Dagen = [.. samen.SelectMany(keerpunt => keerpunt.Dagen)] }),
        ];
    }

    private static IEnumerable<Keerpunt> VanSegment(Geval geval, int nummer, Segment zonderLoon, Euro hoogste)
    {
        Segment Bij(Euro loon) => WatAls.Resultaat(geval, loon).Segmenten[nummer];
        Periode[] dagen = [Dagen(zonderLoon)];
        if (Bij(hoogste).LoonPerMaand == 0)
        {
            // Deze dagen dekt geen enkele loonperiode: loon verandert er niets aan.
            yield break;
        }

        var vrijstelling = zonderLoon.VrijstellingPerMaand;
        if (vrijstelling > 0 && Eerste(hoogste, loon => Bij(loon).LoonPerMaand > vrijstelling) is { } op)
        {
            yield return Op(geval, Keerpuntsoort.VrijstellingOp, op, vrijstelling * 12, dagen);
        }

        // Al bij nul loon kan iets anders ze hebben opgebruikt of doen wegvallen; dan is er geen keerpunt.
        var algemeen = zonderLoon.AlgemeneVrijstellingPerJaar;
        if (algemeen > 0 && zonderLoon.BestaansmiddelenPerJaar <= algemeen && Eerste(hoogste, loon => Bij(loon).BestaansmiddelenPerJaar > algemeen) is { } verbruikt)
        {
            yield return Op(geval, Keerpuntsoort.AlgemeneVrijstellingOp, verbruikt, algemeen, dagen);
        }

        if (algemeen > 0 && Eerste(hoogste, loon => Bij(loon).AlgemeneVrijstellingPerJaar == 0) is { } weg)
        {
            yield return Op(geval, Keerpuntsoort.AlgemeneVrijstellingWeg, weg, algemeen, dagen);
        }
    }

    private static Keerpunt Op(Geval geval, Keerpuntsoort soort, Euro loon, decimal? perJaar, IReadOnlyList<Periode> dagen) =>
        new(soort, WatAls.Bij(geval, loon - Euro.FromCents(1)), WatAls.Bij(geval, loon), perJaar, dagen);

    private static Periode Dagen(Segment segment) => new(segment.Van, segment.Tot);

    /// <summary>Het laagste loon, boven nul, waarbij iets waar is; null waar het dat bij het hoogste nog niet is.</summary>
    private static Euro? Eerste(Euro hoogste, Func<Euro, bool> waar)
    {
        var (niet, wel) = (0L, hoogste.Cents);
        if (!waar(hoogste))
        {
            return null;
        }

        while (wel - niet > 1)
        {
            var midden = (niet + wel) / 2;
            (niet, wel) = waar(Euro.FromCents(midden)) ? (niet, midden) : (midden, wel);
        }

        return Euro.FromCents(wel);
    }
}
