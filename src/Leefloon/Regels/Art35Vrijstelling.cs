// Art. 35 §1 KB 11-07-2002 (Franse tekst, na KB 25-4-2014 en KB 25-1-2022): « En vue de favoriser l'intégration
// socioprofessionnelle du bénéficiaire du revenu d'intégration qui commence à travailler ou qui entame ou poursuit une formation
// professionnelle, les revenus nets qui en résultent sont pris en considération sous déduction d'un montant maximal de 177,76 EUR
// par mois pour une période totale de trois ans. Le bénéfice de cette immunisation prend cours le premier jour de cette
// activité. Ce bénéfice est suspendu pour les périodes au cours desquelles la personne ne peut plus y prétendre et il peut, le
// cas échéant, être totalisé au cours d'une période se terminant six ans plus tard. »
// §1, sinds 1 januari 2024 (KB 23-11-2023): in een knelpuntberoep drie maanden een hoger bedrag, één keer in een leven.
// §2: jongeren met een geïndividualiseerd project, zonder beperking in de tijd. §3: onregelmatige artistieke activiteit, per jaar.
//
// Twijfels, met wat hier geldt: drie jaar is 1.095 dagen (3 x 365; geen bron gevonden); geteld worden dagen waarop loon en recht
// samenvallen; de drie maanden knelpuntberoep verbruiken ook dagen; na zes jaar komt er geen nieuwe periode; wie geen leefloon
// overhoudt verbruikt niets (mi-is.be: de vrijstelling geldt enkel als er na haar toepassing nog een aanvulling is). Het
// bedrag van de kunstenaar is per jaar; hier telt 1/12 per maand. Voor 2022 gold voor studenten met een studietoelage een
// lager bedrag; het contract kent dat onderscheid niet, dus geldt het bedrag zonder toelage.
using System.Runtime.InteropServices;

namespace SolidLoonfiches.Leefloon;

/// <summary>Waarom een dag al dan niet vrijstelling heeft.</summary>
internal enum Vrijstellingsstand { NietToegekend, NogNietToegekend, ZesJaarVoorbij, DagenVerbruikt, Beschikbaar, BeschikbaarKnelpunt }

/// <summary>De vrijstelling op een dag. <paramref name="DagenOver"/>: wat bij het begin van de dag van de 1.095 over is.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Vrijstellingsdag(Vrijstellingsstand Stand, int DagenOver)
{
    public bool Beschikbaar => Stand is Vrijstellingsstand.Beschikbaar or Vrijstellingsstand.BeschikbaarKnelpunt;
}

/// <summary>De vrijstelling van de hele maand.</summary>
/// <param name="PerDag">Per dag van de maand; in een maand met het beleid <see cref="LoonDeelmaand.Som"/> overal dezelfde.</param>
/// <param name="Verbruikt">De dagen die verbruikt worden, als de maand leefloon oplevert.</param>
/// <param name="DagenVoorheen">Dagen die voor deze maand verbruikt zijn; zegt enkel iets waar er een teller is.</param>
internal sealed record Maandvrijstelling(Vrijstellingsdag[] PerDag, Maanddagen Verbruikt, int DagenVoorheen);

/// <summary>De dagen waarop een vrijstelling begint en eindigt, één keer per maand berekend.</summary>
/// <param name="Begin">Eerste dag; null: niet toegekend.</param>
/// <param name="EindeZesJaar">Eerste dag na de zes jaar; null: die gelden niet, en de 1.095 dagen ook niet.</param>
/// <param name="Knelpunt">Eerste dag van het hogere bedrag, en de eerste dag erna; null: geen knelpuntberoep.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Vrijstellingstermijn(DateOnly? Begin, DateOnly? EindeZesJaar, (DateOnly Van, DateOnly Einde)? Knelpunt)
{
    public static Vrijstellingstermijn Van(Vrijstelling vrijstelling) => vrijstelling.Soort is Vrijstellingssoort.Geen || vrijstelling.EersteToekenning is not { } eerste ? default
        : new(eerste, vrijstelling.HeeftTeller ? Art35Vrijstelling.EindeVanZesJaar(eerste) : null,
            vrijstelling is { Soort: Vrijstellingssoort.Knelpuntberoep, KnelpuntVanaf: { } vanaf } ? (vanaf, Kalender.ZelfdeDagLater(vanaf, 3)) : null);

    /// <param name="dag">Een dag van de maand.</param>
    /// <param name="over">Wat bij het begin van de dag van de 1.095 over is.</param>
    public Vrijstellingsstand Stand(DateOnly dag, int over) => Begin is not { } begin ? Vrijstellingsstand.NietToegekend
        : dag < begin ? Vrijstellingsstand.NogNietToegekend
        : EindeZesJaar is { } einde && dag >= einde ? Vrijstellingsstand.ZesJaarVoorbij
        : EindeZesJaar is not null && over <= 0 ? Vrijstellingsstand.DagenVerbruikt
        : Knelpunt is var (van, tot) && dag >= van && dag < tot ? Vrijstellingsstand.BeschikbaarKnelpunt
        : Vrijstellingsstand.Beschikbaar;
}

