using System.Globalization;

namespace SolidLoonfiches.Leefloon;

/// <summary>Het eerste verschil tussen wat bewaard is en wat er nu uitkomt.</summary>
/// <param name="Pad">Namen van stappen van het resultaat naar de stap, of de plaats in de uitvoer.</param>
/// <param name="Artikel">Van de stap; null buiten de boom.</param>
/// <param name="Bewaard">Wat er stond.</param>
/// <param name="Nu">Wat er nu uitkomt.</param>
internal sealed record Verschil(string Pad, string? Artikel, string Bewaard, string Nu);

internal static class Resultaatvergelijker
{
    private const string Niets = "(geen stap)";

    public static Verschil? Eerste(Uitvoer uitvoer, Maandresultaat nu)
    {
        var bewaard = uitvoer.Result;
        return Stappen(bewaard.Stap, nu.Stap, bewaard.Stap.Naam)
            ?? Veld("result/maand", bewaard.Maand, nu.Maand)
            ?? Veld("result/bedrag", bewaard.Bedrag.Amount, nu.Bedrag.Amount)
            ?? Veld("amount", uitvoer.Amount.Amount, nu.Bedrag.Amount)
            ?? Veld("result/wetsversie", bewaard.Wetsversie, nu.Wetsversie)
            ?? Lijst("result/segmenten", bewaard.Segmenten, nu.Segmenten)
            ?? Veld("result/resterendeDagen", bewaard.ResterendeDagen, nu.ResterendeDagen)
            ?? Lijst("result/verbruikteDagen", bewaard.VerbruikteDagen, nu.VerbruikteDagen)
            ?? Lijst("result/waarschuwingen", bewaard.Waarschuwingen, nu.Waarschuwingen);
    }

    /// <summary>Eerst de stappen waaruit deze volgt: daar begint een verschil.</summary>
    private static Verschil? Stappen(Stap bewaard, Stap nu, string pad)
    {
        if (bewaard.Naam != nu.Naam)
        {
            return new(pad, bewaard.Artikel, Tekst(bewaard), Tekst(nu));
        }

        for (var i = 0; i < Math.Max(bewaard.Uit.Count, nu.Uit.Count); i++)
        {
            var (was, wordt) = (bewaard.Uit.ElementAtOrDefault(i), nu.Uit.ElementAtOrDefault(i));
            var hier = $"{pad}/{Naam(was is null ? nu.Uit : bewaard.Uit, i)}";
            if (was is null || wordt is null)
            {
                return new(hier, (was ?? wordt)!.Artikel, was is null ? Niets : Tekst(was), wordt is null ? Niets : Tekst(wordt));
            }

            if (Stappen(was, wordt, hier) is { } verschil)
            {
                return verschil;
            }
        }

        return bewaard.Waarde == nu.Waarde && bewaard.Eenheid == nu.Eenheid && bewaard.Artikel == nu.Artikel && bewaard.Bron == nu.Bron
            ? null
            : new(pad, bewaard.Artikel, Tekst(bewaard), Tekst(nu));
    }

    /// <summary>Met een nummer waar er meer zo heten: <c>aandeel[2]</c>.</summary>
    private static string Naam(IReadOnlyList<Stap> stappen, int nummer)
    {
        var naam = stappen[nummer].Naam;
        return stappen.Count(stap => stap.Naam == naam) == 1 ? naam : $"{naam}[{stappen.Take(nummer + 1).Count(stap => stap.Naam == naam)}]";
    }

    private static string Tekst(Stap stap) =>
        string.Create(CultureInfo.InvariantCulture, $"{stap.Naam} = {stap.Waarde} {stap.Eenheid}, {stap.Artikel}{(stap.Bron is { } bron ? $", {bron}" : "")}");

    private static Verschil? Lijst<T>(string pad, IReadOnlyList<T> bewaard, IReadOnlyList<T> nu)
        where T : class =>
        Enumerable.Range(0, Math.Max(bewaard.Count, nu.Count))
            .Select(i => Veld($"{pad}[{i + 1}]", bewaard.ElementAtOrDefault(i), nu.ElementAtOrDefault(i)))
            .FirstOrDefault(verschil => verschil is not null);

    private static Verschil? Veld<T>(string pad, T bewaard, T nu) => EqualityComparer<T>.Default.Equals(bewaard, nu)
        ? null
        : new(pad, null, Convert.ToString(bewaard, CultureInfo.InvariantCulture) ?? "", Convert.ToString(nu, CultureInfo.InvariantCulture) ?? "");
}
