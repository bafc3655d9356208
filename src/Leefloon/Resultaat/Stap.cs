namespace SolidLoonfiches.Leefloon;

/// <summary>Eén benoemde stap: de boom van stappen IS de uitleg. Een stap heeft stappen waaruit hij volgt, of (een blad) een bron; nooit beide.</summary>
/// <param name="Naam">Stabiele naam, bv. <c>loonPerMaand</c>; de zinnen per taal komen daarvan.</param>
/// <param name="Artikel">Bv. <c>art. 35 §1 KB 11-07-2002</c>.</param>
/// <param name="Waarde">De waarde van de stap, niet afgerond tenzij de stap afrondt.</param>
/// <param name="Eenheid"><c>EUR/jaar</c>, <c>EUR/maand</c>, <c>EUR</c>, <c>dagen</c> of <c>-</c>.</param>
/// <param name="Bron">Op een blad: loonfiche en lijn, rij van het barema, verklaring; anders null.</param>
/// <param name="Uit">De stappen waaruit deze volgt.</param>
/// <param name="Uitleg">De zin van de stap in het Nederlands, met de bedragen ingevuld (op de cent; gerekend wordt met de volle waarde).</param>
public sealed record Stap(string Naam, string Artikel, decimal Waarde, string Eenheid, string? Bron, IReadOnlyList<Stap> Uit, string Uitleg)
{
    /// <summary>De naam van de stap die zegt wat een tijdvak bijdraagt; als enige met zes decimalen getoond.</summary>
    internal const string Aandeel = "aandeel";

    // De zin wordt pas gemaakt als iemand ze leest: wie enkel rekent (de JSON van calculate, een reeks gevallen) betaalt er niet
    // voor. Twee die tegelijk lezen maken twee keer dezelfde zin; dat kan geen kwaad.
    private readonly Func<string>? _zin;
    private string? _uitleg = Uitleg;

    private Stap(string naam, Wetsartikel artikel, Breuk waarde, string eenheid, string? bron, IReadOnlyList<Stap> uit, Func<string> zin)
        : this(naam, artikel.Citaat, waarde.AlsDecimaal, eenheid, bron, uit, Uitleg: null!) => _zin = zin;

    /// <summary>De zin van de stap in het Nederlands, met de bedragen ingevuld (op de cent; gerekend wordt met de volle waarde).</summary>
    public string Uitleg => _uitleg ??= _zin!();

    internal static Stap Blad(string naam, Wetsartikel artikel, Breuk waarde, string eenheid, string bron, Func<string> zin) =>
        new(naam, artikel, waarde, eenheid, bron, [], zin);

    internal static Stap Knoop(string naam, Wetsartikel artikel, Breuk waarde, string eenheid, IReadOnlyList<Stap> uit, Func<string> zin) =>
        new(naam, artikel, waarde, eenheid, null, uit, zin);

    /// <summary>Gelijk als alles wat te lezen is gelijk is, tot in de bladeren.</summary>
    public bool Equals(Stap? other) => other is not null && Naam == other.Naam && Artikel == other.Artikel && Waarde == other.Waarde && Eenheid == other.Eenheid
        && Bron == other.Bron && Uit.SequenceEqual(other.Uit) && Uitleg == other.Uitleg;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Naam, Artikel, Waarde, Eenheid, Bron, Uit.Count);
}

/// <summary>De eenheden van stappen.</summary>
internal static class Eenheid
{
    public const string EuroPerJaar = "EUR/jaar";
    public const string EuroPerMaand = "EUR/maand";
    public const string Euro = "EUR";
    public const string Dagen = "dagen";
    public const string Geen = "-";
}
