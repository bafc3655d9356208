using System.Globalization;

namespace SolidLoonfiches.Loonfiches;

/// <summary>Numbers as people in Flanders write them, whatever the culture of the machine.</summary>
public static class DutchNumbers
{
    /// <summary><c>1.234,56</c>.</summary>
    public static NumberFormatInfo Format { get; } = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NumberGroupSizes = [3],
        NegativeSign = "-",
        NumberNegativePattern = 1,
    });
}