internal static class Art35Vrijstelling
{
    /// <summary>Drie jaar, in dagen.</summary>
    public const int AlleDagen = 1095;

    /// <summary>De eerste dag na de zes jaar.</summary>
    public static DateOnly EindeVanZesJaar(DateOnly eersteToekenning) => Kalender.ZelfdeDagLater(eersteToekenning, 72);

    public static Maandvrijstelling VanDeMaand(Geval geval, Maanddagen gedekt, Maanddagen recht)
    {
        var voorheen = Kalender.AantalDagenVoor(geval.Maand.FirstDay, geval.Vrijstelling.Verbruikt);
        var over = Math.Max(0, AlleDagen - voorheen);
        var termijn = Vrijstellingstermijn.Van(geval.Vrijstelling);
        var perDag = new Vrijstellingsdag[geval.Maand.Days];
        var verbruikt = default(Maanddagen);
        var werktMetRecht = gedekt & recht;
        var laatste = new Vrijstellingsdag(Vrijstellingsstand.NietToegekend, over);
        for (var dag = 1; dag <= perDag.Length; dag++)
        {
            var vandaag = new Vrijstellingsdag(termijn.Stand(geval.Maand.FirstDay.AddDays(dag - 1), over), over);
            perDag[dag - 1] = vandaag;
            if (!werktMetRecht.Bevat(dag))
            {
                continue;
            }

            laatste = vandaag;
            if (vandaag.Beschikbaar && geval.Vrijstelling.HeeftTeller)
            {
                verbruikt |= Maanddagen.Een(dag);
                over--;
            }
        }

        if (geval.Beleid.Deelmaand is LoonDeelmaand.Som)
        {
            Array.Fill(perDag, laatste);
        }

        return new Maandvrijstelling(perDag, verbruikt, voorheen);
    }

    /// <summary>Het bedrag per maand van een dag; 0 waar de vrijstelling niet beschikbaar is.</summary>
    public static Breuk PerMaand(Vrijstellingssoort soort, Vrijstellingsdag dag, Vrijstellingsbedragen rij) =>
        !dag.Beschikbaar ? Breuk.Nul
        : soort is Vrijstellingssoort.Kunstenaar ? (Breuk)rij.KunstenaarPerJaar.Waarde / 12
        : Bedrag(soort, dag, rij).Waarde;

    /// <summary>Het bedrag uit het barema waarop een dag steunt.</summary>
    public static Baremabedrag Bedrag(Vrijstellingssoort soort, Vrijstellingsdag dag, Vrijstellingsbedragen rij) => soort switch
    {
        Vrijstellingssoort.Student => rij.Student,
        Vrijstellingssoort.Kunstenaar => rij.KunstenaarPerJaar,
        _ when dag.Stand is Vrijstellingsstand.BeschikbaarKnelpunt => rij.Knelpuntberoep ?? throw new InvalidOperationException("Er is geen bedrag voor een knelpuntberoep op een dag die het zou krijgen."),
        _ => rij.Gewoon,
    };

