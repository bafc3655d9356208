using System.Security.Cryptography;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Which new amounts an OCMW lets a social worker propose many at a time. Never one that goes down, whatever the OCMW chose.</summary>
/// <remarks>Where one of these is not sure, the line is looked at by itself: it is no loss to look.</remarks>
internal static class BulkRule
{
    /// <summary>Of those that are proposed together, one in so many is looked at by a second person.</summary>
    private const int OneIn = 10;

    /// <summary>
    /// What a check may have found, and nothing else: a slip, or the law of another day. The last two warnings say how all
    /// amounts of the OCMW are made, and nothing of this one.
    /// </summary>
    private static readonly string[] Plain = ["newSlip", "lawChanged", "warning:amountUnconfirmed", "warning:policyApplied:"];

    /// <param name="below">The OCMW's threshold: a rise of less than this; zero: nothing in bulk.</param>
    /// <param name="check">With its findings.</param>
    /// <param name="stood">What the person gets without it.</param>
    /// <param name="slips">Those that the check used.</param>
    /// <param name="isAlone">Nothing else waits in the dossier: no other check, no decision, no question to the person.</param>
    public static bool Allows(Euro below, Check check, Euro? stood, IReadOnlyCollection<Slip> slips, bool isAlone) =>
        below > Euro.Zero
        && check is { IsCurrent: true, Outcome: CheckOutcome.Changed, NewAmount: { } amount }
        && stood is { } old && amount >= old && amount - old < below
        && isAlone
        && check.Findings.All(finding => Plain.Any(code => code.EndsWith(':') ? finding.Code.StartsWith(code, StringComparison.Ordinal) : finding.Code == code))
        && slips.Count > 0 && slips.Count == check.SlipIds.Count
        && slips.All(slip => slip is { Loonfiche: not null, Notes.Count: 0, Signature.Code: "signed", EndedAt: null });

    /// <summary>How many of so many are drawn: at least one.</summary>
    public static int Drawn(int proposed) => (proposed + OneIn - 1) / OneIn;

    /// <summary>In an order that nobody knows beforehand: the first of them are the sample.</summary>
    public static IReadOnlyList<Guid> Shuffled(IEnumerable<Guid> checks)
    {
        Guid[] all = [.. checks];
        RandomNumberGenerator.Shuffle<Guid>(all);
        return all;
    }
}
