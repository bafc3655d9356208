using System.Text.Json.Serialization;

namespace SolidLoonfiches.Leefloon;

/// <summary>Eén benoemde stap: de boom van stappen IS de uitleg. Een stap heeft stappen waaruit hij volgt, of (een blad) een bron; nooit beide.</summary>
/// <param name="Naam">Stabiele naam, bv. <c>loonPerMaand</c>.</param>
/// <param name="Artikel">Bv. <c>art. 35 §1 KB 11-07-2002</c>.</param>
/// <param name="Waarde">De waarde van de stap, niet afgerond tenzij de stap afrondt.</param>
/// <param name="Eenheid"><c>EUR/jaar</c>, <c>EUR/maand</c>, <c>EUR</c>, <c>dagen</c> of <c>-</c>.</param>
/// <param name="Bron">Op een blad: loonfiche en lijn, rij van het barema, verklaring; anders null.</param>
/// <param name="Uit">De stappen waaruit deze volgt.</param>
/// <param name="Zin">Wat de stap zegt, nog zonder taal. Zo kan een bewaarde controle het jaren later in elke taal zeggen.</param>
public sealed record Stap(string Naam, string Artikel, decimal Waarde, string Eenheid, string? Bron, IReadOnlyList<Stap> Uit, Zin Zin)
{
    /// <summary>De naam van de stap die zegt wat een tijdvak bijdraagt; als enige met zes decimalen getoond.</summary>
    internal const string Aandeel = "aandeel";

    /// <summary>Wat de stap zegt, nog zonder taal.</summary>
    public Zin Zin { get; private init; } = Zin;

    /// <summary>Controles van voor er sleutels waren bewaren de Nederlandse zin zelf.</summary>
    [JsonInclude]
    [JsonPropertyName("uitleg")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    private string? Geschreven
    {
        get => null;
        init => Zin = value is null ? Zin : Zin.Bewaard(value);
    }

    /// <summary>Zegt welke keuze van het OCMW gold, en heeft geen waarde.</summary>
    [JsonIgnore]
    public bool IsKeuze => Naam.StartsWith("beleid", StringComparison.Ordinal);

    /// <summary>De zin van de stap in het Nederlands, met de bedragen ingevuld (op de cent; gerekend wordt met de volle waarde).</summary>
    [JsonIgnore]
    public string Uitleg => Zin.In(Taal.Nederlands);

    internal static Stap Blad(Zin zin, Wetsartikel artikel, Breuk waarde, string eenheid, string bron) =>
        new(zin.Soort!.Stapnaam, artikel.Citaat, waarde.AlsDecimaal, eenheid, bron, [], zin);

    internal static Stap Knoop(Zin zin, Wetsartikel artikel, Breuk waarde, string eenheid, IReadOnlyList<Stap> uit) =>
        new(zin.Soort!.Stapnaam, artikel.Citaat, waarde.AlsDecimaal, eenheid, null, uit, zin);

    /// <summary>Gelijk als alles wat te lezen is gelijk is, tot in de bladeren.</summary>
    public bool Equals(Stap? other) => other is not null && Naam == other.Naam && Artikel == other.Artikel && Waarde == other.Waarde && Eenheid == other.Eenheid
        && Bron == other.Bron && Uit.SequenceEqual(other.Uit) && Equals(Zin, other.Zin);

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
