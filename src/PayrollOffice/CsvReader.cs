using System.Text;

namespace SolidLoonfiches.PayrollOffice;

/// <summary>One record of a CSV file.</summary>
/// <param name="Line">Where it begins.</param>
/// <param name="Fields">Null where it cannot be read.</param>
/// <param name="Fault">Why it cannot be read.</param>
/// <param name="Ends">Nothing can be read behind it.</param>
internal readonly record struct CsvRecord(int Line, IReadOnlyList<string>? Fields, string Fault, bool Ends = false);

/// <summary>
/// CSV as RFC 4180 has it; lines may end in LF alone, and lines that are wholly empty are passed over. Fields stand between
/// commas or between semicolons, whichever comes first in the file.
/// </summary>
internal sealed class CsvReader(TextReader text)
{
    private const int LongestField = 4096;
    private readonly char[] _buffer = new char[16 * 1024];
    private readonly StringBuilder _field = new();
    private char? _separator;
    private int _at;
    private int _filled;

    /// <summary>Whether the file is one with semicolons; known after the first record.</summary>
    public bool HasSemicolons => _separator == ';';

    /// <summary>Where the reading is; 1 for the first line.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Null at the end of the file.</summary>
    /// <exception cref="DecoderFallbackException">Not UTF-8.</exception>
    public async ValueTask<CsvRecord?> ReadAsync(CancellationToken cancellation)
    {
        var (fields, start, fault) = (new List<string>(), Line, "");
        var state = State.FieldStart;
        _field.Clear();
        while (true)
        {
            if (_at == _filled)
            {
                (_at, _filled) = (0, await text.ReadAsync(_buffer, cancellation));
                if (_filled == 0)
                {
                    return state == State.InQuotes ? new CsvRecord(start, null, "a quote is opened and not closed before the end of the file", Ends: true)
                        : state == State.FieldStart && fields.Count == 0 ? null
                        : End(fields, start, fault);
                }
            }

            var c = _buffer[_at++];
            if (c == '\n')
            {
                Line++;
            }

            if (state == State.InQuotes)
            {
                if (c == '"')
                {
                    state = State.AfterQuote;
                }
                else
                {
                    Append(c, ref fault);
                }
            }
            else if (c == '"' && state is State.AfterQuote or State.FieldStart)
            {
                if (state == State.AfterQuote)
                {
                    Append('"', ref fault);
                }

                state = State.InQuotes;
            }
            else if (IsSeparator(c))
            {
                fields.Add(_field.ToString());
                _field.Clear();
                state = State.FieldStart;
            }
            else if (c == '\n')
            {
                if (state == State.FieldStart && fields.Count == 0)
                {
                    start = Line;
                    continue;
                }

                return End(fields, start, fault);
            }
            else if (c != '\r')
            {
                fault = c == '"' || state == State.AfterQuote ? "a quote stands where none may stand" : fault;
                Append(c, ref fault);
                state = state == State.AfterQuote ? State.AfterQuote : State.InField;
            }
        }
    }

    private bool IsSeparator(char c)
    {
        if (_separator is null && (c is ',' or ';'))
        {
            _separator = c;
        }

        return c == _separator;
    }

    private CsvRecord End(List<string> fields, int start, string fault)
    {
        fields.Add(_field.ToString());
        return fault.Length == 0 ? new CsvRecord(start, fields, "") : new CsvRecord(start, null, fault);
    }

    private void Append(char c, ref string fault)
    {
        if (_field.Length == LongestField)
        {
            fault = "a field is longer than 4096 characters";
            return;
        }

        _field.Append(c);
    }

    private enum State
    {
        FieldStart,
        InField,
        InQuotes,
        AfterQuote,
    }
}
