namespace SolidLoonfiches.Dossiers;

/// <summary>What one month of one dossier came to; closed (design, "The spine", step 8).</summary>
public enum CheckOutcome
{
    /// <summary>Calculated: the amount that stood.</summary>
    Unchanged,

    /// <summary>Calculated: another amount, or the first.</summary>
    Changed,

    /// <summary>A payslip that is expected is not there: never taken as no income.</summary>
    NoPayslipYet,

    /// <summary>A document or a fact stands in the way; the findings say which.</summary>
    CannotCalculate,

    /// <summary>The citizen withdrew, or the vault says that the grant is gone.</summary>
    ConsentEnded,

    /// <summary>The vault did not give what was asked; nothing is known about the payslips.</summary>
    VaultUnreachable,
}
