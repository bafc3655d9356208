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
    /// <param name="facts">Of the dossier.</param>
    /// <param name="news">What the vault holds, and what is new in it.</param>
    /// <param name="usedDays">Days of the exemption consumed in earlier months.</param>
    /// <param name="standing">The check of this month that stands, or null.</param>
    /// <param name="asked">Whether this is the month that is due: what belongs to no known month is told there.</param>
    public static MonthVerdict Of(Maand month, DossierFacts facts, SlipNews news, IEnumerable<Periode> usedDays, KnownCheck? standing, bool asked)
    {
        var slips = MonthSlips.Of(month, news);
        var somewhere = slips.KeptOutSomewhere.Where(s => asked || standing?.Findings.Any(f => f.SlipUrl == s.Url) == true).ToList();
        var (geval, missing) = MonthFacts.Of(facts, month, usedDays, [.. slips.Usable.Select(s => Loon.Uit(s.Loonfiche!))]);
        var unread = news.NotFetched.Where(n => (asked || standing?.NewAmount is null) && (n.Known?.Period() is null || n.Known.Touches(month))).Select(n => n.Slip).ToList();
        var unreadElsewhere = asked ? news.NotFetched.Select(n => n.Slip).Except(unread) : [];
        var unclear = news.Corrections.Unclear.Where(c => c.Touches(month)).ToList();
        var verdict = new MonthVerdict(month)
        {
            Slips = [.. slips.Usable, .. slips.Duplicates, .. slips.KeptOut, .. somewhere],
            Used = slips.Usable,
            Facts = geval,
            Findings =
            [
                .. unread.Concat(unreadElsewhere).Select(CheckSentences.SlipNotFetched),
                .. slips.KeptOut.Concat(somewhere).SelectMany(CheckSentences.SlipKeptOut),
                .. unclear.Select(CheckSentences.CorrectionUnclear),
                .. missing is null ? [] : (Finding[])[missing],
                .. news.FindingsIn(month),
                .. slips.Usable.SelectMany(CheckSentences.Notes),
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

        if (MissingPayslips(verdict, facts, news) is { } waiting)
        {
            return waiting;
        }

        return geval is null ? verdict with { Outcome = CheckOutcome.CannotCalculate, Reason = missing == CheckSentences.NoRight ? "noRight" : "noCategory" } : Calculate(verdict, geval);
    }

    private static MonthVerdict? MissingPayslips(MonthVerdict verdict, DossierFacts facts, SlipNews news)
    {
        var month = verdict.Month;
        var silent = ExpectedEmployers.Of(month, facts, news).Where(e => verdict.Used.All(s => s.Loonfiche!.Employer != e.Key)).OrderBy(e => e.Key.Value, StringComparer.Ordinal).ToList();
        if (silent.Count > 0)
        {
            return verdict with
            {
                Outcome = CheckOutcome.NoPayslipYet,
                Reason = string.Join(' ', silent.Select(e => e.Key.Value)),
                Findings = [.. silent.Select(e => CheckSentences.EmployerSilent(e.Value, month)), .. verdict.Findings],
            };
        }

        return verdict.Used.Count == 0 && !ExpectedEmployers.AllWorkEnded(month, facts)
            ? verdict with { Outcome = CheckOutcome.NoPayslipYet, Findings = [CheckSentences.NoPayslip(month), .. verdict.Findings] }
            : null;
    }

    private static MonthVerdict Calculate(MonthVerdict verdict, Geval geval) => AanvullendLeefloon.Bereken(geval) switch
    {
        Uitkomst.Berekend(var result) => verdict with { Result = result, Findings = [.. verdict.Findings, .. result.Waarschuwingen.Select(CheckSentences.Warning)] },
        Uitkomst.NietTeBerekenen ending => verdict with { Outcome = CheckOutcome.CannotCalculate, Reason = ending.Code, Findings = [CheckSentences.Law(ending), .. verdict.Findings] },
        var other => throw new InvalidOperationException($"The law ends in {other.GetType().Name}, which nobody knows."),
    };
}
