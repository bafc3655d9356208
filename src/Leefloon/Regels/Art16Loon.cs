// Art. 16 §1 RMI-wet (strekking): in aanmerking komen alle bestaansmiddelen, van welke aard en oorsprong ook, waarover de
// aanvrager beschikt. Loon telt netto, na RSZ en bedrijfsvoorheffing (primabook van de POD MI).
// Wat de werkgever daarna inhoudt telt toch mee: de toestand voor het beslag geldt (Cass. 17-05-1993), en een voorschot is
// loon dat al ontvangen is.
//
// Twijfels, met wat hier geldt:
// - Een loonfiche hoort bij de maand van haar loonperiode, niet bij die van de betaling. Vakantiegeld en eindejaarspremie
//   tellen dus in de maand van de loonfiche waarop ze staan; of men ze mag spreiden is niet bevestigd (VerschovenLoon).
// - Het loon van een maand staat tegenover het leefloon van dezelfde maand. Geen bron zegt dat uitdrukkelijk; een OCMW kan de
//   maand ervoor kiezen (Beleid.Loonmaand), omdat het loon van een maand pas op haar einde betaald wordt. De dagen van die maand
//   zijn dan dezelfde dagen van deze maand, tot en met de laatste.
// - Maaltijdcheque (aandeel werkgever), vakbondspremie en bedrijfswagen tellen mee omdat geen tekst ze vrijstelt; de
//   praktijk verschilt. Woon-werkverkeer en onkosten betalen een kost terug en tellen niet mee. Beide geven een waarschuwing.
// - De bijzondere bijdrage voor de sociale zekerheid staat op een loonfiche soms bij de inhoudingen na het nettoloon. Ze gaat
//   dan niet af van de middelen.
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Het loon van de maand, alle werkgevers samen.</summary>
/// <param name="Som">Wat meetelt, nooit minder dan nul.</param>
/// <param name="Gedekt">De dagen van deze maand die in de loonperiode van een loonfiche liggen.</param>
/// <param name="GedekteDagen">Hoeveel dagen van de loonmaand dat zijn, in de telling van het beleid.</param>
/// <param name="Dagen">Hoeveel dagen de loonmaand in die telling heeft.</param>
/// <param name="Fiches">De loonfiches met een dag in de loonmaand.</param>
/// <param name="Buiten">Hoeveel loonfiches niets bijdragen.</param>
/// <param name="Stap">De som met haar loonfiches.</param>
/// <param name="Verschoven">Vakantiegeld en premies die het beleid in deze maand legt; telt op elke dag.</param>
/// <param name="VerschovenStap">Null: er zijn er geen.</param>
internal sealed record Maandloon(Breuk Som, Maanddagen Gedekt, int GedekteDagen, int Dagen, IReadOnlyList<Loon> Fiches, int Buiten, Stap Stap, Breuk Verschoven, Stap? VerschovenStap)
{
    public bool DektDeMaand => GedekteDagen == Dagen;

    /// <summary>Alles wat in deze maand als loon meetelt, voor de omrekening.</summary>
    public Breuk Totaal => Som + Verschoven;
}

internal static class Art16Loon
{
    /// <summary>Soorten die de werkgever inhoudt: ze veranderen de middelen nooit, wat het beleid ook zegt.</summary>
    public static bool VerandertNooit(ComponentKind soort) => soort is ComponentKind.Advance or ComponentKind.Seizure or ComponentKind.Fine;

    public static bool TeltStandaardMee(ComponentKind soort) => soort is not (ComponentKind.Commuting or ComponentKind.Expense);

    /// <summary>Soorten waarvoor geen bron gevonden is die zegt hoe ze tellen.</summary>
    public static bool IsOnbevestigd(ComponentKind soort) =>
        soort is ComponentKind.MealVoucher or ComponentKind.UnionPremium or ComponentKind.CompanyCar or ComponentKind.Commuting or ComponentKind.Expense;

