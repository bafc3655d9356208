// Art. 14 §2 RMI-wet (strekking): het bedrag van het leefloon wordt verminderd met de bestaansmiddelen van de aanvrager,
// berekend volgens titel II, hoofdstuk II. Gelezen bij actualitesdroitbelge.be (art. 14).
// De berekening gebeurt op jaarbasis en wordt daarna omgezet naar de dagen waarop ze slaat (mi-is.be, veelgestelde vragen 2015).
//
// Twijfel: of een maand 30 dagen telt of haar dagen van de kalender zegt die bron niet. Hier: de kalender (contract calculate),
// tenzij een OCMW dertig dagen kiest (Beleid.Dagbasis).
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

internal static class Art14Par2Leefloon
{
    /// <summary>Het leefloon op jaarbasis: het bedrag van de categorie min de middelen die na art. 22 §2 overblijven, nooit minder dan nul.</summary>
    public static (Breuk Waarde, Stap Stap) PerJaar(Stap categoriebedrag, Breuk bedrag, Stap bestaansmiddelen, Breuk middelen, AlgemeneVrijstelling vrijstelling)
    {
        if (middelen >= bedrag)
        {
            return (Breuk.Nul, Stap.Knoop(Zinnen.LeefloonGeen.Met(middelen, bedrag), Wetsartikel.Rmi14Par2, Breuk.Nul, Eenheid.EuroPerJaar, [categoriebedrag, bestaansmiddelen, vrijstelling.Stap]));
        }

        var aftrek = Breuk.Max(Breuk.Nul, middelen - vrijstelling.PerJaar);
        var leefloon = bedrag - aftrek;
        var zin = aftrek.IsNul ? Zinnen.LeefloonVolledig.Met(leefloon) : Zinnen.LeefloonAftrek.Met(bedrag, middelen, vrijstelling.PerJaar, leefloon);
        return (leefloon, Stap.Knoop(zin, Wetsartikel.Rmi14Par2, leefloon, Eenheid.EuroPerJaar, [categoriebedrag, bestaansmiddelen, vrijstelling.Stap]));
    }

    /// <summary>Wat een tijdvak bijdraagt tot de maand: het jaarbedrag / 12, voor zijn dagen op de dagen van de maand.</summary>
    public static (Breuk Waarde, Stap Stap) Aandeel(Geval geval, Tijdvak tijdvak, Breuk leefloonPerJaar, Stap stap)
    {
        var maand = geval.Maand;
        var basis = geval.Beleid.Dagbasis;
        var (dagenVanTijdvak, dagenVanMaand) = (Dagtelling.Van(Maanddagen.Van(maand, tijdvak.Van, tijdvak.Tot), maand, basis), Dagtelling.VanDeMaand(maand, basis));
        var aandeel = leefloonPerJaar / 12 * dagenVanTijdvak / dagenVanMaand;
        var tijd = new Periode(tijdvak.Van, tijdvak.Tot);
        var dagen = Stap.Blad(Zinnen.DagenMetRecht.Met(tijd, tijdvak.Dagen), Wetsartikel.Rmi14Par2, tijdvak.Dagen, Eenheid.Dagen, $"verklaring: recht op leefloon {Recht(geval.Recht, tijdvak)}");
        return tijdvak.Dagen == maand.Days
            ? (aandeel, Stap.Knoop(Zinnen.AandeelHeleMaand.Met(leefloonPerJaar, aandeel), Wetsartikel.Rmi14Par2, aandeel, Eenheid.EuroPerMaand, [stap, dagen]))
            : (aandeel, Stap.Knoop(Zinnen.AandeelDeel.Met(tijd, leefloonPerJaar, dagenVanTijdvak, dagenVanMaand, aandeel), Wetsartikel.Rmi14Par2, aandeel, Eenheid.EuroPerMaand,
                [stap, dagen, Beleidskeuze.Dagbasis(geval.Beleid)]));
    }

    /// <summary>De perioden met recht waarin het tijdvak ligt.</summary>
    private static string Recht(IReadOnlyList<Periode> recht, Tijdvak tijdvak) => recht.Count == 1
        ? Nl.Periode(recht[0])
        : string.Join(" en ", recht.Where(p => p.Overlapt(new Periode(tijdvak.Van, tijdvak.Tot))).OrderBy(p => p.Van).Select(Nl.Periode));

    /// <summary>De som van de tijdvakken, nog niet afgerond.</summary>
    public static Breuk Som(IEnumerable<Breuk> aandelen) => aandelen.Aggregate(Breuk.Nul, (links, rechts) => links + rechts);

    /// <summary>Het resultaat, hier en nergens anders afgerond op de cent, met zijn tijdvakken en de teller van de vrijstelling.</summary>
    public static Stap VanDeMaand(Maand maand, Breuk som, IReadOnlyList<Stap> tijdvakken, Stap? teller)
    {
        IReadOnlyList<Stap> uit = tijdvakken.Count > 0
            ? tijdvakken
            : [Stap.Blad(Zinnen.DagenMetRechtGeen.Met(maand), Wetsartikel.Rmi14Par2, Breuk.Nul, Eenheid.Dagen, "verklaring: perioden met recht op leefloon")];
        var bedrag = som.OpDeCent.Amount;
        var zin = tijdvakken.Count == 0 ? Zinnen.MaandZonderRecht.Met(maand)
            : bedrag == 0 ? Zinnen.MaandNul.Met(maand)
            : tijdvakken.Count == 1 ? Zinnen.MaandEenTijdvak.Met(maand, bedrag)
            : Zinnen.MaandTijdvakken.Met(maand, bedrag, tijdvakken.Count);
        return Stap.Knoop(zin, Wetsartikel.Rmi14Par2, bedrag, Eenheid.EuroPerMaand, teller is null ? uit : [.. uit, teller]);
    }
}
