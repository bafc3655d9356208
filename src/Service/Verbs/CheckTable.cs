using System.Globalization;
using System.Text;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>What a run found, as a table for a terminal: dossier numbers and amounts, no names of citizens and no INSZ.</summary>
internal static class CheckTable
{
    private static readonly string[] Heads = ["Dossier", "Maand", "Uitkomst", "Oud -> nieuw (EUR)", "Bevindingen", "Verwittigd"];

    public static string Write(string ocmw, Maand month, RunMonth.Report report, bool dryRun)
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{ocmw}, controle van {Dates.Words(month)}");
        var rows = report.Dossiers.OrderBy(dossier => dossier.DossierNumber, StringComparer.Ordinal)
            .SelectMany(dossier => dossier.Months.OrderBy(one => one.Month).Select(one => Row(dossier.DossierNumber, one, dryRun))
                .Concat(dossier.NotOpen is { } status ? [[dossier.DossierNumber, month.ToString(), $"Niet gelezen: het dossier is {FactWords.Status(status)}", "-", "-", "-"]] : Array.Empty<string[]>()))
            .ToList();
        if (rows.Count == 0)
        {
            text.AppendLine("Geen dossiers met een toestemming.");
        }
        else
        {
            AppendRows(text, rows);
        }

        foreach (var (number, error) in report.Failures)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Mislukt: dossier {number}: {error}");
        }

        if (dryRun)
        {
            text.AppendLine("Dit was een proef (--dry-run): er is niets geschreven en niemand is verwittigd.");
        }

        return text.ToString();
    }

    /// <summary>Milliseconds per dossier and their median.</summary>
    public static string WriteTimings(RunMonth.Report report)
    {
        string[] heads = ["Dossier", "token", "lijst", "fiches", "lezen", "wet", "opslaan", "samen"];
        var rows = report.Dossiers.OrderBy(dossier => dossier.DossierNumber, StringComparer.Ordinal).Select(dossier => (dossier.DossierNumber, Parts: Parts(dossier.Timings))).ToList();
        var text = new StringBuilder().AppendLine("Tijd in milliseconden");
        if (rows.Count > 0)
        {
            string[] median = ["mediaan", .. Enumerable.Range(0, heads.Length - 1).Select(part => Milliseconds(Median([.. rows.Select(row => row.Parts[part])])))];
            AppendRows(text, [.. rows.Select(row => (string[])[row.DossierNumber, .. row.Parts.Select(Milliseconds)]), median], heads);
        }

        return text.ToString();
    }

    /// <summary>Middle value; of an even number, halfway between the two middle ones.</summary>
    internal static TimeSpan Median(IReadOnlyList<TimeSpan> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static string[] Row(string number, MonthReport month, bool dryRun) =>
    [
        number,
        month.Month.ToString(),
        month.IsNew ? CheckWords.Outcome(month.Outcome) : $"Niets nieuws (stond al: {CheckWords.Outcome(month.Outcome).ToLowerInvariant()})",
        $"{Amount(month.OldAmount)} -> {Amount(month.NewAmount)}",
        month.Findings.Count == 0 ? "-" : CheckWords.Findings(month.Findings),
        month.ToldTo is null ? "-" : dryRun ? $"zou zijn: {month.ToldTo}" : month.ToldTo,
    ];

    private static TimeSpan[] Parts(CheckTimings timings) =>
        [timings.Token, timings.Listing, timings.Slips, timings.Parse, timings.Law, timings.Save, timings.Total];

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Amount(Euro? amount) => amount?.ToString() ?? "geen";

    private static void AppendRows(StringBuilder text, IReadOnlyList<string[]> rows, string[]? heads = null)
    {
        var all = rows.Prepend(heads ?? Heads).ToList();
        var widths = Enumerable.Range(0, all[0].Length).Select(column => all.Max(row => row[column].Length)).ToArray();
        foreach (var row in all)
        {
            text.AppendLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
            if (ReferenceEquals(row, all[0]))
            {
                text.AppendLine(string.Join("  ", widths.Select(width => new string('-', width))));
            }
        }
    }
}