    public static bool TeltMee(Looncomponent component, Beleid beleid) => !component.Inhouding && !component.InNettoloon && !VerandertNooit(component.Soort)
        && (beleid.Componenten.TryGetValue(component.Soort, out var keuze) ? keuze : TeltStandaardMee(component.Soort));

    public static Maandloon VanDeMaand(Geval geval)
    {
        var (beleid, maand) = (geval.Beleid, geval.Beleid.LoonmaandVan(geval.Maand));
        var fiches = new List<Loon>(geval.Lonen.Count);
        var gedekt = default(Maanddagen);
        var (som, verschoven) = (Breuk.Nul, Breuk.Nul);
        var stappen = new List<Stap>(geval.Lonen.Count + 1);
        var verschovenStappen = new List<Stap>();
        var (buiten, premies) = (0, false);
        foreach (var loon in geval.Lonen)
        {
            var eerdere = verschovenStappen.Count;
            foreach (var (deel, verschovenStap) in VerschovenLoon.Hier(loon, beleid, maand))
            {
                verschoven += deel;
                verschovenStappen.Add(verschovenStap);
            }

            var dagen = Maanddagen.Van(maand, loon.Van, loon.Tot);
            if (dagen.Aantal == 0)
            {
                if (verschovenStappen.Count == eerdere)
                {
                    stappen.Add(Buiten(loon, maand));
                    buiten++;
                }

                continue;
            }

            premies |= loon.Componenten.Any(component => VerschovenLoon.IsPremie(component.Soort) && (component.InNettoloon || TeltMee(component, beleid)));

            var (waarde, stap) = Fiche(loon, dagen.Aantal, maand, geval.Beleid);
            som += waarde;
            gedekt |= dagen;
            fiches.Add(loon);
            stappen.Add(stap);
        }

        if (fiches.Count > 0)
        {
            stappen.Add(Beleidskeuze.Loonmaand(geval));
        }

        if (premies)
        {
            stappen.Add(Beleidskeuze.Premies(beleid));
        }

        var zin = stappen.Count == 0 ? Zinnen.LoonSomGeen.Met(maand) : som < Breuk.Nul ? Zinnen.LoonSomNegatief.Met(maand) : Zinnen.LoonSom.Met(maand, som);
        som = Breuk.Max(Breuk.Nul, som);
        verschoven = Breuk.Max(Breuk.Nul, verschoven);
        return new Maandloon(som, gedekt.Verplaats(maand, geval.Maand), Dagtelling.Van(gedekt, maand, beleid.Dagbasis), Dagtelling.VanDeMaand(maand, beleid.Dagbasis), fiches, buiten,
            stappen.Count == 0
                ? Stap.Blad(zin, Wetsartikel.Rmi16Par1, Breuk.Nul, Eenheid.EuroPerMaand, "geen loonfiche")
                : Stap.Knoop(zin, Wetsartikel.Rmi16Par1, som, Eenheid.EuroPerMaand, stappen),
            verschoven,
            verschovenStappen.Count == 0 ? null : Stap.Knoop(Zinnen.VerschovenLoon.Met(verschoven), Wetsartikel.Rmi16Par1, verschoven, Eenheid.EuroPerMaand, [.. verschovenStappen, .. premies ? [] : (Stap[])[Beleidskeuze.Premies(beleid)]]));
    }

    /// <summary>Het loon op jaarbasis, na art. 35.</summary>
    public static (Breuk PerJaar, Stap Stap) PerJaar(Geval geval, Breuk loon, Stap loonstap, Vrijstellingsdag vrijstelling, Vrijstellingsbedragen rij)
    {
        if (loon.IsNul)
        {
            return (Breuk.Nul, Stap.Knoop(Zinnen.LoonPerJaarGeen.Met(), Wetsartikel.Rmi16Par1, Breuk.Nul, Eenheid.EuroPerJaar, [loonstap]));
        }

        var (over, stap) = Art35Vrijstelling.Toepassen(geval, loon, loonstap, vrijstelling, rij);
        var perJaar = over * 12;
        return (perJaar, Stap.Knoop(Zinnen.LoonPerJaar.Met(over, perJaar), Wetsartikel.Rmi16Par1, perJaar, Eenheid.EuroPerJaar, [stap]));
    }

