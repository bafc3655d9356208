using System.Runtime.CompilerServices;
using System.Text.Json;
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
internal sealed class PublishSlips(PayslipPublisher publisher, VaultSession office, PublishJournal journal, TextWriter output, TextWriter errors, TimeProvider clock)
{
    private const int RowsAtOnce = 4;
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(5);
    private readonly Lock _writing = new();
    private int _published;
    private int _alreadyThere;
    private int _failed;
    private long _lastProgress;

    /// <param name="slips">A JSON array of rows (<see cref="SlipRow"/>), read as it comes.</param>
    /// <param name="container">For rows that name none; null where every row must.</param>
    /// <param name="cancellation">Stops after the slips that are under way.</param>
    public async Task<PublishResult> RunAsync(Stream slips, Uri? container, CancellationToken cancellation)
    {
        _lastProgress = clock.GetTimestamp();
        await Parallel.ForEachAsync(
            RowsAsync(slips, cancellation),
            new ParallelOptions { MaxDegreeOfParallelism = RowsAtOnce, CancellationToken = cancellation },
            async (row, cancel) => await PublishAsync(row.Number, row.Slip, row.Slip.Container ?? container, cancel));
        return new PublishResult(_published, _alreadyThere, _failed);
    }

    private async IAsyncEnumerable<(int Number, SlipRow Slip)> RowsAsync(Stream slips, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var names = new HashSet<(string?, string, string)>();
        var number = 0;
        await using var rows = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(slips, cancellationToken: cancellation).GetAsyncEnumerator(cancellation);
        while (await NextAsync(rows, number + 1))
        {
            number++;
            var slip = SlipRow.Read(rows.Current, out var reason);
            if (slip is null)
            {
                Fail(number, reason);
            }
            else if (!names.Add((slip.Container?.AbsoluteUri, slip.Employer.Value, slip.Reference)))
            {
                Fail(number, "$.reference stands on an earlier row too");
            }
            else
            {
                yield return (number, slip);
            }
        }
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<JsonElement> rows, int number)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (JsonException error)
        {
            Fail(number, $"the file cannot be read from here on (line {error.LineNumber + 1}): it is not a JSON array of slips");
            return false;
        }
    }

    private async Task PublishAsync(int number, SlipRow row, Uri? container, CancellationToken cancellation)
    {
        if (container is null)
        {
            Fail(number, "$.container is missing, and the command line names none");
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
                Fail(number, $"not a payslip that can be calculated with: {string.Join(", ", problems.Select(problem => problem.Code))} (ontology/README.md says what each means)");
                break;
            case PublishOutcome.NotAllowed:
                Fail(number, "the vault refuses: this office may not add slips there (not given, or taken back), or a slip of this reference is there already");
                break;
            case PublishOutcome.NotSignedIn(var detail):
                Fail(number, "the office's identity is not accepted: " + detail);
                break;
            case PublishOutcome.Failed(var fault, var detail):
                Fail(number, $"the vault did not take it ({fault}): {detail}; try again");
                break;
        }

        Progress();
    }

    private void Fail(int number, string reason)
    {
        Interlocked.Increment(ref _failed);
        lock (_writing)
        {
            errors.WriteLine($"row {number}: {reason}");
        }
    }

    private void Progress()
    {
        lock (_writing)
        {
            if (clock.GetElapsedTime(_lastProgress) >= ProgressEvery)
            {
                _lastProgress = clock.GetTimestamp();
                output.WriteLine($"{_published + _alreadyThere + _failed} rows: {_published} published, {_alreadyThere} already there, {_failed} failed");
            }
        }
    }
}
