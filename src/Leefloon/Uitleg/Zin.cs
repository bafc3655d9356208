using System.Text.Json;
using System.Text.Json.Serialization;

namespace SolidLoonfiches.Leefloon;

/// <summary>Wat een stap zegt, nog zonder taal: een sleutel en waarden. De woorden komen pas als iemand ze leest.</summary>
[JsonConverter(typeof(ZinJson))]
public sealed class Zin : IEquatable<Zin>
{
    private readonly JsonElement _onbekend;

    internal Zin(Zinsoort soort, Gegeven[] waarden) => (Soort, Sleutel, Waarden) = (soort, soort.Sleutel, waarden);

    private Zin(string sleutel, JsonElement onbekend) => (Sleutel, Waarden, _onbekend) = (sleutel, [], onbekend);

    /// <summary>Bv. <c>loonPerMaand.omgerekend</c>: blijft dezelfde zolang er controles bewaard zijn.</summary>
    public string Sleutel { get; }

    internal Zinsoort? Soort { get; }

    internal Gegeven[] Waarden { get; }

    /// <summary>Een zin die al geschreven was: zo staat hij in controles van voor er sleutels waren, enkel in het Nederlands.</summary>
    public static Zin Bewaard(string tekst) => Zinnen.Bewaard.Met(tekst);

    /// <summary>De zin in een taal, met de bedragen ingevuld (op de cent; gerekend wordt met de volle waarde).</summary>
    public string In(Taal taal) => Taalboek.Van(taal).Schrijf(this);

    /// <inheritdoc/>
    public bool Equals(Zin? other) => other is not null && Sleutel == other.Sleutel && Waarden.AsSpan().SequenceEqual(other.Waarden)
        && (Soort is not null || JsonElement.DeepEquals(_onbekend, other._onbekend));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Zin);

    /// <inheritdoc/>
    public override int GetHashCode() => Sleutel.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => In(Taal.Nederlands);

    /// <summary>Geschreven door een nieuwere versie, die naast deze draait of ervoor kwam: ze blijft bewaard zoals ze is.</summary>
    internal static Zin Onbekend(string sleutel, JsonElement json) => new(sleutel, json);

    internal JsonElement AlsOnbekend => _onbekend;
}