    /// <summary>Het loon na aftrek van de vrijstelling, nooit minder dan nul: het bedrag is een maximum.</summary>
    public static (Breuk PerMaand, Stap Stap) Toepassen(Geval geval, Breuk loon, Stap loonstap, Vrijstellingsdag dag, Vrijstellingsbedragen rij)
    {
        var soort = geval.Vrijstelling.Soort;
        var vrijstelling = PerMaand(soort, dag, rij);
        var over = Breuk.Max(Breuk.Nul, loon - vrijstelling);
        var zin = vrijstelling.IsNul ? Zinnen.NaVrijstellingNiets.Met(over) : over.IsNul ? Zinnen.NaVrijstellingAlles.Met(vrijstelling, loon) : Zinnen.NaVrijstelling.Met(loon, vrijstelling, over);
        return (over, Stap.Knoop(zin, Wetsartikel.Voor(soort), over, Eenheid.EuroPerMaand, [loonstap, Uitgelegd(geval, dag, rij, vrijstelling)]));
    }

    private static Stap Uitgelegd(Geval geval, Vrijstellingsdag dag, Vrijstellingsbedragen rij, Breuk perMaand)
    {
        var vrijstelling = geval.Vrijstelling;
        var artikel = Wetsartikel.Voor(vrijstelling.Soort);
        if (!dag.Beschikbaar)
        {
            return Stap.Blad(RedenGeen(vrijstelling, dag.Stand), artikel, Breuk.Nul, Eenheid.EuroPerMaand, Toekenning(vrijstelling));
        }

        var bedrag = Bedrag(vrijstelling.Soort, dag, rij);
        var perJaar = vrijstelling.Soort is Vrijstellingssoort.Kunstenaar;
        var soort = Toegepast(vrijstelling.Soort, dag.Stand);
        var zin = (perJaar, bedrag.Afgeleid) switch
        {
            (true, true) => Zinnen.VrijstellingsbedragPerJaarAfgeleid,
            (true, false) => Zinnen.VrijstellingsbedragPerJaar,
            (false, true) => Zinnen.VrijstellingsbedragAfgeleid,
            (false, false) => Zinnen.Vrijstellingsbedrag,
        };
        List<Stap> stappen = [Stap.Blad(zin.Met(rij.Vanaf, soort, bedrag.Waarde), artikel, bedrag.Waarde, perJaar ? Eenheid.EuroPerJaar : Eenheid.EuroPerMaand, rij.BronVan(bedrag))];
        if (vrijstelling.HeeftTeller)
        {
            var laatste = EindeVanZesJaar(vrijstelling.EersteToekenning!.Value).AddDays(-1);
            stappen.Add(Stap.Blad(Zinnen.VrijstellingsdagenOver.Met(dag.DagenOver, AlleDagen, laatste), artikel, dag.DagenOver, Eenheid.Dagen, Toekenning(vrijstelling)));
        }

        return Stap.Knoop(Zinnen.Vrijstelling.Met(perMaand, soort), artikel, perMaand, Eenheid.EuroPerMaand, stappen);
    }

    private static string Toekenning(Vrijstelling vrijstelling) => vrijstelling.EersteToekenning is { } eerste
        ? $"verklaring: vrijstelling toegekend sinds {Nl.Iso(eerste)}"
        : "verklaring: geen vrijstelling toegekend";

    private static Zin RedenGeen(Vrijstelling vrijstelling, Vrijstellingsstand stand) => stand switch
    {
        Vrijstellingsstand.NogNietToegekend => Zinnen.VrijstellingNogNiet.Met(vrijstelling.EersteToekenning!.Value),
        Vrijstellingsstand.ZesJaarVoorbij => Zinnen.VrijstellingZesJaar.Met(vrijstelling.EersteToekenning!.Value),
        Vrijstellingsstand.DagenVerbruikt => Zinnen.VrijstellingVerbruikt.Met(AlleDagen),
        _ when vrijstelling.Soort is Vrijstellingssoort.Geen => Zinnen.VrijstellingNietToegekend.Met(),
        _ => Zinnen.VrijstellingGeenDag.Met(),
    };

    /// <summary>De vrijstelling die op een dag geldt: na de drie maanden van een knelpuntberoep de gewone.</summary>
    private static Vrijstellingssoort Toegepast(Vrijstellingssoort soort, Vrijstellingsstand stand) =>
        soort is Vrijstellingssoort.Knelpuntberoep && stand is not Vrijstellingsstand.BeschikbaarKnelpunt ? Vrijstellingssoort.Gewoon : soort;
}
