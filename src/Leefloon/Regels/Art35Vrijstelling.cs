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
/// <param name="DagenVoorheen">Dagen die voor deze maand verbruikt zijn.</param>
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
        var voorheen = geval.Vrijstelling.HeeftTeller ? Kalender.AantalDagenVoor(geval.Maand.FirstDay, geval.Vrijstelling.Verbruikt) : 0;
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
        return (over, Stap.Knoop("loonNaVrijstelling", Wetsartikel.Voor(soort), over, Eenheid.EuroPerMaand, [loonstap, Uitgelegd(geval, dag, rij, vrijstelling)],
            () => vrijstelling.IsNul ? $"Er gaat niets van het loon af: {Nl.Euro(over)} per maand."
            : over.IsNul ? $"De vrijstelling ({Nl.Euro(vrijstelling)}) is niet lager dan het loon ({Nl.Euro(loon)}): er telt geen loon mee."
            : $"Het loon min de vrijstelling: {Nl.Nauwkeurig(loon)} - {Nl.Nauwkeurig(vrijstelling)} = {Nl.Nauwkeurig(over)} euro per maand."));
    }

    private static Stap Uitgelegd(Geval geval, Vrijstellingsdag dag, Vrijstellingsbedragen rij, Breuk perMaand)
    {
        var vrijstelling = geval.Vrijstelling;
        var artikel = Wetsartikel.Voor(vrijstelling.Soort);
        if (!dag.Beschikbaar)
        {
            return Stap.Blad("vrijstelling", artikel, Breuk.Nul, Eenheid.EuroPerMaand, Toekenning(vrijstelling), () => RedenGeen(vrijstelling, dag.Stand));
        }

        var bedrag = Bedrag(vrijstelling.Soort, dag, rij);
        var perJaar = vrijstelling.Soort is Vrijstellingssoort.Kunstenaar;
        List<Stap> stappen =
        [
            Stap.Blad("vrijstellingsbedrag", artikel, bedrag.Waarde, perJaar ? Eenheid.EuroPerJaar : Eenheid.EuroPerMaand, rij.BronVan(bedrag),
                () => $"Sinds {Nl.Datum(rij.Vanaf)} is {Naam(vrijstelling.Soort, dag.Stand)} {Nl.Euro(bedrag.Waarde)} per {(perJaar ? "jaar, dus 1/12 per maand" : "maand")}{(bedrag.Afgeleid ? ", afgeleid uit basisbedrag en index; controleer het bij de POD Maatschappelijke Integratie." : ".")}"),
        ];
        if (vrijstelling.HeeftTeller)
        {
            stappen.Add(Stap.Blad("vrijstellingsdagenOver", artikel, dag.DagenOver, Eenheid.Dagen, Toekenning(vrijstelling),
                () => $"Bij het begin van deze dagen zijn er nog {Nl.Dagen(dag.DagenOver)} van de {Nl.Getal(AlleDagen)} over, te gebruiken tot en met {Nl.Datum(EindeVanZesJaar(vrijstelling.EersteToekenning!.Value).AddDays(-1))}."));
        }

        return Stap.Knoop("vrijstelling", artikel, perMaand, Eenheid.EuroPerMaand, stappen,
            () => $"Van het loon gaat {Nl.Euro(perMaand)} per maand af: {Naam(vrijstelling.Soort, dag.Stand)}, één per persoon, hoeveel werkgevers er ook zijn.");
    }

    private static string Toekenning(Vrijstelling vrijstelling) => vrijstelling.EersteToekenning is { } eerste
        ? $"verklaring: vrijstelling toegekend sinds {Nl.Iso(eerste)}"
        : "verklaring: geen vrijstelling toegekend";

    private static string RedenGeen(Vrijstelling vrijstelling, Vrijstellingsstand stand) => "De vrijstelling voor wie werkt geldt hier niet, want " + stand switch
    {
        Vrijstellingsstand.NogNietToegekend => $"ze is pas toegekend vanaf {Nl.Datum(vrijstelling.EersteToekenning!.Value)}.",
        Vrijstellingsstand.ZesJaarVoorbij => $"de zes jaar sinds de eerste toekenning op {Nl.Datum(vrijstelling.EersteToekenning!.Value)} zijn voorbij.",
        Vrijstellingsstand.DagenVerbruikt => $"alle {Nl.Getal(AlleDagen)} dagen zijn verbruikt.",
        _ when vrijstelling.Soort is Vrijstellingssoort.Geen => "ze is in dit dossier niet toegekend.",
        _ => "geen enkele dag met loon valt samen met een dag met recht op leefloon.",
    };

    private static string Naam(Vrijstellingssoort soort, Vrijstellingsstand stand) => soort switch
    {
        Vrijstellingssoort.Student => "de vrijstelling voor studenten",
        Vrijstellingssoort.Kunstenaar => "de vrijstelling voor kunstenaars",
        _ when stand is Vrijstellingsstand.BeschikbaarKnelpunt => "de hogere vrijstelling voor een knelpuntberoep",
        _ => "de vrijstelling voor wie begint te werken",
    };
}
