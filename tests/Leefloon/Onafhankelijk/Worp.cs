using System.Globalization;
using System.Text.Json.Nodes;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>Chance with a seed, and the small things that a case is made of.</summary>
internal sealed class Worp(int zaad)
{
    public Random Toeval { get; } = new(zaad);

    public bool Kans(int procent) => Toeval.Next(100) < procent;

    public T Kies<T>(params T[] keuzen) => keuzen[Toeval.Next(keuzen.Length)];

    public static string Dag(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An amount between two limits in cents, written with none, one or two decimals.</summary>
    public JsonNode Bedrag(int vanaf, int tot)
    {
        var centen = Kans(10) ? Math.Max(0, vanaf) : Toeval.Next(vanaf, tot);
        return Kies<JsonNode>(JsonValue.Create(centen / 100m), JsonValue.Create(centen * 0.01m), JsonValue.Create(centen / 100));
    }

    public static DateOnly LaatsteVan(DateOnly maand) => new(maand.Year, maand.Month, DateTime.DaysInMonth(maand.Year, maand.Month));

    /// <summary>A day in or near the month, often on its border.</summary>
    public DateOnly Rond(DateOnly maand) => Toeval.Next(9) switch
    {
        0 => maand.AddDays(-1),
        1 => maand,
        2 => maand.AddDays(1),
        3 => LaatsteVan(maand),
        4 => LaatsteVan(maand).AddDays(1),
        5 => maand.AddDays(-Toeval.Next(1, 100)),
        6 => maand.AddDays(Toeval.Next(20, 100)),
        _ => maand.AddDays(Toeval.Next(0, DateTime.DaysInMonth(maand.Year, maand.Month))),
    };

    public JsonObject Interval(DateOnly van, DateOnly? tot)
    {
        var interval = new JsonObject { ["from"] = Dag(van) };
        if (tot is { } einde)
        {
            interval["to"] = Dag(einde);
        }
        else if (Kans(50))
        {
            interval["to"] = Kans(80) ? null : "9999-12-31";
        }

        return interval;
    }

    public void Soms(JsonObject voorwerp, string veld, int procent, Func<JsonNode?> waarde)
    {
        if (Kans(procent))
        {
            voorwerp[veld] = waarde();
        }
    }

    public static JsonArray Lijst(int aantal, Func<int, JsonNode> een) => new([.. Enumerable.Range(0, aantal).Select(een)]);

    /// <summary>The same object with its fields in another order: no reader may depend on it.</summary>
    public JsonObject Schud(JsonObject voorwerp)
    {
        var velden = voorwerp.ToArray();
        voorwerp.Clear();
        if (Kans(50))
        {
            Toeval.Shuffle(velden);
        }

        return new JsonObject(velden);
    }
}
