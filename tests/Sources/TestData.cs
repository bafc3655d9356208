using System.Globalization;
using System.Text.Json;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Sources;

internal static class TestData
{
    public static readonly Insz Anna = Insz.Parse("85073003328");
    public static readonly Insz SomebodyElse = Insz.Parse("91041210222");
    public static readonly KboNumber Bakery = KboNumber.Parse("0123456749");
    public static readonly KboNumber Care = KboNumber.Parse("0456123791");
    public static readonly KboNumber Agency = KboNumber.Parse("0700998808");
    public static readonly KboNumber Ocmw = KboNumber.Parse("0212345668");

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static PayLine Line(string code, string label, ComponentKind kind, PaySection section, decimal amount) => new(code, label, kind, section, Euro.Of(amount));

    public static PayLine Pay(decimal amount, string label = "Maandloon") => Line("1000", label, ComponentKind.BasePay, PaySection.Gross, amount);

    /// <summary>The lines too: two lists are not equal for a record although their lines are.</summary>
    public static void AssertSame(Loonfiche expected, Loonfiche actual)
    {
        Assert.Equal(expected.Lines, actual.Lines);
        Assert.Equal(expected with { Lines = [] }, actual with { Lines = [] });
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
    }
}
