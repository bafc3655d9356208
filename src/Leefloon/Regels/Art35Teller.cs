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
        string DezeMaand() => verbruikt.Aantal > 0
            ? $"{Nl.Zin(Nl.Maand(geval.Maand))} verbruikt {Nl.Dagen(verbruikt.Aantal)}: {string.Join(", ", verbruikt.AlsPerioden(geval.Maand).Select(Nl.Periode))}."
            : vrijstelling.Verbruikt.Aantal > 0
                ? $"{Nl.Zin(Nl.Maand(geval.Maand))} verbruikt geen dagen, want er is deze maand geen leefloon."
                : $"{Nl.Zin(Nl.Maand(geval.Maand))} verbruikt geen dagen: er is geen dag waarop loon, recht op leefloon en vrijstelling samenvallen.";
        return Leefloon.Stap.Knoop("vrijstellingsteller", artikel, over, Eenheid.Dagen,
            [
                Leefloon.Stap.Blad("vrijstellingsdagenVoorheen", artikel, vrijstelling.DagenVoorheen, Eenheid.Dagen, "verklaring: verbruikte dagen van de vrijstelling",
                    () => $"Voor {Nl.Maand(geval.Maand)} zijn {Nl.Dagen(vrijstelling.DagenVoorheen)} van de {Nl.Getal(Art35Vrijstelling.AlleDagen)} verbruikt."),
                Leefloon.Stap.Blad("vrijstellingsdagenDezeMaand", artikel, verbruikt.Aantal, Eenheid.Dagen, "dagen van de loonperioden met recht op leefloon", DezeMaand),
            ],
            () => voorbij
                ? $"De zes jaar van de vrijstelling eindigen met {Nl.Datum(einde.AddDays(-1))}: er blijven geen dagen over."
                : $"Na {Nl.Maand(geval.Maand)} blijven {Nl.Dagen(over)} vrijstelling over, te gebruiken tot en met {Nl.Datum(einde.AddDays(-1))}.");
    }
}
