using System.Buffers;

namespace SolidLoonfiches.Rdf;

/// <summary>
/// The terminals that Turtle and N-Triples share (Turtle, section 6.5), over valid UTF-8. A span that a method gives
/// stays good until the same method is called again.
/// </summary>
internal ref partial struct Scanner : IDisposable
{
    private static readonly SearchValues<byte> _iriStops = SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(c => (byte)c), .. "<>\"{}|^`\\"u8]);
    private static readonly SearchValues<byte> _stringStops = SearchValues.Create("\"\\\n\r"u8);
    private static readonly SearchValues<byte> _singleStringStops = SearchValues.Create("'\\\n\r"u8);
    private static readonly SearchValues<byte> _tagBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"u8);

    private readonly ReadOnlySpan<byte> _text;
    private readonly RdfLimits _limits;
    private readonly CancellationToken _cancellation;
    private readonly ByteBuffer _iri = new();
    private readonly ByteBuffer _string = new();
    private readonly int _start;
    private int _ticks;

    /// <exception cref="RdfSyntaxException">Too long, or not UTF-8.</exception>
    public Scanner(ReadOnlySpan<byte> utf8, RdfLimits limits, CancellationToken cancellation)
    {
        _text = utf8;
        _limits = limits;
        _cancellation = cancellation;
        if (utf8.Length > limits.MaxBytes)
            throw RdfSyntaxException.TooManyBytes();
        _start = Position = utf8.StartsWith("\uFEFF"u8) ? 3 : 0;
        if (!System.Text.Unicode.Utf8.IsValid(utf8))
            throw Error(TextPosition.OfInvalid(utf8), "This is not valid UTF-8.");
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Where the next byte stands.</summary>
    public int Position { get; set; }

    public readonly bool AtEnd => Position >= _text.Length;

    public readonly ReadOnlySpan<byte> Rest => _text[Position..];

    /// <summary>The next byte, or -1 at the end.</summary>
    public readonly int Next => Position < _text.Length ? _text[Position] : -1;

    public readonly ReadOnlySpan<byte> Slice(int start, int end) => _text[start..end];

    public readonly void Dispose()
    {
        _iri.Dispose();
        _string.Dispose();
    }

    /// <summary>Looks at the cancellation token, once in a while. Called for every statement and every term.</summary>
    public void Tick()
    {
        if ((++_ticks & 0x3FF) == 0)
            _cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Passes over white space, comments and, unless <paramref name="inLine"/>, line ends.</summary>
    public void SkipSpace(bool inLine = false)
    {
        while (Position < _text.Length && _text[Position] <= '#')
        {
            switch (_text[Position])
            {
                case (byte)' ' or (byte)'\t':
                case (byte)'\r' or (byte)'\n' when !inLine:
                    Position++;
                    break;
                case (byte)'#':
                    var end = Rest.IndexOfAny((byte)'\n', (byte)'\r');
                    Position = end < 0 ? _text.Length : Position + end;
                    break;
                default:
                    return;
            }
        }
    }

    /// <summary>Passes over one byte where it is the next, and says whether it was.</summary>
    public bool Take(char expected)
    {
        if (Next != expected)
            return false;
        Position++;
        return true;
    }

    /// <summary>IRIREF without its brackets, escapes undone, not resolved.</summary>
    public ReadOnlySpan<byte> IriReference()
    {
        var open = Position++;
        _iri.Clear();
        while (true)
        {
            var run = Rest.IndexOfAny(_iriStops);
            if (run < 0)
                throw Error(open, "This '<' has no '>'.");
            var stop = _text[Position + run];
            if (stop == '>' && _iri.Length == 0)
            {
                var whole = _text.Slice(Position, run);
                Position += run + 1;
                return whole.Length <= _limits.MaxTermLength ? whole : throw TooLong(open);
            }

            _iri.Append(_text.Slice(Position, run));
            Position += run;
            if (_iri.Length > _limits.MaxTermLength)
                throw TooLong(open);
            if (stop == '>')
            {
                Position++;
                return _iri.Written;
            }

            var at = Position;
            if (stop != '\\')
                throw Error(at, "An IRI cannot hold white space, control characters or any of <>\"{}|^`.");
            var rune = UnicodeEscape() ?? throw Error(at, "Expected \\u with 4 or \\U with 8 hexadecimal digits: an IRI has no other escapes.");
            if (rune.Value < 0x80 && _iriStops.Contains((byte)rune.Value))
                throw Error(at, "An IRI cannot hold this character, escaped neither.");
            _iri.Append(rune);
        }
    }

    /// <summary>A quoted string, escapes undone; the next byte is its first quote.</summary>
    /// <param name="strict">N-Triples: one double quote only.</param>
    public ReadOnlySpan<byte> String(bool strict)
    {
        var open = Position;
        var quote = _text[Position++];
        if (strict && quote != '"')
            throw Error(open, "Expected '\"'.");
        var isLong = !strict && Position + 1 < _text.Length && _text[Position] == quote && _text[Position + 1] == quote;
        if (isLong)
            Position += 2;
        _string.Clear();
        while (true)
        {
            var run = isLong ? Rest.IndexOfAny(quote, (byte)'\\') : Rest.IndexOfAny(quote == '"' ? _stringStops : _singleStringStops);
            if (run < 0)
                throw Error(open, "This string is not closed.");
            var stop = _text[Position + run];
            var closes = stop == quote && (!isLong || _text[(Position + run)..].StartsWith(quote == '"' ? "\"\"\""u8 : "'''"u8));
            if (closes && _string.Length == 0)
            {
                var whole = _text.Slice(Position, run);
                Position += run + (isLong ? 3 : 1);
                return whole.Length <= _limits.MaxTermLength ? whole : throw TooLong(open);
            }

            _string.Append(_text.Slice(Position, run));
            Position += run;
            if (_string.Length > _limits.MaxTermLength)
                throw TooLong(open);
            if (closes)
            {
                Position += isLong ? 3 : 1;
                return _string.Written;
            }

            if (stop == '\\')
                StringEscape();
            else if (stop == quote)
                _string.Append(_text[Position++]);
            else
                throw Error(Position, "A line end cannot stand in a string with one quote at each side: write \\n, or use three quotes.");
        }
    }

    /// <summary>LANGTAG without its <c>@</c>, as it was written; the next byte is the <c>@</c>.</summary>
    public ReadOnlySpan<byte> LanguageTag()
    {
        var start = ++Position;
        while (true)
        {
            var part = Rest.IndexOfAnyExcept(_tagBytes);
            part = part < 0 ? Rest.Length : part;
            var first = start == Position;
            if (part == 0 || (first && Rest[..part].ContainsAnyInRange((byte)'0', (byte)'9')))
                throw Error(Position, "Expected a language tag: letters, then parts of letters and digits after '-'.");
            Position += part;
            if (Next != '-')
                break;
            Position++;
        }

        return Position - start <= _limits.MaxTermLength ? _text[start..Position] : throw TooLong(start);
    }

    /// <summary>BLANK_NODE_LABEL without its <c>_:</c>; the next byte is the underscore.</summary>
    public ReadOnlySpan<byte> BlankLabel()
    {
        Position++;
        if (!Take(':'))
            throw Error(Position, "Expected ':' after '_'.");
        var start = Position;
        if (AtEnd || !Names.IsStart(Names.CodePoint(Rest, out _)))
            throw Error(Position, "Expected the label of a blank node.");
        SkipName(Names.AsciiAndDot);
        while (_text[Position - 1] == '.')
            Position--;
        return Position - start <= _limits.MaxTermLength ? _text[start..Position] : throw TooLong(start);
    }

    /// <summary>Passes over PN_CHARS and what else <paramref name="ascii"/> has.</summary>
    public void SkipName(SearchValues<byte> ascii)
    {
        while (true)
        {
            var run = Rest.IndexOfAnyExcept(ascii);
            Position = run < 0 ? _text.Length : Position + run;
            if (AtEnd || _text[Position] < 0x80 || !Names.IsName(Names.CodePoint(Rest, out var length)))
                return;
            Position += length;
        }
    }

    /// <summary>The run of ASCII name characters and colons that comes next, trailing dots left off; empty where the name goes on with something else. Passes over nothing.</summary>
    public readonly ReadOnlySpan<byte> PlainName()
    {
        var run = Rest.IndexOfAnyExcept(Names.AsciiDotAndColon);
        if (run <= 0 || Rest[run] is >= 0x80 or (byte)'%' or (byte)'\\')
            return [];
        while (run > 0 && _text[Position + run - 1] == '.')
            run--;
        return _text.Slice(Position, run);
    }

    /// <summary>An error at a place in the text.</summary>
    public readonly RdfSyntaxException Error(int at, string message)
    {
        var (line, column) = TextPosition.Of(_text, _start, at);
        return new(line, column, message);
    }

    public readonly RdfSyntaxException TooLong(int at) => Error(at, "This IRI, label or string is longer than the limit on a term.");
}
