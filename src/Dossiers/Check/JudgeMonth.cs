using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>From the documents and facts of one month to what it comes to. Reads nothing, writes nothing.</summary>
/// <remarks>
/// The first that stands in the way decides, in this order: a document that could not be fetched, one that was kept out, a
/// correction that can mean two things, a payslip that is missing, a fact that is missing, the law. All that was found is told whichever decides. In a month
/// without any day of right no payslip is waited for: nothing hangs on it.
/// </remarks>
internal static class JudgeMonth
{
    /// <param name="month">The month asked, or another that something touched.</param>
    /// <param name="asked">The month that is due: what belongs to no known month is told there.</param>
    /// <param name="facts">Of the dossier.</param>
    /// <param name="news">What the vault holds, and what is new in it.</param>
    /// <param name="checks">Those that stand, with the days of the exemption that earlier months consumed.</param>
    /// <param name="today">In Belgium.</param>
    public static MonthVerdict Of(Maand month, Maand asked, DossierFacts facts, SlipNews news, Ledger checks, DateOnly today)
    {
        var (standing, isAsked) = (checks.In(month), month == asked);
        var wageMonth = news.Policies.WageMonth(month);
        var slips = news.For(month);
        var somewhere = slips.KeptOutSomewhere.Where(s => isAsked || standing?.Findings.Any(f => f.SlipUrl == s.Url) == true).ToList();
        var (geval, missing) = MonthFacts.Of(facts, month, checks.DaysBefore(month), [.. slips.Usable.Select(s => Loon.Uit(news.Disputes.Counting(s)!))], news.Policies.In(month));
        var unread = news.NotFetched.Where(n => (isAsked || standing?.NewAmount is null) && (n.Known?.Period() is null || news.Policies.Uses(n.Known, month))).Select(n => n.Slip).ToList();
        var unreadElsewhere = isAsked ? news.NotFetched.Select(n => n.Slip).Except(unread) : [];
        var unclear = news.Corrections.Unclear.Where(c => news.Policies.Uses(c.Slip, month) || (c.Target is { } target && news.Policies.Uses(target, month))).ToList();
        var verdict = new MonthVerdict(month)
        {
            Slips = [.. slips.Usable, .. slips.Duplicates, .. slips.KeptOut, .. somewhere],
            Used = slips.Usable,
            Corrected = [.. slips.Usable.SelectMany(news.Disputes.ForFingerprint)],
            Facts = geval,
            Findings =
            [
                .. CheckSentences.SlipsNotFetched([.. unread.Concat(unreadElsewhere)]),
                .. CheckSentences.SlipsKeptOut([.. slips.KeptOut, .. somewhere]),
                .. unclear.Select(CheckSentences.CorrectionUnclear),
                .. missing is null ? [] : (Finding[])[missing],
                .. MonthNews.Of(month, asked, news, checks, facts),
                .. slips.Usable.Where(s => s.Touches(wageMonth) && MonthFacts.NoWageConfirmed(facts, wageMonth, s.Loonfiche!.Employer)).Select(s => CheckSentences.ZeroContradicted(s, wageMonth)),
                .. slips.Usable.SelectMany(CheckSentences.Notes),
                .. slips.Usable.SelectMany(s => SignatureFindings.Of(s, news.Signatures)),
                .. slips.Usable.SelectMany(news.Disputes.Findings),
                .. slips.Duplicates.Select(CheckSentences.Duplicate),
            ],
        };
        if (geval is { Recht.Count: 0 })
        {
            return Calculate(verdict, geval);
        }

        if (unread.Count > 0)
        {
            return verdict with { Outcome = CheckOutcome.VaultUnreachable, Reason = "slipNotFetched " + string.Join(' ', unread.Select(s => s.Url.AbsoluteUri).Order(StringComparer.Ordinal)) };
        }

        if (slips.KeptOut.Any(s => !s.IsOfSomebodyElse()) || (slips.Usable.Count == 0 && somewhere.Any(s => !s.IsOfSomebodyElse())))
        {
            return verdict with { Outcome = CheckOutcome.CannotCalculate, Reason = "slipKeptOut" };
        }

        if (unclear.Count > 0)
        {
            return verdict with { Outcome = CheckOutcome.CannotCalculate, Reason = "correctionUnclear" };
        }

        verdict = MissingPayslips(verdict, facts, news, today);
        return verdict.Outcome is not null ? verdict
            : geval is null ? verdict with { Outcome = CheckOutcome.CannotCalculate, Reason = missing == CheckSentences.NoRight ? "noRight" : "noCategory" }
            : Calculate(verdict, geval);
    }

    /// <summary>With how things stand with the slips that are not there; with an outcome where the month has to wait for one.</summary>
    private static MonthVerdict MissingPayslips(MonthVerdict verdict, DossierFacts facts, SlipNews news, DateOnly today)
    {
        // What is waited for is the wage of the month that the OCMW sets against this one.
        var month = news.Policies.WageMonth(verdict.Month);
        var expectations = ExpectedEmployers.Of(month, facts, news, today);
        verdict = verdict with { Findings = [.. expectations.Select(e => CheckSentences.Missing(e, month)), .. verdict.Findings] };
        if (expectations.Where(e => e.StandsInTheWay).ToList() is { Count: > 0 } waiting)
        {
            // The state is part of what the check rests on: a slip that has become late is told, though nothing else changed.
            return verdict with { Outcome = CheckOutcome.NoPayslipYet, Reason = string.Join(' ', waiting.Select(e => $"{e.Employer.Value}:{e.State}")) };
        }

        var isExplained = verdict.Used.Any(s => s.Touches(month)) || ExpectedEmployers.AllWorkEnded(month, facts) || MonthFacts.NoWageConfirmed(facts, month) || expectations.Any(e => e.State == ExpectationState.ConfirmedZero);
        return !isExplained
            ? verdict with { Outcome = CheckOutcome.NoPayslipYet, Findings = [CheckSentences.NoPayslip(month), .. verdict.Findings] }
            : verdict;
    }

    private static MonthVerdict Calculate(MonthVerdict verdict, Geval geval) => AanvullendLeefloon.Bereken(geval) switch
    {
        Uitkomst.Berekend(var result) => verdict with { Result = result, Findings = [.. verdict.Findings, .. result.Waarschuwingen.Select(CheckSentences.Warning), .. ExemptionEnding(geval, result)] },
        Uitkomst.NietTeBerekenen ending => verdict with { Outcome = CheckOutcome.CannotCalculate, Reason = ending.Code, Findings = [CheckSentences.Law(ending), .. verdict.Findings] },
        var other => throw new InvalidOperationException($"The law ends in {other.GetType().Name}, which nobody knows."),
    };

    private static IEnumerable<Finding> ExemptionEnding(Geval geval, Maandresultaat result) =>
        Vrijstellingsboek.Van(geval, result) is { EindigtBinnenkort: true } ledger ? [CheckSentences.ExemptionEnding(ledger)] : [];
}
