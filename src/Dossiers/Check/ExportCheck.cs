using System.Globalization;
using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Dossiers;

/// <summary>A stored check as a file with which it can be computed again, years later (<see cref="Verify"/>).</summary>
/// <remarks>It holds the facts, the steps and the law's version: no name, INSZ or dossier number. The addresses of payslips are in the steps.</remarks>
public static class ExportCheck
{
    /// <summary>Null where the check came to no calculation.</summary>
    public static byte[]? Of(Check check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return check is { Geval: { } facts, Result: { } result, NewAmount: { } amount }
            ? new Uitvoer(check.Id.ToString("D", CultureInfo.InvariantCulture), check.CheckedAt, amount, check.LawVersion, facts, result).Schrijf()
            : null;
    }
}
