// Art. 16 §1 RMI-wet (strekking): in aanmerking komen alle bestaansmiddelen, van welke aard en oorsprong ook, waarover de
// aanvrager beschikt. Loon telt netto, na RSZ en bedrijfsvoorheffing (primabook van de POD MI).
// Wat de werkgever daarna inhoudt telt toch mee: de toestand voor het beslag geldt (Cass. 17-05-1993), en een voorschot is
// loon dat al ontvangen is.
//
// Twijfels, met wat hier geldt:
// - Een loonfiche hoort bij de maand van haar loonperiode, niet bij die van de betaling. Vakantiegeld en eindejaarspremie
//   tellen dus in de maand van de loonfiche waarop ze staan; of men ze mag spreiden is niet bevestigd.
// - Maaltijdcheque (aandeel werkgever), vakbondspremie en bedrijfswagen tellen mee omdat geen tekst ze vrijstelt; de
//   praktijk verschilt. Woon-werkverkeer en onkosten betalen een kost terug en tellen niet mee. Beide geven een waarschuwing.
// - De bijzondere bijdrage voor de sociale zekerheid staat op een loonfiche soms bij de inhoudingen na het nettoloon. Ze gaat
//   dan niet af van de middelen.
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Het loon van de maand, alle werkgevers samen.</summary>
/// <param name="Som">Wat meetelt, nooit minder dan nul.</param>
/// <param name="Gedekt">De dagen die in de loonperiode van een loonfiche liggen.</param>
/// <param name="Fiches">De loonfiches met een dag in de maand.</param>
/// <param name="Stap">De som met haar loonfiches.</param>
internal sealed record Maandloon(Breuk Som, Maanddagen Gedekt, IReadOnlyList<Loon> Fiches, Stap Stap)
{
    public int GedekteDagen => Gedekt.Aantal;
}

internal static class Art16Loon
{
    /// <summary>Soorten die de werkgever inhoudt: ze veranderen de middelen nooit, wat het beleid ook zegt.</summary>
    public static bool VerandertNooit(ComponentKind soort) => soort is ComponentKind.Advance or ComponentKind.Seizure or ComponentKind.Fine;

    public static bool TeltStandaardMee(ComponentKind soort) => soort is not (ComponentKind.Commuting or ComponentKind.Expense);

    /// <summary>Soorten waarvoor geen bron gevonden is die zegt hoe ze tellen.</summary>
    public static bool IsOnbevestigd(ComponentKind soort) =>
        soort is ComponentKind.MealVoucher or ComponentKind.UnionPremium or ComponentKind.CompanyCar or ComponentKind.Commuting or ComponentKind.Expense;

    public static bool TeltMee(Looncomponent component, Beleid beleid) => !component.Inhouding && !VerandertNooit(component.Soort)
        && (beleid.Componenten.TryGetValue(component.Soort, out var keuze) ? keuze : TeltStandaardMee(component.Soort));

    public static Maandloon VanDeMaand(Geval geval)
    {
        var maand = geval.Maand;
        var fiches = new List<Loon>(geval.Lonen.Count);
        var gedekt = default(Maanddagen);
        var som = Breuk.Nul;
        var stappen = new List<Stap>(geval.Lonen.Count);
        foreach (var loon in geval.Lonen)
        {
            var dagen = Maanddagen.Van(maand, loon.Van, loon.Tot);
            if (dagen.Aantal == 0)
            {
                stappen.Add(Buiten(loon, maand));
                continue;
            }

            var (waarde, stap) = Fiche(loon, dagen.Aantal, maand, geval.Beleid);
            som += waarde;
            gedekt |= dagen;
            fiches.Add(loon);
            stappen.Add(stap);
        }

        var negatief = som < Breuk.Nul;
        som = Breuk.Max(Breuk.Nul, som);
        return new Maandloon(som, gedekt, fiches, stappen.Count == 0
            ? Stap.Blad("loonSom", Wetsartikel.Rmi16Par1, Breuk.Nul, Eenheid.EuroPerMaand, "geen loonfiche", () => $"Er is geen loonfiche voor {Nl.Maand(maand)}.")
            : Stap.Knoop("loonSom", Wetsartikel.Rmi16Par1, som, Eenheid.EuroPerMaand, stappen, () => negatief
                ? $"De loonfiches van {Nl.Maand(maand)} samen zijn lager dan nul; er telt 0,00 euro mee."
                : $"De loonfiches van {Nl.Maand(maand)} samen: {Nl.Euro(som)}."));
    }

    /// <summary>Het loon op jaarbasis, na art. 35.</summary>
    public static (Breuk PerJaar, Stap Stap) PerJaar(Geval geval, Breuk loon, Stap loonstap, Vrijstellingsdag vrijstelling, Vrijstellingsbedragen rij)
    {
        if (loon.IsNul)
        {
            return (Breuk.Nul, Stap.Knoop("loonPerJaar", Wetsartikel.Rmi16Par1, Breuk.Nul, Eenheid.EuroPerJaar, [loonstap], () => "Er telt geen loon mee; er is dus ook niets vrij te stellen."));
        }

        var (over, stap) = Art35Vrijstelling.Toepassen(geval, loon, loonstap, vrijstelling, rij);
        var perJaar = over * 12;
        return (perJaar, Stap.Knoop("loonPerJaar", Wetsartikel.Rmi16Par1, perJaar, Eenheid.EuroPerJaar, [stap],
            () => $"Het loon dat meetelt, op jaarbasis: 12 × {Nl.Nauwkeurig(over)} = {Nl.Nauwkeurig(perJaar)} euro."));
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

        return Stap.Knoop("bestaansmiddelen", Wetsartikel.Rmi16Par1, som, Eenheid.EuroPerJaar, stappen,
            () => $"De bestaansmiddelen die meetellen{(stappen.Count > 1 ? ", alles samen" : "")}: {Nl.Euro(som)} per jaar.");
    }

