using System.Text;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Stand;

/// <summary>What the checks found, as a table for a person at a terminal.</summary>
internal static class StoryTable
{
    private static readonly string[] Heads = ["Dossier", "Kind", "Month", "What was found", "Old amount -> new", "Told"];

    public static async Task<string> WriteAsync(Records records, CancellationToken cancellation)
    {
        var rows = new List<string[]> { Heads };
        foreach (var citizen in Cast.Citizens)
        {
            rows.AddRange(await records.InDatabaseAsync(db => RowsAsync(db, citizen, cancellation)));
        }

        return Lines(rows);
    }

    /// <summary>Columns as wide as their widest cell; a line under the heads.</summary>
    internal static string Lines(IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            text.AppendLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
            if (index == 0)
            {
                text.AppendLine(string.Join("  ", widths.Select(width => new string('-', width))));
            }
        }

        return text.ToString();
    }

    private static async Task<IEnumerable<string[]>> RowsAsync(DossierDb db, Citizen citizen, CancellationToken cancellation)
    {
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(one => one.OcmwKbo == Cast.Gent.Value && one.Insz == citizen.Insz, cancellation);
        var checks = await db.Checks.AsNoTracking().Where(check => check.DossierId == dossier.Id).ToListAsync(cancellation);
        if (checks.Count == 0)
        {
            return [[dossier.Number, citizen.Kind, "-", "no consent yet: nothing was read", "-", "-"]];
        }

        var messages = await db.Messages.AsNoTracking().Where(message => message.DossierId == dossier.Id).ToListAsync(cancellation);
        var staff = await db.Staff.AsNoTracking().ToDictionaryAsync(one => one.Id, cancellation);
        return checks.OrderBy(check => check.CheckedAt).ThenBy(check => check.Month).Select(check => new[]
        {
            dossier.Number,
            citizen.Kind,
            check.Month.ToString(),
            InWords(check),
            $"{Amount(check.OldAmount)} -> {Amount(check.NewAmount)}",
            string.Join(", ", messages.Where(message => message.CheckId == check.Id).Select(message => staff[message.StaffId].Name)) is { Length: > 0 } told ? told : "-",
        });
    }

    private static string InWords(Check check)
    {
        var found = check.Findings.GroupBy(finding => finding.Code, StringComparer.Ordinal).Select(same => (same.Count() > 1 ? $"{same.Count()} × " : "") + InWords(same.Key));
        return string.Join("; ", found.Prepend(InWords(check.Outcome)));
    }

    private static string InWords(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Unchanged => "unchanged",
        CheckOutcome.Changed => "changed",
        CheckOutcome.NoPayslipYet => "no payslip yet",
        CheckOutcome.CannotCalculate => "cannot be calculated",
        CheckOutcome.ConsentEnded => "consent ended",
        CheckOutcome.VaultUnreachable => "vault not reachable",
        _ => outcome.ToString(),
    };

    private static string InWords(string code) => code switch
    {
        "newSlip" => "new payslip",
        "correctedSlip" => "corrected payslip",
        "slipChangedInPlace" => "payslip changed in place",
        "slipRemoved" => "payslip removed",
        "slipKeptOut" => "payslip kept out",
        "slipNotFetched" => "payslip not fetched",
        "slipForOldMonth" => "payslip for an old month",
        "slipNotYetExpected" => "payslip not due yet",
        "slipExpected" => "payslip due",
        "slipLate" => "payslip late",
        "factMissing" => "a fact is missing",
        "warning:amountUnconfirmed" => "amount of the law not confirmed yet",
        _ when code.StartsWith("warning:unconfirmed:", StringComparison.Ordinal) => "to look at: " + code["warning:unconfirmed:".Length..],
        _ => code,
    };

    private static string Amount(Euro? amount) => amount is { } known ? known.Amount.ToString("#,##0.00", Payslips.Dutch) : "none";
}
