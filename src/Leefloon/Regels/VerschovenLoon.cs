// Vakantiegeld en eindejaarspremie: wanneer ze tellen. Art. 16 §1 RMI-wet (strekking): in aanmerking komen de bestaansmiddelen
// waarover de aanvrager beschikt; een schuldvordering telt niet, wat betaald is wel (primabook van de POD MI).
// Een gescrapete kopie van een veelgestelde vraag van mi-is.be (opspdx.org, weinig betrouwbaar), woordelijk: "Aangezien de
// inkomsten in aanmerking worden genomen [over] de hele periode die gedekt wordt door deze manier van werken, wordt de
// spi-vrijstelling eveneens berekend over de hele periode waarin de inkomsten in aanmerking worden genomen."
//
// Twijfels, met wat hier geldt: geen bron zegt of ze in één maand tellen of gespreid worden. De standaard is de loonperiode van
// de loonfiche; een OCMW kan de maand van betaling kiezen, of twaalf maanden vanaf die maand (Beleid.Premies). Een verschoven
// bedrag wordt niet omgerekend en telt op elke dag van de maand; de vrijstelling van art. 35 geldt ook daarop, maar het
// verbruikt zelf geen dagen, want er is niet voor gewerkt. Zit het bedrag in het nettoloon, dan zegt de loonfiche enkel het
// brutobedrag: het deel van het nettoloon wordt in die verhouding geschat (de bedrijfsvoorheffing op zulke bedragen is hoger, dus
// het echte deel is kleiner).
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

internal static class VerschovenLoon
{
    private const int Spreiding = 12;

    public static bool IsPremie(ComponentKind soort) => soort is ComponentKind.HolidayPaySingle or ComponentKind.HolidayPayDouble or ComponentKind.YearEndPremium;

    /// <summary>Of een lijn niet in haar loonperiode telt, maar waar het beleid ze legt.</summary>
    public static bool IsVerschoven(Looncomponent component, Beleid beleid) =>
        beleid.Premies is not Premietelling.InDeLoonperiode && IsPremie(component.Soort) && (component.InNettoloon || Art16Loon.TeltMee(component, beleid));

    /// <summary>Het deel van een verschoven bedrag dat in een loonmaand telt: niets, alles of een twaalfde.</summary>
    public static Breuk Deel(Loon loon, Beleid beleid, Maand loonmaand)
    {
        var betaald = Maand.Of(loon.BetaaldOp);
        var verder = ((loonmaand.Year - betaald.Year) * 12) + loonmaand.Month - betaald.Month;
        return beleid.Premies switch
        {
            Premietelling.InDeMaandVanBetaling when verder == 0 => 1,
            Premietelling.OverTwaalfMaanden when verder is >= 0 and < Spreiding => (Breuk)1 / Spreiding,
            _ => Breuk.Nul,
        };
    }

    /// <summary>Wat van een loonfiche in deze loonmaand telt omdat het beleid het hier legt.</summary>
    public static IEnumerable<(Breuk Waarde, Stap Stap)> Hier(Loon loon, Beleid beleid, Maand loonmaand)
    {
        if (beleid.Premies is Premietelling.InDeLoonperiode || Deel(loon, beleid, loonmaand) is { IsNul: true })
        {
            yield break;
        }

        var deel = Deel(loon, beleid, loonmaand);
        foreach (var component in loon.Componenten.Where(component => IsVerschoven(component, beleid)))
        {
            var waarde = component.Bedrag * deel;
            var zin = (beleid.Premies, component.InNettoloon) switch
            {
                (Premietelling.InDeMaandVanBetaling, false) => Zinnen.VerschovenBetaald.Met(component.Soort, loon.Werkgever, component.Bedrag, loon.BetaaldOp),
                (Premietelling.InDeMaandVanBetaling, true) => Zinnen.VerschovenBetaaldGeschat.Met(component.Soort, loon.Werkgever, component.Bedrag, loon.BetaaldOp),
                (_, false) => Zinnen.VerschovenGespreid.Met(component.Soort, loon.Werkgever, component.Bedrag, loon.BetaaldOp, waarde),
                (_, true) => Zinnen.VerschovenGespreidGeschat.Met(component.Soort, loon.Werkgever, component.Bedrag, loon.BetaaldOp, waarde),
            };
            yield return (waarde, Stap.Blad(zin, Wetsartikel.Rmi16Par1, waarde, Eenheid.Euro, Bron(loon, component)));
        }
    }

    /// <summary>Wat van een loonfiche niet in haar loonperiode telt; negatief waar het uit het nettoloon gaat.</summary>
    public static (Breuk Waarde, Stap Stap) Elders(Loon loon, Looncomponent component)
    {
        var waarde = component.InNettoloon ? -(Breuk)component.Bedrag : Breuk.Nul;
        var zin = component.InNettoloon ? Zinnen.ComponentEldersUitNettoloon : Zinnen.ComponentElders;
        return (waarde, Stap.Blad(zin.Met(component.Soort, component.Bedrag), Wetsartikel.Rmi16Par1, waarde, Eenheid.Euro, Bron(loon, component)));
    }

    private static string Bron(Loon loon, Looncomponent component) => $"loonfiche {loon.Id}, lijn {Nl.Naam(component.Soort)}";
}
