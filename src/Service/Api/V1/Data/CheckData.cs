using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Service;

/// <summary>The result of one dossier's month, in short.</summary>
/// <param name="Id">Of the check.</param>
/// <param name="DossierId">Its dossier.</param>
/// <param name="Month">Such as 2026-10.</param>
/// <param name="Outcome">What the month came to.</param>
/// <param name="OldAmount">What stood, in euro a month.</param>
/// <param name="NewAmount">What was calculated, in euro a month; null: nothing could be.</param>
/// <param name="CheckedAt">When.</param>
/// <param name="IsCurrent">No later check of the month took its place.</param>
/// <param name="DecisionId">The decision that began with it; null: nobody answered it yet.</param>
internal sealed record CheckSummary(Guid Id, Guid DossierId, string Month, CheckOutcome Outcome, decimal? OldAmount, decimal? NewAmount, DateTimeOffset CheckedAt, bool IsCurrent, Guid? DecisionId)
{
    public static CheckSummary Of(Check check, Guid? decisionId) =>
        new(check.Id, check.DossierId, check.Month.ToString(), check.Outcome, check.OldAmount?.Amount, check.NewAmount?.Amount, check.CheckedAt, check.IsCurrent, decisionId);
}

/// <summary>The result of one dossier's month, with how it was calculated.</summary>
/// <param name="Summary">What it came to.</param>
/// <param name="ReplacesId">The earlier check of the month, if there was one.</param>
/// <param name="Findings">What was found, for the social worker.</param>
/// <param name="PayslipIds">The payslips that it used.</param>
/// <param name="LawVersion">Of the amounts and rules.</param>
/// <param name="Disputes">Lines that the citizen disputes or disputed on those payslips.</param>
/// <param name="AmountAsTheCitizenSays">What the month would come to if every open dispute were accepted as the citizen says, estimated where a line is within the net wage; null: nothing is open, or it cannot be calculated.</param>
/// <param name="Calculation">The steps; null where it did not come to a calculation, or the period of keeping is over.</param>
internal sealed record CheckData(CheckSummary Summary, Guid? ReplacesId, IReadOnlyList<Finding> Findings, IReadOnlyList<Guid> PayslipIds, IReadOnlyList<DisputeData> Disputes, decimal? AmountAsTheCitizenSays, string LawVersion, StepData? Calculation)
{
    public static CheckData Of(Check check, Guid? decisionId, IReadOnlyCollection<Slip> slips, LineDisputes disputes, Taal language) =>
        new(CheckSummary.Of(check, decisionId), check.ReplacesId, check.Findings, check.SlipIds, [.. check.SlipIds.SelectMany(disputes.On).Select(DisputeData.Of)], DisputedCheck.Of(check, slips, disputes, forCitizen: false)?.AsTheCitizenSays?.Amount, check.LawVersion, check.Result is { } result ? StepData.Of(result.Stap, language) : null);
}

/// <summary>A line of a payslip that the citizen disputes. Until it is answered the payslip counts as it is.</summary>
/// <param name="Id">Of the dispute.</param>
/// <param name="PayslipId">The payslip.</param>
/// <param name="Line">As printed; the net wage as Nettoloon.</param>
/// <param name="Amount">What counted when it was disputed, in euro.</param>
/// <param name="Claimed">What it should be, as the citizen says.</param>
/// <param name="RaisedAt">When.</param>
/// <param name="Answer">Null: it waits for a social worker.</param>
/// <param name="RightAmount">Where it was accepted: what counts since.</param>
internal sealed record DisputeData(Guid Id, Guid PayslipId, string Line, decimal Amount, decimal Claimed, DateTimeOffset RaisedAt, DisputeAnswer? Answer, decimal? RightAmount)
{
    public static DisputeData Of(Dispute dispute) =>
        new(dispute.Id, dispute.SlipId, dispute.Label, dispute.Amount.Amount, dispute.Claimed.Amount, dispute.RaisedAt, dispute.Answer, dispute.RightAmount?.Amount);
}

/// <summary>One step of the calculation: what it says, by which article, and the steps that it follows from. The tree is the whole explanation.</summary>
/// <param name="Name">Stable.</param>
/// <param name="Article">Of the law.</param>
/// <param name="Value">Not rounded, but where the step rounds; null: the step is a choice of the OCMW.</param>
/// <param name="Unit">EUR/jaar, EUR/maand, EUR, dagen or -.</param>
/// <param name="Sentence">In the language that was asked for.</param>
/// <param name="Source">Of a leaf: the payslip's line, the row of amounts, the statement; else null.</param>
/// <param name="From">The steps that it follows from.</param>
internal sealed record StepData(string Name, string Article, decimal? Value, string Unit, string Sentence, string? Source, IReadOnlyList<StepData> From)
{
    public static StepData Of(Stap step, Taal language) =>
        new(step.Naam, step.Artikel, step.IsKeuze ? null : step.Waarde, step.Eenheid, step.Zin.In(language), step.Bron, [.. step.Uit.Select(one => Of(one, language))]);
}
