using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Wat als er meer of minder loon uit werk is? Dezelfde berekening, met ander loon; er wordt niets benaderd en niets bewaard.</summary>
public static class WatAls
{
    /// <summary>Meer gewone punten leest niemand.</summary>
    private const int MeestePunten = 40;

    /// <summary>Verder dan dit tekent de kromme het huidige loon niet.</summary>
    private const int VerstePunten = 200;

    private static readonly int[] Stappen = [10, 20, 25, 50, 100, 200, 250, 500, 1000];

    /// <summary>De kromme van een geval; null met de reden waar de feiten geen berekening toelaten.</summary>
    public static (Loonkromme? Kromme, Uitkomst.NietTeBerekenen? Fout) Kromme(Geval geval) => AanvullendLeefloon.Bereken(geval) switch
    {
        Uitkomst.Berekend(var nu) => (Kromme(geval, nu), null),
        var geweigerd => (null, (Uitkomst.NietTeBerekenen)geweigerd),
    };

    private static Loonkromme Kromme(Geval geval, Maandresultaat nu)
    {
        var keerpunten = Keerpuntzoeker.Van(geval);
        var huidig = new Loonpunt(Art16Loon.VanDeMaand(geval).Totaal.OpDeCent, nu.Bedrag);
        var nodig = keerpunten is [.., var laatste] ? laatste.Vanaf.Loon.Amount * 11 / 10 : 1000m;
        var stap = Stappen.FirstOrDefault(s => nodig / s <= MeestePunten, Stappen[^1]);
        var aantal = (int)decimal.Ceiling(nodig / stap);
        aantal = huidig.Loon.Amount / stap <= VerstePunten ? Math.Max(aantal, (int)decimal.Ceiling(huidig.Loon.Amount / stap)) : aantal;
        var gewone = Enumerable.Range(0, aantal + 1).Select(n => Bij(geval, Euro.Of(n * stap)));
        return new(geval.Maand, nu.Wetsversie, huidig, Euro.Of(stap),
            [.. gewone.Concat(keerpunten.SelectMany(k => (Loonpunt[])[k.Net, k.Vanaf])).Append(huidig).DistinctBy(punt => punt.Loon).OrderBy(punt => punt.Loon)],
            keerpunten);
    }

    /// <summary>Het antwoord op "wat als ik 200 euro meer verdien?"; null met de reden waar de feiten geen berekening toelaten.</summary>
    /// <param name="geval">De feiten zoals ze zijn.</param>
    /// <param name="meer">Nettoloon in de maand erbij; negatief: minder.</param>
    public static (Loonverschil? Verschil, Uitkomst.NietTeBerekenen? Fout) Meer(Geval geval, Euro meer)
    {
        var ander = HypothetischLoon.Erbij(geval, meer);
        return (AanvullendLeefloon.Bereken(geval), AanvullendLeefloon.Bereken(ander)) switch
        {
            (Uitkomst.Berekend(var oud), Uitkomst.Berekend(var nieuw)) => (new(Punt(geval, oud), Punt(ander, nieuw)), null),
            (Uitkomst.NietTeBerekenen fout, _) => (null, fout),
            (_, var fout) => (null, (Uitkomst.NietTeBerekenen)fout),
        };
    }

    internal static Loonpunt Bij(Geval geval, Euro loon) => new(loon, Resultaat(geval, loon).Bedrag);

    internal static Maandresultaat Resultaat(Geval geval, Euro loon) => AanvullendLeefloon.Bereken(HypothetischLoon.InTotaal(geval, loon)) is Uitkomst.Berekend(var resultaat)
        ? resultaat
        : throw new InvalidOperationException("Een geval dat te berekenen is, is het met ander loon niet.");

    private static Loonpunt Punt(Geval geval, Maandresultaat resultaat) => new(Art16Loon.VanDeMaand(geval).Totaal.OpDeCent, resultaat.Bedrag);
}
