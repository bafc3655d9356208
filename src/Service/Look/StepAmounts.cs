using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Service;

/// <summary>Finds steps of a calculation by their names.</summary>
internal static class StepAmounts
{
    /// <summary>The step itself and all that it follows from.</summary>
    public static IEnumerable<Stap> All(this Stap step) => step.Uit.SelectMany(All).Prepend(step);

    /// <summary>Of the first step with this name; a month in parts repeats what holds for all of it.</summary>
    public static decimal? Amount(this Stap step, string name) => step.All().FirstOrDefault(one => one.Naam == name)?.Waarde;
}
