using System.Globalization;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Sources;

/// <summary>Reads amounts and remembers what is wrong with them.</summary>
internal sealed class SlipAmounts(RdfGraph graph, ICollection<SlipProblem> problems)
{
    /// <summary>No month of pay comes near it; it keeps a hostile slip from an overflow in its sums.</summary>
    private const decimal LargestAmount = 10_000_000m;

    public ICollection<SlipProblem> Problems => problems;

    /// <summary>Nothing where the slip does not state it: the shapes say which amounts must be there.</summary>
    public Euro Of(Term owner, Term predicate)
    {
        if (LoonficheGraph.Single(graph, owner, predicate) is not { } amount)
        {
            return Euro.Zero;
        }

        if (LoonficheGraph.Single(graph, amount, LoonficheTerms.Value) is { } value
            && decimal.TryParse(value.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= LargestAmount
            && Euro.TryOf(number, out var euro))
        {
            return euro;
        }

        problems.Add(SlipSentences.AmountOutOfRange);
        return Euro.Zero;
    }
}
