namespace SolidLoonfiches.Loonfiches;

/// <summary>What one payslip says, in the terms of OSLO Loongegevens; only what the calculation and its explanation need.</summary>
/// <remarks>
/// It holds no bank account, address or date of birth: what we do not need is never read into it. Amounts carry the sign of
/// their own section, so that <see cref="NetPaid"/> = <see cref="Nettoloon"/> + <see cref="UntaxedExtras"/> - <see cref="Deductions"/>.
/// </remarks>
public sealed record Loonfiche
{
    /// <summary>The IRI of the slip, which names its document in the vault.</summary>
    public required string Id { get; init; }

    public required KboNumber Employer { get; init; }

    /// <summary>The employer's name as printed on the slip, where it has one.</summary>
    public string? EmployerName { get; init; }

    public required Insz Worker { get; init; }

    /// <summary>First day of the pay period (<c>loon:verloningsperiode</c>).</summary>
    public required DateOnly PeriodFrom { get; init; }

    /// <summary>Last day of the pay period, included.</summary>
    public required DateOnly PeriodTo { get; init; }

    public required DateOnly PaidOn { get; init; }

    /// <summary><c>loon:brutoloon</c>.</summary>
    public required Euro Gross { get; init; }

    /// <summary>RSZ, <c>loon:inhoudingenVoorDeSocialeZekerheid</c>: what is withheld, positive.</summary>
    public required Euro SocialSecurity { get; init; }

    /// <summary><c>loon:supplementaireBelastbareBedragen</c>: free of RSZ, taxable.</summary>
    public Euro TaxableExtras { get; init; }

    /// <summary><c>loon:bedrijfsvoorheffing</c>: what is withheld, positive.</summary>
    public required Euro WithholdingTax { get; init; }

    /// <summary><c>loon:nettoloon</c>: gross - RSZ + taxable extras - withholding tax. Negative on a slip that takes back.</summary>
    public required Euro Nettoloon { get; init; }

    /// <summary><c>loon:supplementaireNettoBedragen</c>: added after the net.</summary>
    public Euro UntaxedExtras { get; init; }

    /// <summary><c>loon:afTeTrekkenNettoBedragen</c>: taken off after the net (advance, seizure, fine), positive.</summary>
    public Euro Deductions { get; init; }

    /// <summary><c>loon:nettoGestortLoon</c>: what went to the account.</summary>
    public required Euro NetPaid { get; init; }

    /// <summary>The lines of the slip, in the order of their codes; empty or filled, never null.</summary>
    public IReadOnlyList<PayLine> Lines { get; init; } = [];

    /// <summary>The IRI of the earlier slip that this one takes the place of, or null.</summary>
    public string? Corrects { get; init; }
}

/// <summary>One line of a payslip.</summary>
/// <param name="Code">The payroll office's own code of the line.</param>
/// <param name="Label">As printed on the slip.</param>
/// <param name="Kind">What the line is, for the law.</param>
/// <param name="Section">In which sum of the slip the line is counted.</param>
/// <param name="Amount">With the sign of its section: a deduction of 50 euro is 50.</param>
public sealed record PayLine(string Code, string Label, ComponentKind Kind, PaySection Section, Euro Amount);

/// <summary>The sum of the slip in which a line is counted.</summary>
public enum PaySection
{
    /// <summary>Counted in <see cref="Loonfiche.Gross"/>, so within nettoloon.</summary>
    Gross,

    /// <summary>Counted in <see cref="Loonfiche.TaxableExtras"/>, so within nettoloon.</summary>
    TaxableExtras,

    /// <summary>Counted in <see cref="Loonfiche.UntaxedExtras"/>, outside nettoloon.</summary>
    UntaxedExtras,

    /// <summary>Counted in <see cref="Loonfiche.Deductions"/>, outside nettoloon.</summary>
    Deductions,

    /// <summary>Given in kind or as a cheque: outside nettoloon and not paid to the account.</summary>
    InKind,
}

/// <summary>The kinds of pay components that the law tells apart (contract <c>calculate</c>), and the plain wage.</summary>
public enum ComponentKind
{
    /// <summary>Ordinary pay for work or paid absence.</summary>
    BasePay,
    EcoCheque,
    HolidayPaySingle,
    HolidayPayDouble,
    YearEndPremium,
    Bonus,
    Arrears,
    Overtime,
    Severance,
    MealVoucher,
    UnionPremium,
    CompanyCar,
    Commuting,
    Expense,
    Advance,
    Seizure,
    Fine,
    Other,
}
