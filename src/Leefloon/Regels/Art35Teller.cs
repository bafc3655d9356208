// Art. 35 §1 KB 11-07-2002: « … pour une période totale de trois ans. … il peut, le cas échéant, être totalisé au cours d'une
// période se terminant six ans plus tard. » De teller van de dagen die verbruikt zijn en overblijven.
//
// Twijfel: of men in dagen of in maanden telt is niet bevestigd; de dagen worden als perioden teruggegeven, zodat beide kan.
namespace SolidLoonfiches.Leefloon;

/// <summary>De teller na deze maand. <paramref name="Over"/> en <paramref name="Stap"/> null: geen teller (geen vrijstelling, of student).</summary>
internal sealed record Tellerstand(int? Over, Maanddagen Verbruikt, bool EindigtDezeMaand, Stap? Stap);

internal static class Art35Teller
{
    /// <param name="geval">De feiten.</param>
    /// <param name="vrijstelling">De vrijstelling van de maand.</param>
    /// <param name="leefloon">Of de maand leefloon oplevert; zo niet wordt niets verbruikt.</param>
    public static Tellerstand NaDeMaand(Geval geval, Maandvrijstelling vrijstelling, bool leefloon)
    {
        if (!geval.Vrijstelling.HeeftTeller || geval.Vrijstelling.EersteToekenning is not { } eerste)
        {
            return new(null, default, false, null);
        }

        var verbruikt = leefloon ? vrijstelling.Verbruikt : default;
        var einde = Art35Vrijstelling.EindeVanZesJaar(eerste);
        var voorbij = einde <= geval.Maand.LastDay.AddDays(1);
        var over = voorbij ? 0 : Math.Max(0, Art35Vrijstelling.AlleDagen - vrijstelling.DagenVoorheen - verbruikt.Aantal);
        var laatsteDagVerbruikt = verbruikt.Aantal > 0 && vrijstelling.DagenVoorheen + verbruikt.Aantal == Art35Vrijstelling.AlleDagen;
        return new(over, verbruikt, laatsteDagVerbruikt || geval.Maand.Contains(einde.AddDays(-1)), Stap(geval, vrijstelling, verbruikt, einde, voorbij, over));
    }

    private static Stap Stap(Geval geval, Maandvrijstelling vrijstelling, Maanddagen verbruikt, DateOnly einde, bool voorbij, int over)
    {
        var artikel = Wetsartikel.Voor(geval.Vrijstelling.Soort);
        var dezeMaand = verbruikt.Aantal > 0 ? Zinnen.DagenDezeMaand.Met(geval.Maand, verbruikt.Aantal, Gegeven.Van(verbruikt.AlsPerioden(geval.Maand)))
            : vrijstelling.Verbruikt.Aantal > 0 ? Zinnen.DagenDezeMaandGeenLeefloon.Met(geval.Maand)
            : Zinnen.DagenDezeMaandGeenDag.Met(geval.Maand);
        var laatste = einde.AddDays(-1);
        return Leefloon.Stap.Knoop(voorbij ? Zinnen.TellerVoorbij.Met(laatste) : Zinnen.Teller.Met(geval.Maand, over, laatste), artikel, over, Eenheid.Dagen,
            [
                Leefloon.Stap.Blad(Zinnen.DagenVoorheen.Met(geval.Maand, vrijstelling.DagenVoorheen, Art35Vrijstelling.AlleDagen), artikel, vrijstelling.DagenVoorheen, Eenheid.Dagen, "verklaring: verbruikte dagen van de vrijstelling"),
                Leefloon.Stap.Blad(dezeMaand, artikel, verbruikt.Aantal, Eenheid.Dagen, "dagen van de loonperioden met recht op leefloon"),
            ]);
    }
}
