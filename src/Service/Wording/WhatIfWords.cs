using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>What a curve of wages says, for the person it is about (level B1) and for the social worker.</summary>
internal static class WhatIfWords
{
    public static string Mark(Keerpunt mark, Loonkromme curve, bool forCitizen)
    {
        var days = mark.Dagen is [var only] && only == new Periode(curve.Maand.FirstDay, curve.Maand.LastDay) ? "" : $" ({string.Join("; ", mark.Dagen.Select(period => Dates.Words(period.Van, period.Tot)))})";
        var (until, from, loss) = (Amounts.Words(mark.Net.Loon), Amounts.Words(mark.Vanaf.Loon), Amounts.Words(mark.Sprong));
        return mark.Soort switch
        {
            Keerpuntsoort.VrijstellingOp when forCitizen => $"Tot {until} telt uw loon niet mee. Dat is uw vrijstelling (art. 35){days}.",
            Keerpuntsoort.VrijstellingOp => $"Tot {until} loon is alles vrijgesteld (art. 35 KB){days}.",
            Keerpuntsoort.AlgemeneVrijstellingOp when forCitizen => $"Tot {until} houdt u uw volle leefloon. Verdient u meer, dan gaat er van elke euro loon één euro van uw leefloon af{days}.",
            Keerpuntsoort.AlgemeneVrijstellingOp => $"Tot {until} loon blijft het leefloon wat het is: de algemene vrijstelling van {Amounts.Words(Euro.Of(mark.PerJaar!.Value))} per jaar (art. 22 §2 KB) is dan op. Daarboven daalt het leefloon met elke euro loon{days}.",
            Keerpuntsoort.AlgemeneVrijstellingWeg when forCitizen => $"Vanaf {from} loon valt een kleine vrijstelling in één keer weg (art. 22 §2). U krijgt dan ineens {loss} minder{days}.",
            Keerpuntsoort.AlgemeneVrijstellingWeg => $"Vanaf {from} loon zijn de middelen niet lager dan het bedrag van de categorie: de algemene vrijstelling van {Amounts.Words(Euro.Of(mark.PerJaar!.Value))} per jaar (art. 22 §2 KB) valt in één keer weg. Dat kost {loss} in deze maand{days}.",
            _ when forCitizen => $"Vanaf {from} loon krijgt u geen leefloon meer.",
            _ => $"Vanaf {from} loon is er geen leefloon meer.",
        };
    }

    public static string Answer(Loonverschil answer, bool forCitizen)
    {
        var (income, leefloon, total) = (answer.Verschil.Loon, answer.Verschil.Leefloon, answer.Verschil.Totaal);
        var you = forCitizen ? "u" : "de persoon";
        return $"Met {MoreOrLess(income)} loon krijgt {you} {(leefloon == Euro.Zero ? "evenveel leefloon" : MoreOrLess(leefloon) + " leefloon")}. "
            + $"Loon en leefloon samen: {(total == Euro.Zero ? "evenveel als nu" : MoreOrLess(total))}.";
    }

    private static string MoreOrLess(Euro amount) => amount < Euro.Zero ? $"{Amounts.Words(-amount)} minder" : $"{Amounts.Words(amount)} meer";
}