    /// <summary>Alle bestaansmiddelen samen, op jaarbasis.</summary>
    public static Stap Middelen(Breuk som, Stap loon, Stap? ander, Stap? samenwonenden)
    {
        List<Stap> stappen = [loon];
        if (ander is not null)
        {
            stappen.Add(ander);
        }

        if (samenwonenden is not null)
        {
            stappen.Add(samenwonenden);
        }

        return Stap.Knoop((stappen.Count > 1 ? Zinnen.BestaansmiddelenSamen : Zinnen.Bestaansmiddelen).Met(som), Wetsartikel.Rmi16Par1, som, Eenheid.EuroPerJaar, stappen);
    }

    private static (Breuk, Stap) Fiche(Loon loon, int hier, Maand maand, Beleid beleid)
    {
        var som = (Breuk)loon.Nettoloon;
        var stappen = new List<Stap>(loon.Componenten.Count + 1)
        {
            Stap.Blad(Zinnen.Nettoloon.Met(loon.Nettoloon), Wetsartikel.Rmi16Par1, loon.Nettoloon, Eenheid.Euro, $"loonfiche {loon.Id}, lijn nettoloon"),
        };
        foreach (var component in loon.Componenten)
        {
            if (VerschovenLoon.IsVerschoven(component, beleid))
            {
                var (elders, stap) = VerschovenLoon.Elders(loon, component);
                som += elders;
                stappen.Add(stap);
                continue;
            }

            if (component.InNettoloon)
            {
                continue;
            }

            var telt = TeltMee(component, beleid);
            som += telt ? component.Bedrag : Breuk.Nul;
            stappen.Add(Component(loon, component, telt, beleid));
        }

        var tijd = new Periode(loon.Van, loon.Tot);
        var alle = Kalender.AantalDagen(loon.Van, loon.Tot);
        if (alle == hier)
        {
            return (som, Stap.Knoop(Zinnen.Loonfiche.Met(loon.Werkgever, tijd, som), Wetsartikel.Rmi16Par1, som, Eenheid.Euro, stappen));
        }

        var deel = som * hier / alle;
        return (deel, Stap.Knoop(Zinnen.LoonficheDeel.Met(loon.Werkgever, tijd, som, hier, alle, maand, deel), Wetsartikel.Rmi16Par1, deel, Eenheid.Euro, stappen));
    }

    private static Stap Buiten(Loon loon, Maand maand) =>
        Stap.Blad(Zinnen.LoonficheBuiten.Met(loon.Werkgever, new Periode(loon.Van, loon.Tot), maand), Wetsartikel.Rmi16Par1, Breuk.Nul, Eenheid.Euro, $"loonfiche {loon.Id}, loonperiode");

    private static Stap Component(Loon loon, Looncomponent component, bool telt, Beleid beleid)
    {
        var (soort, bron) = (component.Soort, $"loonfiche {loon.Id}, lijn {Nl.Naam(component.Soort)}");
        var zin = telt
            ? !TeltStandaardMee(soort) ? Zinnen.ComponentTeltDoorKeuze : IsOnbevestigd(soort) ? Zinnen.ComponentTeltOnbevestigd : Zinnen.ComponentTelt
            : component.Inhouding || VerandertNooit(soort) ? Zinnen.ComponentInhouding
            : !TeltStandaardMee(soort) ? Zinnen.ComponentKost
            : IsOnbevestigd(soort) ? Zinnen.ComponentNietDoorKeuzeOnbevestigd
            : Zinnen.ComponentNietDoorKeuze;
        return Stap.Blad(zin.Met(soort, component.Bedrag), Wetsartikel.Rmi16Par1, telt ? component.Bedrag : Breuk.Nul, Eenheid.Euro, bron);
    }
}
