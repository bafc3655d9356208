namespace SolidLoonfiches.Leefloon;

/// <summary>Een zin die een stap kan zeggen: een sleutel die nooit verandert, en de waarden die erin komen.</summary>
/// <remarks>
/// Bewaarde controles noemen de sleutel en de waarden, geen woorden. Een sleutel verdwijnt dus nooit, en zijn waarden blijven
/// wat ze zijn; wie een zin met andere waarden nodig heeft geeft hem een nieuwe sleutel. De woorden staan per taal in
/// <c>nl.txt</c>, <c>fr.txt</c> en <c>en.txt</c>, en mogen beter worden.
/// </remarks>
internal sealed class Zinsoort
{
    /// <param name="sleutel">De naam van de stap, en na een punt de variant: <c>loonPerMaand.omgerekend</c>.</param>
    /// <param name="waarden"><c>naam:soort</c>, gescheiden door spaties, in de volgorde waarin de regel ze geeft.</param>
    public Zinsoort(string sleutel, string waarden)
    {
        Sleutel = sleutel;
        Stapnaam = sleutel.Split('.')[0];
        var delen = waarden.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Namen = [.. delen.Select(static deel => deel.Split(':')[0])];
        Soorten = [.. delen.Select(static deel => Enum.Parse<Gegevensoort>(deel.Split(':')[1], ignoreCase: true))];
    }

    public string Sleutel { get; }

    public string Stapnaam { get; }

    public IReadOnlyList<string> Namen { get; }

    public IReadOnlyList<Gegevensoort> Soorten { get; }

    public Zin Met(params Gegeven[] waarden) => waarden.Length == Namen.Count
        ? new Zin(this, waarden)
        : throw new ArgumentException($"De zin {Sleutel} krijgt {waarden.Length} waarden en heeft er {Namen.Count}.", nameof(waarden));
}
