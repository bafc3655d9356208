namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>When the exemption of art. 35 holds and how much it is, in the words of the contract.</summary>
internal static class TweedeVrijstelling
{
    /// <summary>"on or after firstGranted; for all kinds but student also before the same date six years later (29 February: 1 March)"</summary>
    public static bool BinnenDeTijd(TweedeGeval.Vrijstelling vrijstelling, DateOnly dag) => vrijstelling.Kind switch
    {
        "none" => false,
        "student" => dag >= vrijstelling.FirstGranted,
        _ => dag >= vrijstelling.FirstGranted && Getal(dag) < NaZesJaar(vrijstelling.FirstGranted),
    };

    public static TweedeBedragen.Bedrag Bedrag(TweedeGeval geval, DateOnly dag) => geval.Exemption.Kind switch
    {
        "artist" => TweedeBedragen.KunstenaarPerMaand(geval.EersteDag),
        "shortage" when dag >= geval.Exemption.ShortageFrom && Getal(dag) < NaDrieMaanden(geval.Exemption.ShortageFrom) => TweedeBedragen.Knelpunt(geval.EersteDag),
        _ => TweedeBedragen.Gewoon(geval.EersteDag),
    };

    public static bool LaatsteDagVanZesJaarIn(TweedeGeval geval) =>
        Getal(geval.EersteDag) < NaZesJaar(geval.Exemption.FirstGranted) && ZesJaarVoorbijNa(geval);

    /// <summary>The days left are those after this month, so the last day of the month may be the last of the six years.</summary>
    public static bool ZesJaarVoorbijNa(TweedeGeval geval) => NaZesJaar(geval.Exemption.FirstGranted) <= EersteVanVolgende(geval.EersteDag.Year, geval.EersteDag.Month);

    // Dates as numbers yyyymmdd, because six years after a date can lie past the last DateOnly.
    private static int Getal(DateOnly dag) => Getal(dag.Year, dag.Month, dag.Day);

    private static int Getal(int jaar, int maand, int dag) => (jaar * 10000) + (maand * 100) + dag;

    private static int EersteVanVolgende(int jaar, int maand) => maand == 12 ? Getal(jaar + 1, 1, 1) : Getal(jaar, maand + 1, 1);

    // Six years after a leap year never is one.
    private static int NaZesJaar(DateOnly dag) =>
        dag is { Month: 2, Day: 29 } ? Getal(dag.Year + 6, 3, 1) : Getal(dag.Year + 6, dag.Month, dag.Day);

    /// <summary>"up to the day before the same day three months later; if there is no such day, the first of the month after it"</summary>
    private static int NaDrieMaanden(DateOnly dag)
    {
        var jaar = dag.Month > 9 ? dag.Year + 1 : dag.Year;
        var maand = dag.Month > 9 ? dag.Month - 9 : dag.Month + 3;
        var bestaat = jaar > 9999 || dag.Day <= DateTime.DaysInMonth(jaar, maand);
        return bestaat ? Getal(jaar, maand, dag.Day) : EersteVanVolgende(jaar, maand);
    }
}
