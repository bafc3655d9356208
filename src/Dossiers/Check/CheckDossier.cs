using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers;

/// <summary>The spine: one dossier. Reads the source, calculates the months touched, compares with what stood, records check and message in one save.</summary>
/// <remarks>
/// One look and all that follows from it is one transaction: slips, checks and messages are there together or not at all.
/// It saves only where the consent still stands as it was when the look began: what was read while the citizen withdrew is
/// thrown away. Where another run was faster the unique indexes say so, and the work is done again on what that one wrote.
/// </remarks>
public sealed class CheckDossier
{
    private const int Attempts = 8;

    /// <summary>Longer than from one monthly check to the next: two of them in a row got no answer.</summary>
    private static readonly TimeSpan SilentForTooLong = TimeSpan.FromDays(35);

    private readonly DossierDb _db;
    private readonly IPayslipSource _source;
    private readonly ConsentSessions _sessions;
    private readonly WriteTurn _turn;
    private readonly TimeProvider _clock;

    internal CheckDossier(DossierDb db, IPayslipSource source, ConsentSessions sessions, WriteTurn turn, TimeProvider clock) =>
        (_db, _source, _sessions, _turn, _clock) = (db, source, sessions, turn, clock);

    /// <param name="DossierId">The dossier.</param>
    /// <param name="Month">The month that is due; months that a new slip or fact touches are done too.</param>
    /// <param name="RunId">The run that it is part of.</param>
    /// <param name="DryRun">Reads and calculates; writes nothing.</param>
    public sealed record Command(Guid DossierId, Maand Month, Guid? RunId = null, bool DryRun = false)
    {
        /// <summary>Looks into no vault: the months with an amount, from the one asked on, are judged again by what is known. For what people corrected in a slip.</summary>
        internal bool FromRecords { get; init; }

        /// <summary>What a run has looked at already, for many dossiers at once; null: everything is looked at here.</summary>
        internal EarlyLook? Early { get; init; }
    }

    /// <param name="State">As it stood at <paramref name="At"/> or later.</param>
    /// <param name="Answer">Of the source, asked after that; null where it was not asked.</param>
    /// <param name="At">Before anything was looked at.</param>
    internal sealed record EarlyLook(DossierState State, SourceAnswer? Answer, DateTimeOffset At);

    /// <param name="DossierId">The dossier.</param>
    /// <param name="DossierNumber">The number that people use.</param>
    /// <param name="Months">The month asked, with <see cref="MonthReport.IsNew"/> false where its check stood, and every other month that got a new check. Empty where there is nothing to check: no consent was ever given, or no right touches the month.</param>
    /// <param name="Timings">Where the time went.</param>
    public sealed record Report(Guid DossierId, string DossierNumber, IReadOnlyList<MonthReport> Months, CheckTimings Timings)
    {
        /// <summary>Suspended or closed for the whole of the month asked, so that nothing was read; null: it was open.</summary>
        public DossierStatus? NotOpen { get; init; }
    }

