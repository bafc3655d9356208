using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers;

/// <summary>
/// Shows the citizen, before anything is shared, exactly the payslips that a yes would let the service read, and what the
/// leefloon would come to: in their own session, by the code that the monthly check runs, in memory alone.
/// </summary>
/// <remarks>Nothing is saved, and nothing that was read is written to a log: what the citizen looks at in their own vault is theirs.</remarks>
public sealed class PreviewConsent(DossierDb db, SolidVault vault, IPayslipSource source, TimeProvider clock)
{
    /// <param name="RequestId">What is asked.</param>
    /// <param name="Insz">Of the citizen who signed in.</param>
    /// <param name="Profile">Of the vault, already read.</param>
    /// <param name="Citizen">The citizen's own session at the vault; or us, under the grant that they have just given.</param>
    /// <param name="From">Payslips of this month and later: as asked, or narrower.</param>
    /// <param name="Until">Last day on which the service would read.</param>
    /// <param name="Granted">The container, where the citizen answered at a vault that speaks access grants; null: it is found here.</param>
    public sealed record Command(Guid RequestId, Insz Insz, WebIdProfile Profile, VaultSession Citizen, Maand From, DateOnly Until, Uri? Granted = null);

    /// <param name="Month">A month that would be calculated.</param>
    /// <param name="Outcome">What it would come to.</param>
    /// <param name="StandsNow">The amount that stands in the records for this month, or for the latest before it; null: nothing yet.</param>
    /// <param name="NewAmount">What would be calculated; null where that is not possible yet.</param>
    /// <param name="Step">The tree of steps of <paramref name="NewAmount"/>.</param>
    public sealed record MonthPreview(Maand Month, CheckOutcome Outcome, Euro? StandsNow, Euro? NewAmount, Stap? Step);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="Slips">What would be read, newest period first; those that could not be used too.</param>
        /// <param name="NotFetched">Documents that are there and did not come this time.</param>
        /// <param name="Outside">How many documents of another time are there, and would be left alone or thrown away.</param>
        /// <param name="Months">What would be calculated, newest first.</param>
        public sealed record Shown(IReadOnlyList<Slip> Slips, int NotFetched, int Outside, IReadOnlyList<MonthPreview> Months) : Outcome;

        public sealed record RequestEnded : Outcome;

        /// <param name="Code">As of <see cref="GiveConsent"/>, or <c>visitOver</c>.</param>
        /// <param name="Sentence">For the citizen, Dutch, level B1.</param>
        public sealed record VaultFailed(string Code, string Sentence) : Outcome;

        /// <summary>No such request of this person.</summary>
        public sealed record NotFound : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        try
        {
            return await LookAsync(command, cancellation);
        }
        finally
        {
            // The records were only looked at: whatever a later save of this request writes, it is nothing of this.
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Outcome> LookAsync(Command command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await db.RequestOfAsync(command.RequestId, command.Insz, cancellation) is not { Request: var request })
        {
            return new Outcome.NotFound();
        }

        if (!request.CanBeGiven(now))
        {
            return new Outcome.RequestEnded();
        }

        var found = command.Granted is { } granted ? new VaultAnswer<Uri>.Ok(granted) : await PayslipContainer.FindAsync(vault, command.Profile, command.Citizen, cancellation);
        if (found is not VaultAnswer<Uri>.Ok { Value: var container })
        {
            var (code, sentence) = found is VaultAnswer<Uri>.Absent ? GiveConsent.NoStorage : GiveConsent.Failed(found);
            return new Outcome.VaultFailed(code, sentence);
        }

        var asked = new SourceRequest(container, command.Insz, [], command.Citizen) { From = command.From.FirstDay, To = command.Until };
        return await source.ReadAsync(asked, cancellation) switch
        {
            SourceAnswer.Read read => Show(read, await DossierState.LoadAsync(db, request.DossierId, cancellation), container, command.From, now),
            // The folder is made with the yes; until then there is nothing to read.
            SourceAnswer.Unreachable { Code: "containerAbsent" } => new Outcome.Shown([], 0, 0, []),
            SourceAnswer.Unreachable { Code: "tokenRejected" } or SourceAnswer.ConsentEnded => new Outcome.VaultFailed("visitOver", "Uw kluis laat u niet meer kijken. Meld u opnieuw aan bij uw kluis."),
            _ => new Outcome.VaultFailed("vaultBroken", "Uw kluis antwoordt nu niet zoals het hoort. Er is niets veranderd. Probeer het later opnieuw."),
        };
    }

    private static Outcome.Shown Show(SourceAnswer.Read read, DossierState state, Uri container, Maand from, DateTimeOffset now)
    {
        var due = Maand.Of(Belgium.DayOf(now)).Previous;
        var last = state.Checks.Current.Select(c => c.Month).Append(due).Max();
        var news = SlipNews.Of(state, container.AbsoluteUri, read, last, now);
        var facts = DossierFacts.From(state.History);
        List<MonthPreview> months = [];
        foreach (var (month, stands) in MonthsToCheck.Of(due, last, state, facts, news).Where(month => state.Policies.WageMonth(month) >= from).Select(month => (month, state.Checks.AmountUpTo(month))).ToList())
        {
            var verdict = JudgeMonth.Of(month, due, facts, news, state.Checks, Belgium.DayOf(now));
            var (old, amount) = (state.Checks.StoodBefore(month, verdict.Result?.Bedrag), verdict.Result?.Bedrag);
            var outcome = verdict.Outcome ?? (amount == old ? CheckOutcome.Unchanged : CheckOutcome.Changed);
            months.Add(new MonthPreview(month, outcome, stands, amount, verdict.Result?.Stap));

            // The days of the exemption that this month consumes are not there for the next.
            state.Checks.Put(new KnownCheck(Guid.CreateVersion7(now), month, "", state.Checks.In(month)?.Id, IsCurrent: true, outcome, old, amount, verdict.Findings, [.. verdict.Used.Select(slip => slip.Id)], verdict.Result?.VerbruikteDagen ?? [], AanvullendLeefloon.Versie, now, Answer: null, IsTold: false));
        }

        months.Reverse();
        var there = read.Slips.Select(slip => slip.Url.AbsoluteUri).ToHashSet(StringComparer.Ordinal);
        var slips = news.Current.Where(slip => there.Contains(slip.Url)).OrderByDescending(slip => slip.PeriodTo).ThenBy(slip => slip.Url, StringComparer.Ordinal);
        return new Outcome.Shown([.. slips], news.NotFetched.Count, read.Seen.Count - there.Count, months);
    }
}
