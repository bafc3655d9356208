using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

internal static class MonthDue
{
    /// <summary>The month that is due at this moment: the one before it, in Belgium.</summary>
    public static Maand At(DateTimeOffset moment) => Maand.Of(Belgium.DayOf(moment)).Previous;
}