    public async Task<Report> RunAsync(Command command, CancellationToken cancellation)
    {
        var started = _clock.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var span = Telemetry.Spans.StartActivity("check");
                var report = await OnceAsync(command, started, cancellation);
                Telemetry.Record(report);
                return report;
            }
            catch (Exception failure) when (failure.IsLostRace() && attempt < Attempts)
            {
                // Read again: the other run may have seen a newer vault than we did.
                command = command with { Early = null };
            }
            catch (Exception) when (!cancellation.IsCancellationRequested)
            {
                Telemetry.CheckFailures.Add(1);
                throw;
            }
            finally
            {
                _db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Report> OnceAsync(Command command, long started, CancellationToken cancellation)
    {
        var now = command.Early?.At ?? _clock.GetUtcNow();
        var state = command.Early?.State ?? await DossierState.LoadAsync(_db, command.DossierId, cancellation);
        state.Track(_db);
        var look = new Look(command, state, now);
        DossierStatus? notOpen = null;
        if (command.FromRecords)
        {
            await JudgeAgainAsync(look, cancellation);
        }
        else if (state.Consent is { IsActive: true } consent)
        {
            if (consent.HasLapsed(now))
            {
                await LapseAsync(look, consent, cancellation);
            }
            else if (command.Early?.Answer is not null || ReasonToRead.Is(command.Month, consent, state.History, state.Checks.Current))
            {
                await ReadAsync(look, consent, cancellation);
            }
            else
            {
                notOpen = DossierLife.NotOpenIn(DossierFacts.From(state.History), command.Month);
                look.Months.AddRange(state.Checks.In(command.Month) is { } standing ? [MonthReport.Of(standing)] : []);
            }
        }
        else if (state.Consent is { } ended)
        {
            await TellEndedAsync(look, ended, cancellation);
        }

        var saving = _clock.GetTimestamp();
        if (!command.DryRun)
        {
            using var mine = await _turn.TakeAsync(cancellation);
            await _db.SaveChangesAsync(cancellation);
        }

        var time = look.Source;
        return new Report(
            state.Dossier.Id,
            state.Dossier.Number,
            look.Months,
            new CheckTimings(time.Token, time.Listing, time.Slips, time.Parse, look.Law, _clock.GetElapsedTime(saving), _clock.GetElapsedTime(started)))
        {
            NotOpen = notOpen,
        };
    }

    private async Task ReadAsync(Look look, Consent consent, CancellationToken cancellation)
    {
        var (state, asked) = (look.State, look.Command.Month);

        var answer = look.Command.Early?.Answer ?? await _source.ReadAsync(VaultRequests.For(consent, state.Dossier, _sessions) with { Known = VaultRequests.Known(state, consent), AtOnce = look.Command.RunId is null ? 4 : 1 }, cancellation);
        switch (answer)
        {
            case var _ when consent.HasLapsed(_clock.GetUtcNow()):
                // Midnight passed while we read.
                await LapseAsync(look, consent, cancellation);
                break;
            case SourceAnswer.Read read:
                Record(consent, "read", read.Slips.Count(s => s is not FoundSlip.NotFetched), read.OutsidePeriod);
                consent.LastReadAt = look.Now;
                look.Source = read.Timings;

                // A month with a check was due before: what is new in it now would be no news any more at the next look.
                // The end of an earlier consent was told in the month in which it came, due or not.
                var last = state.Checks.Current.Where(c => c.Outcome != CheckOutcome.ConsentEnded).Select(c => c.Month).Append(asked).Max();
                var news = SlipNews.Of(state, consent.Container, read, last, look.Now);
                _db.Slips.AddRange(news.Added);
                _db.Events.AddRange(news.Added.Where(s => s.Loonfiche is not null).Select(s => EventRecord.PayslipFound(state.Dossier, s, replaces: state.Slips.Any(known => known.Url == s.Url && known.Loonfiche is not null), look.Now)));
                var facts = DossierFacts.From(state.History);
                foreach (var month in MonthsToCheck.Of(asked, last, state, facts, news))
                {
                    if (state.Policies.WageMonth(month) < consent.From && state.Checks.In(month)?.NewAmount is null)
                    {
                        // Of a month before the consent a slip is seen by chance, where it runs on: one alone would be taken for the whole.
                        if (month == asked)
                        {
                            await CompareAsync(look, new MonthVerdict(month) { Outcome = CheckOutcome.NoPayslipYet, Reason = "beforeConsent", Findings = [CheckSentences.BeforeConsent(month)] }, cancellation);
                        }

                        continue;
                    }

                    var law = _clock.GetTimestamp();
                    var verdict = JudgeMonth.Of(month, asked, facts, news, state.Checks, Belgium.DayOf(look.Now));
                    look.Law += _clock.GetElapsedTime(law);
                    await CompareAsync(look, verdict, cancellation);
                }

                Settle(look, consent, read.Listing, news.Current);
                break;
            case SourceAnswer.ConsentEnded:
                Record(consent, "consentEnded", 0);
                consent.VaultRefusedAt = look.Now;
                await ConsentEnd.DropAsync(_db, consent, "refusedByVault", look.Now, cancellation);
                await CompareAsync(look, new MonthVerdict(asked) { Outcome = CheckOutcome.ConsentEnded, Reason = consent.Id.ToString("N"), Findings = [CheckSentences.Refused] }, cancellation);
                break;
            case SourceAnswer.Unreachable unreachable:
                Record(consent, unreachable.Code, 0);
                await CompareAsync(look, Unreachable(look, consent, unreachable), cancellation);
                break;
            default:
                throw new InvalidOperationException($"A source answers {answer.GetType().Name}, which nobody knows.");
        }

        void Record(Consent of, string code, int documents, int outside = 0)
        {
            Telemetry.Vaults.Add(1, new KeyValuePair<string, object?>("answer", code));
            _db.VaultReads.Add(new VaultRead { Id = Guid.CreateVersion7(look.Now), ConsentId = of.Id, At = look.Now, Answer = code, DocumentsFetched = documents, DocumentsOutside = outside, RunId = look.Command.RunId });

            // An update of the consent in any case: it fails where the citizen withdrew or narrowed it in the meantime.
            _db.Entry(of).Property(c => c.LastReadAt).IsModified = true;
        }
    }

    private async Task JudgeAgainAsync(Look look, CancellationToken cancellation)
    {
        var (state, facts, news) = (look.State, DossierFacts.From(look.State.History), SlipNews.Known(look.State));
        var last = state.Checks.Current.Select(c => c.Month).Append(look.Command.Month).Max();

        // All those after it too: the days of the exemption run on.
        foreach (var month in state.Checks.Current.Where(c => c.Month >= look.Command.Month && c.NewAmount is not null).Select(c => c.Month).ToList())
        {
            await CompareAsync(look, JudgeMonth.Of(month, last, facts, news, state.Checks, Belgium.DayOf(look.Now)), cancellation);
        }
    }

    /// <summary>Remembers a vault of which nothing is left to do; forgets what was remembered of any other.</summary>
    private void Settle(Look look, Consent consent, string? listing, IReadOnlyList<Slip> slips)
    {
        var (checks, mark) = (look.State.Checks, look.State.Settled);
        if (listing is null || checks.In(look.Command.Month) is null || checks.Current.Any(c => c.NewAmount is null) || slips.Any(s => s.Loonfiche is null && !s.IsOfSomebodyElse()))
        {
            if (mark is not null)
            {
                _db.SettledVaults.Remove(mark);
            }

            return;
        }

        mark ??= _db.SettledVaults.Add(new SettledVault { ConsentId = consent.Id, Listing = listing, Signers = "", Month = look.Command.Month, LawVersion = "", FactsSeenTo = look.Now }).Entity;
        (mark.Listing, mark.Signers, mark.Month, mark.LawVersion, mark.FactsSeenTo) = (listing, SettledVaults.SignersOf(slips), look.Command.Month, AanvullendLeefloon.Versie, look.Now - MonthsToCheck.Overlap);
    }

    /// <summary>What is known of the vault stands; nothing is known of what may be new in it.</summary>
    private static MonthVerdict Unreachable(Look look, Consent consent, SourceAnswer.Unreachable answer)
    {
        var (state, month) = (look.State, look.Command.Month);
        var isGone = look.Now - (consent.LastReadAt ?? consent.GivenAt) > SilentForTooLong;
        var expected = ExpectedEmployers.Of(state.Policies.WageMonth(month), DossierFacts.From(state.History), SlipNews.Known(state), Belgium.DayOf(look.Now), wasRead: false);
        return new MonthVerdict(month)
        {
            Outcome = CheckOutcome.VaultUnreachable,
            Reason = answer.Code + (isGone ? " gone" : ""),
            Findings =
            [
                CheckSentences.Vault(answer),
                .. isGone ? (Finding[])[CheckSentences.VaultGone(consent.LastReadAt ?? consent.GivenAt)] : [],
                .. expected.Where(e => e.State == ExpectationState.SourceBroken).Select(e => CheckSentences.Missing(e, month)),
            ],
        };
    }

    /// <summary>Its time is over: whoever looks first records it.</summary>
    private async Task LapseAsync(Look look, Consent consent, CancellationToken cancellation)
    {
        consent.ExpiredAt = Belgium.StartOf(consent.Until!.Value.AddDays(1));
        await ConsentEnd.DropAsync(_db, consent, "expired", look.Now, cancellation);
        await TellEndedAsync(look, consent, cancellation);
    }

    /// <summary>The vault is not touched. It is told once per consent, in whichever month comes first.</summary>
    private async Task TellEndedAsync(Look look, Consent ended, CancellationToken cancellation)
    {
        if (look.State.Checks.Current.FirstOrDefault(c => c.Outcome == CheckOutcome.ConsentEnded && c.CheckedAt >= ended.GivenAt) is { } told)
        {
            look.Months.Add(MonthReport.Of(told));
            return;
        }

        await CompareAsync(look, new MonthVerdict(look.Command.Month) { Outcome = CheckOutcome.ConsentEnded, Reason = ended.Id.ToString("N"), Findings = [CheckSentences.Ended(ended)] }, cancellation);
    }

    /// <summary>Where nothing differs from the check that stands nothing happens; else a new check takes its place.</summary>
    private async Task CompareAsync(Look look, MonthVerdict verdict, CancellationToken cancellation)
    {
        var (checks, version) = (look.State.Checks, AanvullendLeefloon.Versie);
        var standing = checks.In(verdict.Month);
        if (standing is not null && standing.Fingerprint == Fingerprint.Of(verdict, version, standing.ReplacesId))
        {
            if (standing.Month == look.Command.Month)
            {
                look.Months.Add(MonthReport.Of(standing));
            }

            return;
        }

        var old = checks.StoodBefore(verdict.Month, verdict.Result?.Bedrag);
        var reach = verdict.Result is { } result ? Threshold.Of(look.State.TellFrom, verdict.Month, result.Bedrag, checks) : null;
        var isChanged = verdict.Result is null || verdict.Result.Bedrag != old;
        var check = new Check
        {
            Id = Guid.CreateVersion7(look.Now),
            DossierId = look.State.Dossier.Id,
            Month = verdict.Month,
            Fingerprint = Fingerprint.Of(verdict, version, standing?.Id),
            ReplacesId = standing?.Id,
            Outcome = verdict.Outcome ?? (isChanged ? CheckOutcome.Changed : CheckOutcome.Unchanged),
            OldAmount = old,
            NewAmount = verdict.Result?.Bedrag,
            Findings = [.. verdict.Findings, .. reach is null ? [] : reach.Findings(isChanged)],
            SlipIds = [.. verdict.Used.Select(s => s.Id)],
            Geval = verdict.Result is null ? null : verdict.Facts,
            Result = verdict.Result,
            ExemptionDays = verdict.Result?.VerbruikteDagen ?? [],
            LawVersion = version,
            CheckedAt = look.Now,
            RunId = look.Command.RunId,
        };
        if (standing is not null)
        {
            (await _db.Checks.SingleAsync(c => c.Id == standing.Id, cancellation)).IsCurrent = false;
            foreach (var message in await _db.Messages.Where(m => m.CheckId == standing.Id && m.DoneAt == null).ToListAsync(cancellation))
            {
                message.DoneAt = look.Now;
            }
        }

        _db.Checks.Add(check);
        var tells = News.IsWorthTelling(check, checks, reach?.IsBelow == true);
        if (tells)
        {
            _db.Messages.Add(News.Of(check, look.State.Dossier.SocialWorkerId));
        }

        var known = KnownCheck.From(check, tells);
        checks.Put(known);
        look.Months.Add(MonthReport.Of(known) with { IsNew = true, ToldTo = tells ? look.State.SocialWorker.Name : null });
    }

    /// <summary>One attempt, from loading to saving.</summary>
    private sealed class Look(Command command, DossierState state, DateTimeOffset now)
    {
        public Command Command => command;

        public DossierState State => state;

        /// <summary>Before anything was loaded: what is recorded from here on is later than this check.</summary>
        public DateTimeOffset Now => now;

        public List<MonthReport> Months { get; } = [];

        public SourceTimings Source { get; set; } = new(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);

        public TimeSpan Law { get; set; }
    }
}
