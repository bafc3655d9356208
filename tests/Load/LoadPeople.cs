using System.Globalization;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Load;

/// <summary>Made-up people, as many as are asked for.</summary>
public static class LoadPeople
{
    private const int ADay = 900;

    /// <param name="number">From 0.</param>
    public static Insz Insz(int number)
    {
        var born = new DateOnly(1950, 1, 1).AddDays(number / ADay);
        var nine = string.Create(CultureInfo.InvariantCulture, $"{born:yyMMdd}{(number % ADay) + 1:D3}");
        return Loonfiches.Insz.Parse(string.Create(CultureInfo.InvariantCulture, $"{nine}{97 - (int.Parse(nine, CultureInfo.InvariantCulture) % 97):D2}"));
    }

    public static string DossierNumber(int number) => string.Create(CultureInfo.InvariantCulture, $"2026-{number + 1:D6}");
}
