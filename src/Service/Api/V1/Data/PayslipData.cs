using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Service;

/// <summary>A payslip as it was read from the vault.</summary>
/// <param name="Id">Of this reading: another content under the same address is another.</param>
/// <param name="DossierId">Its dossier.</param>
/// <param name="Url">Of the document in the vault.</param>
/// <param name="Sha256">Of what was read.</param>
/// <param name="ReadAt">When it was read.</param>
/// <param name="EndedAt">When it was replaced or removed in the vault; null: it is still there.</param>
/// <param name="Content">What it says; null: it could not be used, and <paramref name="Problems"/> says why.</param>
/// <param name="Problems">Why it was kept out.</param>
/// <param name="Signature">Who wrote it, as far as is known: a stable word; null: it was not looked at.</param>
internal sealed record PayslipData(Guid Id, Guid DossierId, string Url, string Sha256, DateTimeOffset ReadAt, DateTimeOffset? EndedAt, PayslipContent? Content, IReadOnlyList<SlipProblem> Problems, string? Signature)
{
    public static PayslipData Of(Slip slip) =>
        new(slip.Id, slip.DossierId, slip.Url, slip.Sha256, slip.ReadAt, slip.EndedAt, slip.Loonfiche is { } says ? PayslipContent.Of(says) : null, slip.Problems, slip.Signature?.Code);
}

/// <summary>What a payslip says, in the terms of OSLO Loongegevens. Amounts in euro.</summary>
/// <param name="Employer">KBO number, ten digits.</param>
/// <param name="EmployerName">As printed.</param>
/// <param name="PeriodFrom">First day of the pay period.</param>
/// <param name="PeriodTo">Last day, included.</param>
/// <param name="PaidOn">Day of payment.</param>
/// <param name="Gross">Brutoloon.</param>
/// <param name="SocialSecurity">RSZ, withheld.</param>
/// <param name="TaxableExtras">Free of RSZ, taxable.</param>
/// <param name="WithholdingTax">Bedrijfsvoorheffing, withheld.</param>
/// <param name="Nettoloon">Gross - RSZ + taxable extras - withholding tax.</param>
/// <param name="UntaxedExtras">Added after the net.</param>
/// <param name="Deductions">Taken off after the net.</param>
/// <param name="NetPaid">What went to the account.</param>
/// <param name="Lines">In the order of their codes.</param>
/// <param name="Corrects">The slip that this one takes the place of, as its IRI.</param>
internal sealed record PayslipContent(
    string Employer, string? EmployerName, DateOnly PeriodFrom, DateOnly PeriodTo, DateOnly PaidOn,
    decimal Gross, decimal SocialSecurity, decimal TaxableExtras, decimal WithholdingTax, decimal Nettoloon, decimal UntaxedExtras, decimal Deductions, decimal NetPaid,
    IReadOnlyList<PayslipLine> Lines, string? Corrects)
{
    public static PayslipContent Of(Loonfiche slip) => new(
        slip.Employer.Value, slip.EmployerName, slip.PeriodFrom, slip.PeriodTo, slip.PaidOn,
        slip.Gross.Amount, slip.SocialSecurity.Amount, slip.TaxableExtras.Amount, slip.WithholdingTax.Amount, slip.Nettoloon.Amount, slip.UntaxedExtras.Amount, slip.Deductions.Amount, slip.NetPaid.Amount,
        [.. slip.Lines.Select(line => new PayslipLine(line.Code, line.Label, line.Kind, line.Section, line.Amount.Amount))], slip.Corrects);
}

/// <summary>One line of a payslip.</summary>
/// <param name="Code">Of the payroll office.</param>
/// <param name="Label">As printed.</param>
/// <param name="Kind">What the line is, for the law.</param>
/// <param name="Section">In which sum it is counted.</param>
/// <param name="Amount">In euro.</param>
internal sealed record PayslipLine(string Code, string Label, ComponentKind Kind, PaySection Section, decimal Amount);
