using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace SolidLoonfiches.Leefloon;

/// <summary>De foutcodes van het contract waarmee lezen kan eindigen, in de volgorde van zijn tabel.</summary>
internal enum Leesfout { UnknownField, MissingField, WrongType, OutOfRange, PeriodReversed, BeforeFirstAmount }

/// <summary>Een waarde van de invoer met haar plaats.</summary>
internal sealed record Waarde(JsonElement Json, Plek Plek);

/// <summary>Leest waarden streng, en onthoudt van alle fouten die het contract eerst noemt; van twee van één code de eerste in het document.</summary>
/// <remarks>Wat er niet staat of niet deugt leest als null; het geval wordt enkel gebouwd als er geen fout is.</remarks>
internal sealed class Lezer
{
    private (Leesfout Code, Plek Plek, string Zin)? _eerste;

    public Uitkomst.NietTeBerekenen? Eerste => _eerste is var (code, plek, zin)
        ? new(JsonNamingPolicy.CamelCase.ConvertName(code.ToString()), zin) { Pad = plek.Pad }
        : null;

    public void Fout(Leesfout code, Plek plek, string zin)
    {
        if (_eerste is not { } eerste || code < eerste.Code || (code == eerste.Code && plek.KomtVoor(eerste.Plek)))
        {
            _eerste = (code, plek, zin);
        }
    }

    public void Ontbreekt(Plek plek) => Fout(Leesfout.MissingField, plek, "Dit veld is verplicht en staat er niet. Vul het in.");

    /// <summary>De velden van een object; null waar het er geen is.</summary>
    /// <remarks>
    /// Een tweede veld met dezelfde naam is een veld dat het contract niet kent (<c>unknownField</c>): wie het schreef bedoelde
    /// twee feiten, en stil het ene of het andere nemen kan een fout bedrag geven.
    /// </remarks>
    public Velden? Object(Waarde? waarde, Veldenlijst lijst)
    {
        if (waarde is null || !IsSoort(waarde, JsonValueKind.Object, "een object"))
        {
            return null;
        }

        var velden = new Velden(lijst);
        var hoeveelste = 0;
        foreach (var veld in waarde.Json.EnumerateObject())
        {
            var naam = Naam(veld);
            var plek = waarde.Plek.Veld(naam, hoeveelste++);
            var index = lijst.Index(naam);
            if (index < 0)
            {
                Fout(Leesfout.UnknownField, plek, "Dit veld bestaat niet. Kijk de spelling na, of laat het weg.");
            }
            else if (!velden.Vul(index, new Waarde(veld.Value, plek)))
            {
                Fout(Leesfout.UnknownField, plek, "Dit veld staat hier twee keer. Laat er één staan.");
            }
        }

        foreach (var index in velden.OntbrekendeVerplichte())
        {
            Ontbreekt(waarde.Plek.Ontbrekend(lijst.Namen[index], index));
        }

        return velden;
    }

    /// <summary>De waarden van een lijst; leeg waar ze ontbreekt of er geen is.</summary>
    public IEnumerable<Waarde> Lijst(Waarde? waarde) => waarde is not null && IsSoort(waarde, JsonValueKind.Array, "een lijst")
        ? waarde.Json.EnumerateArray().Select((element, i) => new Waarde(element, waarde.Plek.Element(i)))
        : [];

    public string? Tekst(Waarde? waarde)
    {
        if (waarde is null || !IsSoort(waarde, JsonValueKind.String, "tekst"))
        {
            return null;
        }

        try
        {
            return waarde.Json.GetString();
        }
        catch (InvalidOperationException)
        {
            // De helft van een surrogaatpaar (\ud800) mag in JSON staan, maar is geen tekst (RFC 8259 §8.2).
            Fout(Leesfout.WrongType, waarde.Plek, "Deze tekst bevat een half teken. Kijk de bron na.");
            return null;
        }
    }

    public bool? JaNee(Waarde? waarde)
    {
        if (waarde?.Json.ValueKind is not (JsonValueKind.True or JsonValueKind.False) && waarde is not null)
        {
            Fout(Leesfout.WrongType, waarde.Plek, "Hier hoort true of false.");
            return null;
        }

        return waarde?.Json.GetBoolean();
    }

    /// <summary>Een datum als <c>2025-03-31</c>.</summary>
    public DateOnly? Dag(Waarde? waarde)
    {
        if (Tekst(waarde) is not { } tekst)
        {
            return null;
        }

        if (DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag))
        {
            return dag;
        }

        Fout(Leesfout.WrongType, waarde!.Plek, "Dit is geen datum die bestaat. Schrijf ze als 2025-03-31.");
        return null;
    }

    /// <summary>Een bedrag in euro met hoogstens twee decimalen.</summary>
    public decimal? Bedrag(Waarde? waarde, bool magNegatief)
    {
        if (waarde is null || !IsSoort(waarde, JsonValueKind.Number, "een getal"))
        {
            return null;
        }

        var bedrag = JsonBedrag.Lees(JsonMarshal.GetRawUtf8Value(waarde.Json));
        if (bedrag is null)
        {
            Fout(Leesfout.OutOfRange, waarde.Plek, "Een bedrag heeft hoogstens twee decimalen, en is niet groter dan 1.000.000.000.000.000 euro.");
        }
        else if (bedrag < 0 && !magNegatief)
        {
            Fout(Leesfout.OutOfRange, waarde.Plek, "Dit bedrag mag niet negatief zijn.");
        }

        return bedrag;
    }

    /// <summary>1, 2 of 3.</summary>
    public Categorie? Categorie(Waarde? waarde)
    {
        if (waarde is null || !IsSoort(waarde, JsonValueKind.Number, "een getal: 1, 2 of 3"))
        {
            return null;
        }

        if (JsonBedrag.Lees(JsonMarshal.GetRawUtf8Value(waarde.Json)) is (1 or 2 or 3) and { } getal)
        {
            return (Categorie)(int)getal;
        }

        Fout(Leesfout.OutOfRange, waarde.Plek, "Een categorie is 1 (samenwonend), 2 (alleenstaand) of 3 (gezin ten laste).");
        return null;
    }

    /// <summary>Een van de woorden die het contract voor dit veld noemt.</summary>
    public T? Keuze<T>(Waarde? waarde, IReadOnlyDictionary<string, T> woorden)
        where T : struct
    {
        if (Tekst(waarde) is not { } tekst)
        {
            return null;
        }

        if (woorden.TryGetValue(tekst, out var keuze))
        {
            return keuze;
        }

        Fout(Leesfout.OutOfRange, waarde!.Plek, $"Deze waarde bestaat niet. Kies uit: {string.Join(", ", woorden.Keys)}.");
        return null;
    }

    private bool IsSoort(Waarde waarde, JsonValueKind soort, string wat)
    {
        if (waarde.Json.ValueKind == soort)
        {
            return true;
        }

        Fout(Leesfout.WrongType, waarde.Plek, $"Hier hoort {wat}.");
        return false;
    }

    private static string Naam(JsonProperty veld)
    {
        try
        {
            return veld.Name;
        }
        catch (InvalidOperationException)
        {
            // Een halve surrogaat in een naam: geen veld van het contract; de naam zoals ze geschreven staat wijst ze aan.
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(veld));
        }
    }
}
