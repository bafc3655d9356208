using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>The months of a dossier that had an amount, came to another one, and wait for a person: old, new and difference.</summary>
public static class Recalculation
{
    /// <param name="checks">Every check of one dossier.</param>
    /// <param name="answers">What social workers did with them, by check; not what was sent back.</param>
    /// <param name="decided">What was decided for the dossier.</param>
    public static Herrekening Of(IReadOnlyCollection<RecalculatedCheck> checks, IReadOnlyDictionary<Guid, RecalculationAnswer> answers, DecidedAmounts decided)
    {
        var byId = checks.ToDictionary(check => check.Id);
        return new(
        [
            .. from current in checks
               where current is { IsCurrent: true, NewAmount: not null, ReplacesId: not null } && !answers.ContainsKey(current.Id)
               let old = decided.UpTo(current.Month) ?? StoodBefore(current)
               where old is not null && old != current.NewAmount
               orderby current.Month
               select new HerrekendeMaand(current.Month, old.Value, current.NewAmount!.Value, Causes(current.Findings)),
        ]);

        // Where nothing was decided: what was proposed or stayed as it was; where no answer was ever given, the amount before this one.
        Euro? StoodBefore(RecalculatedCheck current)
        {
            Euro? latest = null;
            for (var check = Before(current); check is not null; check = Before(check))
            {
                if (check.NewAmount is null)
                {
                    continue;
                }

                if (answers.TryGetValue(check.Id, out var answer))
                {
                    return answer.Kind == ProposalKind.SetAside ? check.OldAmount ?? latest : answer.Amount ?? check.NewAmount;
                }

                if (check.Outcome == CheckOutcome.Unchanged)
                {
                    return check.NewAmount;
                }

                latest ??= check.NewAmount;
            }

            return latest;
        }

        RecalculatedCheck? Before(RecalculatedCheck check) => check.ReplacesId is { } id ? byId.GetValueOrDefault(id) : null;
    }

    private static List<Aanleiding> Causes(IReadOnlyList<Finding> findings)
    {
        var causes = findings.Select(finding => finding.Code switch
        {
            "newSlip" or "slipForOldMonth" => Aanleiding.LaatkomendeLoonfiche,
            "correctedSlip" => Aanleiding.VerbeterdeLoonfiche,
            "slipChangedInPlace" => Aanleiding.GewijzigdeLoonfiche,
            "slipRemoved" => Aanleiding.VerdwenenLoonfiche,
            "factChanged" => Aanleiding.VerbeterdFeit,
            "lawChanged" => Aanleiding.GewijzigdeWet,
            _ => (Aanleiding?)null,
        }).OfType<Aanleiding>().Distinct().Order().ToList();
        return causes.Count > 0 ? causes : [Aanleiding.VroegereMaand];
    }
}

/// <summary>What a recalculation needs of a check.</summary>
public sealed record RecalculatedCheck(Guid Id, Maand Month, Guid? ReplacesId, bool IsCurrent, CheckOutcome Outcome, Euro? OldAmount, Euro? NewAmount, IReadOnlyList<Finding> Findings);

/// <param name="Kind">What was done with the check.</param>
/// <param name="Amount">What was put before the committee.</param>
public sealed record RecalculationAnswer(ProposalKind Kind, Euro? Amount);
