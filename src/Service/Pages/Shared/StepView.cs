using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Service;

/// <summary>A step of the calculation as a page draws it.</summary>
/// <param name="Step">The step, with the steps that it follows from.</param>
/// <param name="OpenLevels">How many levels below it stand open at first.</param>
internal sealed record StepView(Stap Step, int OpenLevels);
