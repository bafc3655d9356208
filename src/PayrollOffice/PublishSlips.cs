using System.Globalization;
using System.Runtime.CompilerServices;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.PayrollOffice;

/// <summary>How a whole file ended.</summary>
/// <param name="Published">Slips that were not there before.</param>
/// <param name="AlreadyThere">Slips that were: a run that was stopped is simply started again.</param>
/// <param name="Failed">Rows that were bad or did not arrive, each reported with its number and a reason.</param>
internal sealed record PublishResult(int Published, int AlreadyThere, int Failed)
{
    public int Rows => Published + AlreadyThere + Failed;
}

/// <summary>Publishes a file of slips; a bad row is reported and does not stop the rest.</summary>
internal sealed class PublishSlips(PayslipPublisher publisher, VaultSession office, PublishJournal journal, PublishProgress progress)
{
    private const int RowsAtOnce = 4;
    private int _published;
    private int _alreadyThere;
    private int _failed;

    /// <param name="slips">Rows (<see cref="SlipRow"/>), read as they come.</param>
    /// <param name="csv">As <see cref="SlipRows"/> tells them apart.</param>
    /// <param name="container">For rows that name none; null where every row must.</param>
    /// <param name="cancellation">Stops after the slips that are under way.</param>
    public async Task<PublishResult> RunAsync(Stream slips, bool csv, Uri? container, CancellationToken cancellation)
    {
        await Parallel.ForEachAsync(
            RowsAsync(slips, csv, cancellation),
            new ParallelOptions { MaxDegreeOfParallelism = RowsAtOnce, CancellationToken = cancellation },
            async (row, cancel) => await PublishAsync(row.Where, row.Slip, row.Slip.Container ?? container, cancel));
        return new PublishResult(_published, _alreadyThere, _failed);
    }

    private async IAsyncEnumerable<(string Where, SlipRow Slip)> RowsAsync(Stream slips, bool csv, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var names = new HashSet<(string?, string, string)>();
        await foreach (var row in SlipRows.ReadAsync(slips, csv, cancellation))
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"row {row.Number}, line {row.Line}");
            if (row.Slip is not { } slip)
            {
                Fail(where, row.Reason);
            }
            else if (!names.Add((slip.Container?.AbsoluteUri, slip.Employer.Value, slip.Reference)))
            {
                Fail(where, "$.reference stands on an earlier row too");
            }
            else
            {
                yield return (where, slip);
            }
        }
    }

    private async Task PublishAsync(string where, SlipRow row, Uri? container, CancellationToken cancellation)
    {
        if (container is null)
        {
            Fail(where, "$.container is missing, and the command line names none");
            return;
        }

        var slip = row.ToLoonfiche();
        if (PayslipPublisher.UrlOf(container, slip, slip.Id) is { } url && journal.Contains(url))
        {
            Interlocked.Increment(ref _alreadyThere);
            Progress();
            return;
        }

        switch (await publisher.PublishAsync(container, slip, office, cancellation))
        {
            case PublishOutcome.Published(var at):
                journal.Add(at);
                Interlocked.Increment(ref _published);
                break;
            case PublishOutcome.AlreadyThere(var at):
                journal.Add(at);
                Interlocked.Increment(ref _alreadyThere);
                break;
            case PublishOutcome.Refused(var problems):
                // Codes and not sentences: a sentence may name amounts, and this output may be kept as a log.
                Fail(where, $"not a payslip that can be calculated with: {string.Join(", ", problems.Select(problem => problem.Code))} (ontology/README.md says what each means)");
                break;
            case PublishOutcome.NotAllowed:
                Fail(where, "the vault refuses: this office may not add slips there (not given, or taken back), or a slip of this reference is there already");
                break;
            case PublishOutcome.NotSignedIn(var detail):
                Fail(where, "the office's identity is not accepted: " + detail);
                break;
            case PublishOutcome.Failed(var fault, var detail):
                Fail(where, $"the vault did not take it ({fault}): {detail}; try again");
                break;
        }

        Progress();
    }

    private void Fail(string where, string reason)
    {
        Interlocked.Increment(ref _failed);
        progress.Error($"{where}: {reason}");
    }

    private void Progress() => progress.Report(_published, _alreadyThere, _failed);
}
