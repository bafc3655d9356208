using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Service;

/// <summary>A step of the calculation as a page draws it.</summary>
/// <param name="Step">The step, with the steps that it follows from.</param>
/// <param name="OpenLevels">How many levels below it stand open at first.</param>
internal sealed record StepView(Stap Step, int OpenLevels)
{
    /// <summary>For the citizen: the check about which they can ask what they do not understand; null: nobody asks here.</summary>
    public Guid? AskAbout { get; init; }

    /// <summary>Of the step within the calculation (<see cref="Dossiers.StepsInOrder"/>).</summary>
    public int Number { get; init; }

    /// <summary>The steps that this one follows from, each with its own number.</summary>
    public IEnumerable<StepView> Below()
    {
        var number = Number + 1;
        foreach (var below in Step.Uit)
        {
            yield return new(below, OpenLevels - 1) { AskAbout = AskAbout, Number = number };
            number += Dossiers.StepsInOrder.Of(below).Count();
        }
    }
}
