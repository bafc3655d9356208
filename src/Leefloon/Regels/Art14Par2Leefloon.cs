// Art. 14 §2 RMI-wet (strekking): het bedrag van het leefloon wordt verminderd met de bestaansmiddelen van de aanvrager,
// berekend volgens titel II, hoofdstuk II. Gelezen bij actualitesdroitbelge.be (art. 14).
// De berekening gebeurt op jaarbasis en wordt daarna omgezet naar de dagen waarop ze slaat (mi-is.be, veelgestelde vragen 2015).
//
// Twijfel: of een maand 30 dagen telt of haar dagen van de kalender zegt die bron niet. Hier: de kalender (contract calculate).
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

internal static class Art14Par2Leefloon
{
    /// <summary>Het leefloon op jaarbasis: het bedrag van de categorie min de middelen die na art. 22 §2 overblijven, nooit minder dan nul.</summary>
    public static (Breuk Waarde, Stap Stap) PerJaar(Stap categoriebedrag, Breuk bedrag, Stap bestaansmiddelen, Breuk middelen, AlgemeneVrijstelling vrijstelling)
    {
        if (middelen >= bedrag)
        {
            return (Breuk.Nul, Stap.Knoop("leefloonPerJaar", Wetsartikel.Rmi14Par2, Breuk.Nul, Eenheid.EuroPerJaar, [categoriebedrag, bestaansmiddelen, vrijstelling.Stap],
                () => $"Er is geen leefloon: de bestaansmiddelen ({Nl.Euro(middelen)} per jaar) zijn niet lager dan het volledige leefloon ({Nl.Euro(bedrag)} per jaar)."));
        }

        var aftrek = Breuk.Max(Breuk.Nul, middelen - vrijstelling.PerJaar);
        var leefloon = bedrag - aftrek;
        return (leefloon, Stap.Knoop("leefloonPerJaar", Wetsartikel.Rmi14Par2, leefloon, Eenheid.EuroPerJaar, [categoriebedrag, bestaansmiddelen, vrijstelling.Stap],
            () => aftrek.IsNul
                ? $"Er gaat niets af van het volledige leefloon: {Nl.Euro(leefloon)} per jaar."
                : $"Het volledige leefloon min wat van de bestaansmiddelen overblijft: {Nl.Nauwkeurig(bedrag)} - ({Nl.Nauwkeurig(middelen)} - {Nl.Nauwkeurig(vrijstelling.PerJaar)}) = {Nl.Nauwkeurig(leefloon)} euro per jaar."));
    }

    /// <summary>Wat een tijdvak bijdraagt tot de maand: het jaarbedrag / 12, voor zijn dagen op de dagen van de maand.</summary>
    public static (Breuk Waarde, Stap Stap) Aandeel(Geval geval, Tijdvak tijdvak, Breuk leefloonPerJaar, Stap stap)
    {
        var maand = geval.Maand;
        var aandeel = leefloonPerJaar / 12 * tijdvak.Dagen / maand.Days;
        var dagen = Stap.Blad("dagenMetRecht", Wetsartikel.Rmi14Par2, tijdvak.Dagen, Eenheid.Dagen,
            $"verklaring: recht op leefloon {Recht(geval.Recht, tijdvak)}",
            () => $"Er is recht op leefloon {Nl.VanTot(tijdvak.Van, tijdvak.Tot)}: {Nl.Dagen(tijdvak.Dagen)} waarop alle feiten dezelfde zijn.");
        return (aandeel, Stap.Knoop(Leefloon.Stap.Aandeel, Wetsartikel.Rmi14Par2, aandeel, Eenheid.EuroPerMaand, [stap, dagen],
            () => tijdvak.Dagen == maand.Days
                ? $"Voor de hele maand: {Nl.Nauwkeurig(leefloonPerJaar)} / 12 = {Nl.Nauwkeurig(aandeel)} euro."
                : $"{Nl.Zin(Nl.VanTot(tijdvak.Van, tijdvak.Tot))}: {Nl.Nauwkeurig(leefloonPerJaar)} / 12, voor {Nl.Dagen(tijdvak.Dagen)} van de {maand.Days}: {Nl.Nauwkeurig(aandeel)} euro."));
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
            : [Stap.Blad("dagenMetRecht", Wetsartikel.Rmi14Par2, Breuk.Nul, Eenheid.Dagen, "verklaring: perioden met recht op leefloon", () => $"Geen enkele dag van {Nl.Maand(maand)} ligt in een periode met recht op leefloon.")];
        var bedrag = som.OpDeCent.Amount;
        return Stap.Knoop("leefloonVanDeMaand", Wetsartikel.Rmi14Par2, bedrag, Eenheid.EuroPerMaand, teller is null ? uit : [.. uit, teller],
            () => tijdvakken.Count == 0 ? $"In {Nl.Maand(maand)} is er geen leefloon, want er is geen dag met recht op leefloon."
            : bedrag == 0 ? $"Voor {Nl.Maand(maand)} is er geen aanvullend leefloon: 0,00 euro."
            : $"Het aanvullend leefloon voor {Nl.Maand(maand)} is {Nl.Euro(bedrag)}" + (tijdvakken.Count == 1 ? ", afgerond op de cent." : $": de som van {tijdvakken.Count} tijdvakken, één keer afgerond op de cent."));
    }
}
