using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>
/// Reads fields by the contract's types and keeps every fault with its place. "Of several errors the first in the order of the
/// table is given, and of two of one code the first in the document."
/// </summary>
internal sealed partial class TweedeVelden
{
    private static readonly string[] Volgorde =
        ["unknownField", "missingField", "wrongType", "outOfRange", "periodReversed", "beforeFirstAmount", "beforeRule", "categoryGap"];

    private readonly Dictionary<string, int> _plaats = new(StringComparer.Ordinal);
    private readonly List<(int Code, int Plaats, string Pad)> _fouten = [];

    public TweedeVelden(JsonElement geval) => Nummer(geval, "");

    public TweedeUitkomst.Geweigerd? EersteFout
    {
        get
        {
            if (_fouten.Count == 0)
            {
                return null;
            }

            // Of two absent fields of one object, which the document cannot order, the first in the contract's table.
            var eerste = _fouten.MinBy(fout => (fout.Code, fout.Plaats));
            return new TweedeUitkomst.Geweigerd(Volgorde[eerste.Code], eerste.Pad);
        }
    }

    /// <summary>Records a fault. What is missing has no place of its own and takes that of the object where it should stand.</summary>
    public void Fout(string code, string pad)
    {
        var waar = _plaats.TryGetValue(pad, out var hier) ? hier : _plaats[pad[..pad.LastIndexOf('/')]];
        _fouten.Add((Array.IndexOf(Volgorde, code), waar, pad));
    }

    /// <summary>An object's fields by name; a name that ends in * is required.</summary>
    public Dictionary<string, JsonElement> Voorwerp(JsonElement waarde, string pad, params string[] velden)
    {
        var gevonden = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (waarde.ValueKind != JsonValueKind.Object)
        {
            Fout("wrongType", pad);
            return gevonden;
        }

        foreach (var veld in waarde.EnumerateObject())
        {
            gevonden[veld.Name] = veld.Value;
            if (!velden.Contains(veld.Name) && !velden.Contains(veld.Name + "*"))
            {
                Fout("unknownField", Onder(pad, veld.Name));
            }
        }

        foreach (var verplicht in velden.Where(veld => veld.EndsWith('*')).Select(veld => veld[..^1]).Where(veld => !gevonden.ContainsKey(veld)))
        {
            Fout("missingField", Onder(pad, verplicht));
        }

        return gevonden;
    }

    public List<(JsonElement Waarde, string Pad)> Lijst(JsonElement waarde, string pad)
    {
        if (waarde.ValueKind != JsonValueKind.Array)
        {
            Fout("wrongType", pad);
            return [];
        }

        return [.. waarde.EnumerateArray().Select((deel, i) => (deel, Onder(pad, i.ToString(CultureInfo.InvariantCulture))))];
    }

    public string Tekst(JsonElement waarde, string pad)
    {
        if (waarde.ValueKind == JsonValueKind.String)
        {
            return waarde.GetString()!;
        }

        Fout("wrongType", pad);
        return "";
    }

    public string Keuze(JsonElement waarde, string pad, params string[] keuzen)
    {
        if (waarde.ValueKind == JsonValueKind.String && !keuzen.Contains(waarde.GetString()))
        {
            Fout("outOfRange", pad);
        }

        return Tekst(waarde, pad);
    }

    public bool JaNee(JsonElement waarde, string pad)
    {
        if (waarde.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Fout("wrongType", pad);
        }

        return waarde.ValueKind == JsonValueKind.True;
    }

    public DateOnly Dag(JsonElement waarde, string pad) => Dag(waarde, pad, VormVanDag(), "");

    public DateOnly Maand(JsonElement waarde, string pad) => Dag(waarde, pad, VormVanMaand(), "-01");

    public TweedeBreuk Bedrag(JsonElement waarde, string pad, bool magNegatief = false)
    {
        if (waarde.ValueKind != JsonValueKind.Number)
        {
            Fout("wrongType", pad);
            return TweedeBreuk.Nul;
        }

        var bedrag = TweedeBreuk.Lees(waarde.GetRawText());
        if (!bedrag.IsInCenten || (bedrag < TweedeBreuk.Nul && !magNegatief))
        {
            Fout("outOfRange", pad);
        }

        return bedrag;
    }

    public int Categorie(JsonElement waarde, string pad)
    {
        if (waarde.ValueKind != JsonValueKind.Number)
        {
            Fout("wrongType", pad);
            return 0;
        }

        var getal = TweedeBreuk.Lees(waarde.GetRawText());
        for (var nummer = 1; nummer <= 3; nummer++)
        {
            if (getal == nummer)
            {
                return nummer;
            }
        }

        Fout("outOfRange", pad);
        return 0;
    }

    /// <summary>An interval; without an end, where that is allowed, it lasts for ever.</summary>
    public TweedeGeval.Periode Periode(Dictionary<string, JsonElement> velden, string pad, string van, string tot, bool magOpen = false)
    {
        var begin = velden.TryGetValue(van, out var eerste) ? Dag(eerste, Onder(pad, van)) : DateOnly.MinValue;
        var heeftEinde = velden.TryGetValue(tot, out var laatste) && !(magOpen && laatste.ValueKind == JsonValueKind.Null);
        var einde = heeftEinde ? Dag(laatste, Onder(pad, tot)) : DateOnly.MaxValue;
        if (einde < begin)
        {
            Fout("periodReversed", Onder(pad, tot));
        }

        return new TweedeGeval.Periode(begin, einde);
    }

    public static string Onder(string pad, string naam) =>
        pad + "/" + naam.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VormVanDag();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VormVanMaand();

    private DateOnly Dag(JsonElement waarde, string pad, Regex vorm, string erbij)
    {
        if (waarde.ValueKind == JsonValueKind.String
            && vorm.IsMatch(waarde.GetString()!)
            && DateOnly.TryParseExact(waarde.GetString() + erbij, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag))
        {
            return dag;
        }

        Fout("wrongType", pad);
        return DateOnly.MinValue;
    }

    private void Nummer(JsonElement waarde, string pad)
    {
        _plaats[pad] = _plaats.Count;
        if (waarde.ValueKind == JsonValueKind.Object)
        {
            foreach (var veld in waarde.EnumerateObject())
            {
                Nummer(veld.Value, Onder(pad, veld.Name));
            }
        }
        else if (waarde.ValueKind == JsonValueKind.Array)
        {
            var i = 0;
            foreach (var deel in waarde.EnumerateArray())
            {
                Nummer(deel, Onder(pad, (i++).ToString(CultureInfo.InvariantCulture)));
            }
        }
    }
}
