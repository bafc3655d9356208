using System.Globalization;

namespace SolidLoonfiches.Leefloon;

/// <summary>Waar een waarde in een geval staat, of een ontbrekend veld zou staan.</summary>
/// <param name="boven">De waarde waar deze in staat; null: het geval zelf.</param>
/// <param name="naam">Naam van het veld, of nummer in de lijst.</param>
/// <param name="volgorde">Hoeveelste in de waarde erboven; een ontbrekend veld komt voor alles wat er staat.</param>
internal sealed class Plek(Plek? boven, string naam, int volgorde)
{
    public static Plek Geval { get; } = new(null, "", 0);

    private readonly Plek? _boven = boven;
    private readonly int _volgorde = volgorde;

    public Plek Veld(string veld, int hoeveelste) => new(this, veld, hoeveelste);

    public Plek Element(int nummer) => new(this, nummer.ToString(CultureInfo.InvariantCulture), nummer);

    /// <summary>De plaats van een veld dat er niet staat: waar zijn object begint, en daar in de volgorde van het contract.</summary>
    public Plek Ontbrekend(string veld, int inHetContract) => new(this, veld, int.MinValue + inHetContract);

    /// <summary>JSON Pointer, RFC 6901.</summary>
    public string Pad => _boven is null ? "" : $"{_boven.Pad}/{naam.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>Of deze plaats in het document voor de andere komt.</summary>
    public bool KomtVoor(Plek andere)
    {
        var (hier, daar) = (Stamboom(), andere.Stamboom());
        for (var i = 0; i < Math.Min(hier.Count, daar.Count); i++)
        {
            if (hier[i] != daar[i])
            {
                return hier[i] < daar[i];
            }
        }

        return hier.Count < daar.Count;
    }

    private List<int> Stamboom()
    {
        var lijst = _boven?.Stamboom() ?? [];
        lijst.Add(_volgorde);
        return lijst;
    }
}
