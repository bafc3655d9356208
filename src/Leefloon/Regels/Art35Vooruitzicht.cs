// Art. 35 §1 KB 11-07-2002: « … pour une période totale de trois ans. … il peut, le cas échéant, être totalisé au cours d'une
// période se terminant six ans plus tard. » Wanneer de vrijstelling eindigt: op de dag dat de 1.095 dagen op zijn, of op de laatste
// van de zes jaar, wat eerst komt. Dat laatste staat vast; het eerste hangt af van hoeveel er gewerkt wordt, en is een schatting.
//
// Keuze: het huidige ritme is dat van de laatste drie maanden met verbruikte dagen, niet ouder dan een jaar. Een maand zonder
// verbruik telt niet als rust: misschien ontbreekt haar loonfiche nog. Zo komt de datum eerder te vroeg dan te laat.
namespace SolidLoonfiches.Leefloon;

/// <summary>Waardoor de vrijstelling eindigt.</summary>
public enum Vrijstellingseinde
{
    /// <summary>De 1.095 dagen zijn op.</summary>
    DagenOp,

    /// <summary>De zes jaar sinds de eerste toekenning zijn voorbij.</summary>
    ZesJaarVoorbij,
}

/// <summary>Hoeveel dagen er in een aantal kalenderdagen verbruikt werden.</summary>
public sealed record Vrijstellingsritme(int Verbruikt, int Kalenderdagen);

/// <summary>De teller van de vrijstelling na een maand, met wanneer ze zal eindigen.</summary>
/// <param name="Na">De laatste dag van die maand.</param>
/// <param name="Verbruikt">Dagen van de 1.095 die tot dan verbruikt zijn.</param>
/// <param name="Over">Dagen die overblijven; 0 na de zes jaar.</param>
/// <param name="LaatsteDagVanZesJaar">Daarna is er geen vrijstelling meer, wat er ook overblijft.</param>
/// <param name="Ritme">Van de laatste maanden met werk; null: er is het laatste jaar niets verbruikt.</param>
/// <param name="LaatsteDag">De laatste dag met vrijstelling, als er in dit ritme gewerkt wordt; null: er is al geen meer.</param>
/// <param name="Reden">Waardoor ze dan eindigt.</param>
public sealed record Vrijstellingsboek(DateOnly Na, int Verbruikt, int Over, DateOnly LaatsteDagVanZesJaar, Vrijstellingsritme? Ritme, DateOnly? LaatsteDag, Vrijstellingseinde Reden)
{
    private const int Ritmemaanden = 3, Terugblik = 12, VerwittigingInMaanden = 3;

    /// <summary>
    /// Tijd om te verwittigen: na de maand die loopt zijn er hoogstens drie maanden over. De controle van een maand gebeurt in de
    /// maand erna en de volgende pas in die daarna, dus telt de verwittiging vanaf dan: te wachten zou ze te laat maken.
    /// </summary>
    public bool EindigtBinnenkort => LaatsteDag < Kalender.ZelfdeDagLater(Na.AddDays(1), VerwittigingInMaanden + 1);

    /// <summary>Null: er is geen teller (geen vrijstelling, of die voor studenten).</summary>
    /// <param name="geval">De feiten van de maand.</param>
    /// <param name="resultaat">Wat ze opleveren.</param>
    public static Vrijstellingsboek? Van(Geval geval, Maandresultaat resultaat)
    {
        ArgumentNullException.ThrowIfNull(geval);
        ArgumentNullException.ThrowIfNull(resultaat);
        if (resultaat.ResterendeDagen is not { } over || geval.Vrijstelling.EersteToekenning is not { } eerste)
        {
            return null;
        }

        var na = geval.Maand.LastDay;
        Periode[] verbruikt = [.. geval.Vrijstelling.Verbruikt, .. resultaat.VerbruikteDagen];
        var zesJaar = Art35Vrijstelling.EindeVanZesJaar(eerste).AddDays(-1);
        var ritme = RitmeVan(geval, verbruikt, eerste);
        var opDeDag = ritme is null ? DateOnly.MaxValue : NaDagen(na, over, ritme);
        return new(na, Kalender.AantalDagenVoor(na.AddDays(1), verbruikt), over, zesJaar, ritme,
            over == 0 ? null : opDeDag < zesJaar ? opDeDag : zesJaar,
            over == 0 ? (zesJaar <= na ? Vrijstellingseinde.ZesJaarVoorbij : Vrijstellingseinde.DagenOp) : opDeDag < zesJaar ? Vrijstellingseinde.DagenOp : Vrijstellingseinde.ZesJaarVoorbij);
    }

    private static Vrijstellingsritme? RitmeVan(Geval geval, Periode[] verbruikt, DateOnly eerste)
    {
        var (gevonden, dagen, kalenderdagen) = (0, 0, 0);
        for (var terug = 0; terug < Terugblik && gevonden < Ritmemaanden; terug++)
        {
            var maand = geval.Maand.AddMonths(-terug);
            var hier = Maanddagen.Van(maand, verbruikt).Aantal;
            if (hier > 0)
            {
                // De dagen voor de toekenning zeggen niets over het ritme, tenzij ook toen al dagen verbruikt werden.
                var voorToekenning = maand.Contains(eerste) ? eerste.Day - 1 : 0;
                (gevonden, dagen, kalenderdagen) = (gevonden + 1, dagen + hier, kalenderdagen + Math.Max(hier, maand.Days - voorToekenning));
            }
        }

        return gevonden == 0 ? null : new(dagen, kalenderdagen);
    }

    /// <summary>De dag waarop de laatste dag verbruikt is: een deel van een dag kost een hele.</summary>
    private static DateOnly NaDagen(DateOnly na, int over, Vrijstellingsritme ritme)
    {
        var dagen = ((over * ritme.Kalenderdagen) + ritme.Verbruikt - 1) / ritme.Verbruikt;
        return DateOnly.FromDayNumber(Math.Min(na.DayNumber + dagen, DateOnly.MaxValue.DayNumber));
    }
}
