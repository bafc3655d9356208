using System.Runtime.CompilerServices;
using System.Text;

namespace SolidLoonfiches.PayrollOffice;

/// <summary>
/// Slips as CSV: a header with the names of <see cref="CsvSlip.Columns"/>, then one record for each pay line. Records that
/// follow each other with the same reference are one slip.
/// </summary>
internal static class CsvRows
{
    public static async IAsyncEnumerable<ReadRow> ReadAsync(Stream slips, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var text = new StreamReader(slips, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var reader = new CsvReader(text);
        var header = await NextAsync(reader, cancellation);
        if (header?.Fields is not { } columns || CsvSlip.FaultOfHeader(columns) is { Length: > 0 })
        {
            yield return new ReadRow(1, 1, null, header?.Fields is { } named ? CsvSlip.FaultOfHeader(named) : header?.Fault ?? "the file is empty");
            yield break;
        }

        var (number, open, unread) = (0, (CsvSlip?)null, false);
        while (await NextAsync(reader, cancellation) is { } record)
        {
            if (record.Fields is { } fields && fields.Count == columns.Count)
            {
                if (open is not null && open.TryContinue(fields, record.Line))
                {
                    continue;
                }

                if (open is not null)
                {
                    yield return open.Close(++number);
                }

                open = new CsvSlip(columns, fields, record.Line, reader.HasSemicolons);
                if (unread)
                {
                    open.Spoil(NeighbourUnread);
                }

                unread = false;
                continue;
            }

            // Whose line it was is not known. A slip without one of its lines must not pass for a whole one.
            unread = columns.Contains(CsvSlip.LineAmount, StringComparer.Ordinal);
            if (open is not null)
            {
                if (unread)
                {
                    open.Spoil(NeighbourUnread);
                }

                yield return open.Close(++number);
                open = null;
            }

            yield return new ReadRow(++number, record.Line, null, record.Fields is { } odd ? $"it has {odd.Count} fields, and the header {columns.Count}" : record.Fault);
            if (record.Ends)
            {
                yield break;
            }
        }

        if (open is not null)
        {
            yield return open.Close(++number);
        }
    }

    private const string NeighbourUnread = "a line beside it cannot be read and may be one of its pay lines";

    private static async ValueTask<CsvRecord?> NextAsync(CsvReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadAsync(cancellation);
        }
        catch (DecoderFallbackException)
        {
            return new CsvRecord(reader.Line, null, "the file cannot be read from about here on: it is not UTF-8", Ends: true);
        }
    }
}
