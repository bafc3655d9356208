using System.Globalization;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Hoe een taal bedragen, getallen en dagen schrijft: nl-BE, fr-BE, en Engels zoals men het in Brussel schrijft. Onafhankelijk van de machine.</summary>
internal abstract class Schrijfwijze(NumberFormatInfo getallen)
{
    public static Schrijfwijze Van(Taal taal) => taal switch
    {
        Taal.Nederlands => new Nederlandse(),
        Taal.Frans => new Franse(),
        Taal.Engels => new Engelse(),
        _ => throw new ArgumentOutOfRangeException(nameof(taal)),
    };

    /// <summary>Op de cent, met het woord of teken van de munt.</summary>
    public string Euro(Breuk bedrag) => MetMunt(bedrag.AlsDecimaal, "#,##0.00");

    /// <summary>In een bewerking, zodat men ze kan narekenen: de cent waar het bedrag daar eindigt, anders tot zes decimalen; met de munt.</summary>
    public string EuroNauwkeurig(Breuk bedrag) => MetMunt(bedrag.AlsDecimaal, "#,##0.00####");

    /// <summary>Op de cent, zonder munt.</summary>
    public string Bedrag(Breuk bedrag) => Rond(bedrag.AlsDecimaal, 2).ToString("#,##0.00", getallen);

    /// <summary>Als <see cref="EuroNauwkeurig"/>, zonder munt.</summary>
    public string Nauwkeurig(Breuk bedrag) => Rond(bedrag.AlsDecimaal, 6).ToString("#,##0.00####", getallen);

    public string Getal(int getal) => getal.ToString("#,##0", getallen);

    public string Datum(DateOnly dag) => $"{ZonderJaar(dag)} {dag.Year}";

    public string Maand(Maand maand) => $"{Maandnaam(maand.Month)} {maand.Year}";

    public string ZonderJaar(DateOnly dag) => $"{Dag(dag.Day)} {Maandnaam(dag.Month)}";

    public virtual string Dag(int dag) => dag.ToString(CultureInfo.InvariantCulture);

    protected abstract string Maandnaam(int maand);

    protected abstract string Munt(string getal, decimal waarde);

    private string MetMunt(decimal bedrag, string vorm)
    {
        var rond = Rond(bedrag, vorm.Length > 8 ? 6 : 2);
        return Munt(Math.Abs(rond).ToString(vorm, getallen), rond);
    }

    private static decimal Rond(decimal bedrag, int decimalen) => decimal.Round(bedrag, decimalen, MidpointRounding.AwayFromZero);

    private sealed class Nederlandse() : Schrijfwijze(DutchNumbers.Format)
    {
        protected override string Maandnaam(int maand) => DutchDates.MonthName(maand);

        protected override string Munt(string getal, decimal waarde) => $"{(waarde < 0 ? "-" : "")}{getal} euro";
    }

    private sealed class Franse() : Schrijfwijze(new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u00a0", NumberGroupSizes = [3], NegativeSign = "-" })
    {
        private static readonly string[] Maanden = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

        public override string Dag(int dag) => dag == 1 ? "1er" : base.Dag(dag);

        protected override string Maandnaam(int maand) => Maanden[maand - 1];

        // Het meervoud begint in het Frans bij twee.
        protected override string Munt(string getal, decimal waarde) => $"{(waarde < 0 ? "-" : "")}{getal} {(Math.Abs(waarde) < 2 ? "euro" : "euros")}";
    }

    private sealed class Engelse() : Schrijfwijze(new NumberFormatInfo { NumberDecimalSeparator = ".", NumberGroupSeparator = ",", NumberGroupSizes = [3], NegativeSign = "-" })
    {
        private static readonly string[] Maanden = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

        protected override string Maandnaam(int maand) => Maanden[maand - 1];

        protected override string Munt(string getal, decimal waarde) => $"{(waarde < 0 ? "-" : "")}€{getal}";
    }
}
