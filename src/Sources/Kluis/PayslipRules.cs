using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Sources;

/// <summary>The rules that SHACL Core cannot say, each with an id of ours (<c>ontology/README.md</c>).</summary>
internal static class PayslipRules
{
    private const int FirstYear = 2000;

    /// <summary>What is wrong with a slip that the shapes accept and that could be mapped; empty where nothing is.</summary>
    /// <param name="graph">With canonical namespaces.</param>
    /// <param name="loon">The slip in it.</param>
    /// <param name="slip">What it was mapped to.</param>
    /// <param name="today">In Belgium.</param>
    public static IEnumerable<SlipProblem> Broken(RdfGraph graph, Term loon, Loonfiche slip, DateOnly today) =>
        Period(graph, loon, slip, today).Concat(Signs(graph, loon, slip)).Concat(Arithmetic(slip));

    private static IEnumerable<SlipProblem> Period(RdfGraph graph, Term loon, Loonfiche slip, DateOnly today)
    {
        var (from, to) = LoonficheGraph.PeriodOf(graph, loon);
        if (slip.PeriodTo < slip.PeriodFrom)
        {
            yield return SlipSentences.PeriodReversed;
        }
        else if (slip.PeriodFrom.Year < FirstYear || slip.PeriodTo.DayNumber - slip.PeriodFrom.DayNumber >= 366)
        {
            yield return SlipSentences.PeriodImplausible;
        }
        else if (to is { AtMidnight: true, Day.Day: 1 } && from!.Value.Day < to.Value.Day)
        {
            yield return SlipSentences.PeriodEndUnclear;
        }

        if (MonthIndex(slip.PeriodTo) > MonthIndex(today))
        {
            yield return SlipSentences.PeriodInFuture;
        }

        if (slip.PaidOn.Year < FirstYear || MonthIndex(slip.PaidOn) > MonthIndex(today) + 1)
        {
            yield return SlipSentences.PaymentDateImplausible;
        }
    }

    private static IEnumerable<SlipProblem> Signs(RdfGraph graph, Term loon, Loonfiche slip)
    {
        var takesBack = graph.Contains(loon, LoonficheTerms.Type, LoonficheTerms.TakeBack);
        if (slip.Gross < Euro.Zero && !takesBack)
        {
            yield return SlipSentences.NegativeGross;
        }

        if (takesBack && slip.Corrects is not null)
        {
            yield return SlipSentences.TakeBackReplaces;
        }

        if (string.Equals(slip.Corrects, slip.Id, StringComparison.Ordinal))
        {
            yield return SlipSentences.CorrectsItself;
        }

        if (graph.Objects(loon, LoonficheTerms.Cheques).Any() && !slip.Lines.Any(line => line.Section == PaySection.InKind))
        {
            yield return SlipSentences.ChequesNotItemised;
        }

        // Outside the nettoloon, so the law looks at it line by line: without lines it would silently not count.
        if (slip.UntaxedExtras != Euro.Zero && !slip.Lines.Any(line => line.Section == PaySection.UntaxedExtras))
        {
            yield return SlipSentences.ExtrasNotItemised;
        }
    }

    private static IEnumerable<SlipProblem> Arithmetic(Loonfiche slip)
    {
        var nettoloon = slip.Gross - slip.SocialSecurity + slip.TaxableExtras - slip.WithholdingTax;
        if (nettoloon != slip.Nettoloon)
        {
            yield return SlipSentences.Nettoloon(slip, nettoloon);
        }

        var netPaid = slip.Nettoloon + slip.UntaxedExtras - slip.Deductions;
        if (netPaid != slip.NetPaid)
        {
            yield return SlipSentences.NetPaid(slip, netPaid);
        }

        foreach (var (section, name, stated) in new[]
        {
            (PaySection.Gross, "het brutoloon", slip.Gross),
            (PaySection.TaxableExtras, "de bijkomende belastbare bedragen", slip.TaxableExtras),
            (PaySection.UntaxedExtras, "de bijkomende netto bedragen", slip.UntaxedExtras),
            (PaySection.Deductions, "de inhoudingen na netto", slip.Deductions),
        })
        {
            var (sum, hasLines) = (Euro.Zero, false);
            foreach (var line in slip.Lines)
            {
                if (line.Section == section)
                {
                    (sum, hasLines) = (sum + line.Amount, true);
                }
            }

            if (hasLines && sum != stated)
            {
                yield return SlipSentences.Lines(name, sum, stated);
            }
        }
    }

    /// <summary>Counts months without the bounds of <see cref="Maand"/>: a hostile date must not throw.</summary>
    private static int MonthIndex(DateOnly day) => (day.Year * 12) + day.Month;
}
