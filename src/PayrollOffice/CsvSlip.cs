using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SolidLoonfiches.PayrollOffice;

/// <summary>One slip as it is gathered from the records of a CSV file: the object that it would be in JSON.</summary>
/// <remarks>
/// Where the file has semicolons, amounts may have a decimal comma, as spreadsheets here write them. Days are yyyy-MM-dd
/// only: 1/10/2026 is another day in another country, and a wrong guess would be another month.
/// </remarks>
internal sealed class CsvSlip
{
    public const string LineAmount = "lineAmount";
    private const string Reference = "reference";
    private const string TakeBack = "takeBack";
    private const string LinePrefix = "line";

    private static readonly string[] Required =
        [Reference, "employer", "worker", "periodFrom", "periodTo", "paidOn", "gross", "socialSecurity", "withholdingTax", "nettoloon", "netPaid"];

    private static readonly string[] Amounts =
        ["gross", "socialSecurity", "taxableExtras", "withholdingTax", "nettoloon", "untaxedExtras", "deductions", "netPaid", LineAmount];

    private static readonly string[] OfLines = ["lineCode", "lineLabel", "lineKind", "lineSection", LineAmount];

    private readonly IReadOnlyList<string> _columns;
    private readonly IReadOnlyList<string> _first;
    private readonly int _line;
    private readonly bool _decimalComma;
    private readonly JsonObject _slip = [];
    private readonly JsonArray _lines = [];
    private string _fault = "";

    /// <param name="columns">A header without fault.</param>
    /// <param name="fields">The slip's first record, as long as the header.</param>
    /// <param name="line">Where that record stands.</param>
    /// <param name="decimalComma">Whether amounts may have one.</param>
    public CsvSlip(IReadOnlyList<string> columns, IReadOnlyList<string> fields, int line, bool decimalComma)
    {
        (_columns, _first, _line, _decimalComma) = (columns, fields, line, decimalComma);
        for (var i = 0; i < columns.Count; i++)
        {
            if (!OfLines.Contains(columns[i], StringComparer.Ordinal) && fields[i].Length > 0)
            {
                _slip[columns[i]] = Value(columns[i], fields[i]);
            }
        }

        AddLine(fields);
    }

    /// <summary>Every column that there may be, in the order of the documentation.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "container", Reference, "corrects", TakeBack, "employer", "employerName", "worker", "periodFrom", "periodTo", "paidOn",
        "gross", "socialSecurity", "taxableExtras", "withholdingTax", "nettoloon", "untaxedExtras", "deductions", "netPaid", .. OfLines,
    ];

    /// <summary>Empty where the header will do. Names the place and not what stands there: it may be a slip, where the header was forgotten.</summary>
    public static string FaultOfHeader(IReadOnlyList<string> header)
    {
        for (var i = 0; i < header.Count; i++)
        {
            if (!Columns.Contains(header[i], StringComparer.Ordinal) || header.Take(i).Contains(header[i], StringComparer.Ordinal))
            {
                return $"column {i + 1} of the header is unknown, or stands there twice";
            }
        }

        return Required.FirstOrDefault(column => !header.Contains(column, StringComparer.Ordinal)) is { } missing ? $"the header has no column {missing}"
            : OfLines.Count(column => header.Contains(column, StringComparer.Ordinal)) is not 0 and not 5 ? "the header has some of the columns of pay lines, and not all five"
            : "";
    }

    /// <summary>Takes one more record, where it has this slip's reference.</summary>
    /// <returns>False where it is another slip's.</returns>
    public bool TryContinue(IReadOnlyList<string> fields, int line)
    {
        var at = IndexOf(Reference);
        if (_first[at].Length == 0 || !string.Equals(fields[at], _first[at], StringComparison.Ordinal) || IsOfAnother(fields, "employer") || IsOfAnother(fields, "container"))
        {
            return false;
        }

        for (var i = 0; i < _columns.Count; i++)
        {
            if (!OfLines.Contains(_columns[i], StringComparer.Ordinal) && fields[i].Length > 0 && !string.Equals(fields[i], _first[i], StringComparison.Ordinal))
            {
                Spoil(string.Create(CultureInfo.InvariantCulture, $"line {line} has the same reference and another {_columns[i]}"));
            }
        }

        if (!AddLine(fields))
        {
            Spoil(string.Create(CultureInfo.InvariantCulture, $"line {line} has the same reference and no pay line"));
        }

        return true;
    }

    /// <summary>Whatever it says, it is not to be published; the first reason counts.</summary>
    public void Spoil(string reason) => _fault = _fault.Length == 0 ? reason : _fault;

    /// <summary>The slip as it is now.</summary>
    public ReadRow Close(int number)
    {
        if (_fault.Length > 0)
        {
            return new ReadRow(number, _line, null, _fault);
        }

        if (_lines.Count > 0)
        {
            _slip["lines"] = _lines;
        }

        var slip = SlipRow.Read(JsonSerializer.SerializeToElement(_slip), out var reason);
        return new ReadRow(number, _line, slip, reason);
    }

    private bool IsOfAnother(IReadOnlyList<string> fields, string column) =>
        IndexOf(column) is var at and >= 0 && fields[at].Length > 0 && !string.Equals(fields[at], _first[at], StringComparison.Ordinal);

    private bool AddLine(IReadOnlyList<string> fields)
    {
        var line = new JsonObject();
        foreach (var column in OfLines)
        {
            if (IndexOf(column) is var at and >= 0 && fields[at].Length > 0)
            {
                line[JsonNamingPolicy.CamelCase.ConvertName(column[LinePrefix.Length..])] = Value(column, fields[at]);
            }
        }

        if (line.Count == 0)
        {
            return false;
        }

        _lines.Add(line);
        return true;
    }

    /// <summary>What is no amount or no yes-or-no stays a text, and is refused as one where the slip is read.</summary>
    private JsonValue Value(string column, string text)
    {
        if (Amounts.Contains(column, StringComparer.Ordinal))
        {
            var point = _decimalComma && !text.Contains('.', StringComparison.Ordinal) ? text.Replace(',', '.') : text;
            return decimal.TryParse(point, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
                ? JsonValue.Create(amount)
                : JsonValue.Create(text);
        }

        return column == TakeBack && (text is "true" or "false") ? JsonValue.Create(text == "true") : JsonValue.Create(text);
    }

    private int IndexOf(string column)
    {
        for (var i = 0; i < _columns.Count; i++)
        {
            if (string.Equals(_columns[i], column, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