    private static (Breuk, Stap) Fiche(Loon loon, int hier, Maand maand, Beleid beleid)
    {
        var som = (Breuk)loon.Nettoloon;
        var stappen = new List<Stap>(loon.Componenten.Count + 1)
        {
            Stap.Blad("nettoloon", Wetsartikel.Rmi16Par1, loon.Nettoloon, Eenheid.Euro, $"loonfiche {loon.Id}, lijn nettoloon",
                () => $"Het nettoloon op de loonfiche is {Nl.Euro(loon.Nettoloon)}."),
        };
        foreach (var component in loon.Componenten)
        {
            var telt = TeltMee(component, beleid);
            som += telt ? component.Bedrag : Breuk.Nul;
            stappen.Add(Component(loon, component, telt, beleid));
        }

        string Wie() => $"Loonfiche van {loon.Werkgever}, {Nl.VanTot(loon.Van, loon.Tot)}";
        var alle = Kalender.AantalDagen(loon.Van, loon.Tot);
        if (alle == hier)
        {
            return (som, Stap.Knoop("loonfiche", Wetsartikel.Rmi16Par1, som, Eenheid.Euro, stappen, () => $"{Wie()}: {Nl.Euro(som)}."));
        }

        var deel = som * hier / alle;
        return (deel, Stap.Knoop("loonfiche", Wetsartikel.Rmi16Par1, deel, Eenheid.Euro, stappen,
            () => $"{Wie()}: {Nl.Euro(som)}, waarvan {hier} van de {Nl.Dagen(alle)} in {Nl.Maand(maand)} liggen: {Nl.Nauwkeurig(deel)} euro."));
    }

    private static Stap Buiten(Loon loon, Maand maand) => Stap.Blad("loonficheBuitenDeMaand", Wetsartikel.Rmi16Par1, Breuk.Nul, Eenheid.Euro, $"loonfiche {loon.Id}, loonperiode",
        () => $"De loonfiche van {loon.Werkgever}, {Nl.VanTot(loon.Van, loon.Tot)}, telt niet mee: haar loonperiode heeft geen dag in {Nl.Maand(maand)}.");

    private static Stap Component(Loon loon, Looncomponent component, bool telt, Beleid beleid)
    {
        var bron = $"loonfiche {loon.Id}, lijn {Naam(component.Soort)}";
        string Wat() => $"{Nl.Zin(Naam(component.Soort))} ({Nl.Euro(component.Bedrag)})";
        var onzeker = IsOnbevestigd(component.Soort) ? "; of dit zo moet is niet bevestigd" : "";
        if (telt)
        {
            return Stap.Blad("looncomponent", Wetsartikel.Rmi16Par1, component.Bedrag, Eenheid.Euro, bron,
                () => $"{Wat()}: telt mee bovenop het nettoloon{(TeltStandaardMee(component.Soort) ? "" : ", door een keuze van het OCMW")}{onzeker}.");
        }

        var reden = component.Inhouding || VerandertNooit(component.Soort)
            ? ": gaat niet af van het loon: de toestand voor de inhouding telt (Cass. 17-05-1993)."
            : beleid.Componenten.ContainsKey(component.Soort) && TeltStandaardMee(component.Soort)
                ? $": telt niet mee, door een keuze van het OCMW{onzeker}."
                : $": telt niet mee, want dit betaalt een kost terug{onzeker}.";
        return Stap.Blad("looncomponentNietMee", Wetsartikel.Rmi16Par1, Breuk.Nul, Eenheid.Euro, bron, () => Wat() + reden);
    }

    private static string Naam(ComponentKind soort) => soort switch
    {
        ComponentKind.BasePay => "loon",
        ComponentKind.EcoCheque => "ecocheques",
        ComponentKind.HolidayPaySingle => "enkel vakantiegeld",
        ComponentKind.HolidayPayDouble => "dubbel vakantiegeld",
        ComponentKind.YearEndPremium => "eindejaarspremie",
        ComponentKind.Bonus => "bonus",
        ComponentKind.Arrears => "achterstallig loon",
        ComponentKind.Overtime => "overuren",
        ComponentKind.Severance => "opzeggingsvergoeding",
        ComponentKind.MealVoucher => "maaltijdcheques",
        ComponentKind.UnionPremium => "vakbondspremie",
        ComponentKind.CompanyCar => "bedrijfswagen",
        ComponentKind.Commuting => "woon-werkverkeer",
        ComponentKind.Expense => "onkostenvergoeding",
        ComponentKind.Advance => "voorschot",
        ComponentKind.Seizure => "loonbeslag",
        ComponentKind.Fine => "boete",
        _ => "ander bedrag",
    };
}
