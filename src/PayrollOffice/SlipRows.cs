namespace SolidLoonfiches.PayrollOffice;

/// <summary>One row of the payroll office's file, as far as it could be read.</summary>
/// <param name="Number">1 for the first slip of the file.</param>
/// <param name="Line">Where it begins in the file; 1 for the first line.</param>
/// <param name="Slip">Null where it is bad.</param>
/// <param name="Reason">Why it is bad; empty where it is not. Names fields, never their content.</param>
internal readonly record struct ReadRow(int Number, int Line, SlipRow? Slip, string Reason);

/// <summary>Reads a file of slips row by row, so that its length does not matter; a bad row is given with its reason and does not end the rest.</summary>
internal static class SlipRows
{
    /// <param name="file">CSV where its name ends so, else JSON.</param>
    public static bool IsCsv(FileInfo file) => file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase);

    /// <param name="slips">UTF-8.</param>
    /// <param name="csv">CSV (<see cref="CsvRows"/>) or JSON (<see cref="JsonRows"/>).</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static IAsyncEnumerable<ReadRow> ReadAsync(Stream slips, bool csv, CancellationToken cancellation) =>
        csv ? CsvRows.ReadAsync(slips, cancellation) : JsonRows.ReadAsync(slips, cancellation);
}
