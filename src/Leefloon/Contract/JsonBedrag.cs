namespace SolidLoonfiches.Leefloon;

/// <summary>Leest een JSON-getal als bedrag zonder af te ronden: <c>decimal</c> en vlottende komma laten ver achter de komma cijfers vallen.</summary>
internal static class JsonBedrag
{
    private const long GrootsteAantalCent = 100_000_000_000_000_000;

    /// <summary>Null: meer dan twee decimalen naar waarde, of meer dan 10¹⁵ euro.</summary>
    /// <param name="getal">Een getal volgens de grammatica van RFC 8259 §6.</param>
    public static decimal? Lees(ReadOnlySpan<byte> getal)
    {
        var negatief = getal[0] == (byte)'-';
        var e = getal.IndexOfAny((byte)'e', (byte)'E');
        var cijfers = e < 0 ? getal : getal[..e];
        if (cijfers[(negatief ? 1 : 0)..].IndexOfAnyExcept("0."u8) < 0)
        {
            return 0;
        }

        // Hoeveel cijfers er na de gelezen cijfers nog volgen voor de cent: 2 bij een geheel getal, min de decimalen.
        var komma = cijfers.IndexOf((byte)'.');
        var nullen = 2L + (e < 0 ? 0 : Exponent(getal[(e + 1)..])) - (komma < 0 ? 0 : cijfers.Length - komma - 1);
        var cent = 0L;
        var wachtend = 0L; // nullen die pas tellen als er nog een cijfer volgt, zodat 1.000 geen drie decimalen heeft
        foreach (var teken in cijfers)
        {
            if (teken is < (byte)'0' or > (byte)'9' || (cent == 0 && teken == (byte)'0'))
            {
                continue;
            }

            if (teken == (byte)'0')
            {
                wachtend++;
            }
            else if (Schuif(cent, wachtend + 1) is { } ruimte && ruimte + (teken - '0') <= GrootsteAantalCent)
            {
                cent = ruimte + (teken - '0');
                wachtend = 0;
            }
            else
            {
                return null;
            }
        }

        return nullen + wachtend < 0 || Schuif(cent, nullen + wachtend) is not { } alles ? null : new decimal((int)alles, (int)(alles >> 32), 0, negatief, 2);
    }

    /// <summary>Zoveel plaatsen naar links; null: te groot.</summary>
    private static long? Schuif(long cent, long plaatsen)
    {
        for (; plaatsen > 0 && cent > 0; plaatsen--)
        {
            if (cent > GrootsteAantalCent / 10)
            {
                return null;
            }

            cent *= 10;
        }

        return cent;
    }

    /// <summary>Een exponent van meer dan negen cijfers is hoe dan ook te groot of te klein.</summary>
    private static long Exponent(ReadOnlySpan<byte> tekst)
    {
        var negatief = tekst[0] == (byte)'-';
        var waarde = 0L;
        foreach (var teken in tekst)
        {
            if (teken is >= (byte)'0' and <= (byte)'9' && waarde < 1_000_000_000)
            {
                waarde = (waarde * 10) + (teken - '0');
            }
        }

        return negatief ? -waarde : waarde;
    }
}
