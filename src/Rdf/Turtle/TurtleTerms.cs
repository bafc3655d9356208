using System.Buffers;
using System.Text;

namespace SolidLoonfiches.Rdf;

/// <summary>The terms of a Turtle document (section 6.5) and what its directives say of them: the base and the prefixes.</summary>
internal sealed class TurtleTerms : IDisposable
{
    private static readonly SearchValues<byte> _localEscapes = SearchValues.Create("_~.-!$&'()*+,;=/?#@%"u8);

    private readonly RdfGraphBuilder _out;
    private readonly RdfLimits _limits;
    private readonly ByteBuffer _iri = new();
    private readonly Dictionary<byte[], byte[]> _prefixes = new(Utf8Comparer.Instance);
    private readonly Dictionary<byte[], byte[]>.AlternateLookup<ReadOnlySpan<byte>> _prefixOf;
    private IriReference? _base;
    private long _expansion;

    public TurtleTerms(RdfGraphBuilder output, RdfLimits limits, string baseIri, int documentLength)
    {
        (_out, _limits) = (output, limits);
        _prefixOf = _prefixes.GetAlternateLookup<ReadOnlySpan<byte>>();
        _base = baseIri.Length == 0 ? null : new IriReference(Encoding.UTF8.GetBytes(Term.Iri(baseIri).Value));
        _expansion = ((long)documentLength * limits.MaxExpansion) + (1024 * 1024);
    }

    public void Dispose() => _iri.Dispose();

    /// <summary>Reads a directive where one comes next (rules [3] to [6s]), and says whether it did.</summary>
    public bool Directive(ref Scanner input)
    {
        var isAt = input.Next == '@';
        if (!isAt && input.Next is not ('p' or 'P' or 'b' or 'B'))
            return false;
        var start = input.Position;
        input.Position += isAt ? 1 : 0;
        var nameStart = input.Position;
        input.SkipName(Names.Ascii);
        var name = input.Slice(nameStart, input.Position);
        var isPrefix = isAt ? name.SequenceEqual("prefix"u8) : Ascii.EqualsIgnoreCase(name, "prefix"u8);
        var isBase = isAt ? name.SequenceEqual("base"u8) : Ascii.EqualsIgnoreCase(name, "base"u8);
        if (isAt && !isPrefix && !isBase)
            throw input.Error(start, "Expected @prefix or @base.");
        if ((!isPrefix && !isBase) || (!isAt && input.Next is ':' or '.'))
        {
            // A prefixed name that begins with such a letter.
            input.Position = start;
            return false;
        }

        input.SkipSpace();
        byte[]? prefix = null;
        if (isPrefix)
        {
            prefix = PrefixName(ref input).ToArray();
            if (!input.Take(':'))
                throw input.Error(input.Position, "Expected a prefix and its ':'.");
            input.SkipSpace();
        }

        if (input.Next != '<')
            throw input.Error(input.Position, "Expected an IRI in <>.");
        Resolve(ref input);
        if (prefix is null)
            _base = new IriReference(_iri.Written);
        else
            _prefixes[prefix] = _iri.Written.ToArray();
        input.SkipSpace();
        if (isAt && !input.Take('.'))
            throw input.Error(input.Position, "Expected '.' after a directive that starts with '@'.");
        return true;
    }

    public int Verb(ref Scanner input)
    {
        var next = input.Next;
        if (next == '<')
            return Iri(ref input);
        var start = input.Position;
        var name = PrefixName(ref input);
        if (input.Next == ':')
            return PrefixedName(ref input, name, start);
        if (name.SequenceEqual("a"u8))
            return _out.WellKnown(RdfTerms.Type);
        throw input.Error(start, "Expected a predicate: an IRI, a prefixed name or 'a'.");
    }

    public int Subject(ref Scanner input)
    {
        switch (input.Next)
        {
            case '<':
                return Iri(ref input);
            case '_':
                return _out.Blank(input.BlankLabel());
            default:
                var start = input.Position;
                var name = PrefixName(ref input);
                return input.Next == ':' ? PrefixedName(ref input, name, start)
                    : throw input.Error(start, "Expected a subject: an IRI, a prefixed name, a blank node, '[' or '('.");
        }
    }

    public int Object(ref Scanner input)
    {
        switch (input.Next)
        {
            case '<':
                return Iri(ref input);
            case '_':
                return _out.Blank(input.BlankLabel());
            case '"' or '\'':
                return Literal(ref input);
            case '+' or '-' or '.' or (>= '0' and <= '9'):
                return Number(ref input);
            default:
                var start = input.Position;
                var name = PrefixName(ref input);
                if (input.Next == ':')
                    return PrefixedName(ref input, name, start);
                // A dot may stand inside a prefix but also end the statement: 'true.' and even 'true.x' without a colon.
                var word = name.IndexOf((byte)'.') is var dot and >= 0 ? name[..dot] : name;
                if (!word.SequenceEqual("true"u8) && !word.SequenceEqual("false"u8))
                    throw input.Error(start, "Expected an object: an IRI, a prefixed name, a blank node, a literal, '[' or '('.");
                input.Position = start + word.Length;
                return _out.Literal(word, _out.WellKnown(Xsd.Boolean));
        }
    }

    // Datatype and language may stand apart from the string: they are terminals of their own (rule [128s]).
    private int Literal(ref Scanner input)
    {
        var lexical = input.String(strict: false);
        var end = input.Position;
        input.SkipSpace();
        if (input.Next == '@')
            return _out.LanguageString(lexical, _out.Language(LanguageTags.Lower(input.LanguageTag(), stackalloc byte[64])));
        if (!input.Take('^'))
        {
            input.Position = end;
            return _out.String(lexical);
        }

        if (!input.Take('^'))
            throw input.Error(input.Position, "Expected '^^' and a datatype.");
        input.SkipSpace();
        if (input.Next == '<')
            return _out.Literal(lexical, Iri(ref input));
        var start = input.Position;
        var prefix = PrefixName(ref input);
        return input.Next == ':' ? _out.Literal(lexical, PrefixedName(ref input, prefix, start))
            : throw input.Error(start, "Expected a datatype: an IRI or a prefixed name.");
    }

    // INTEGER, DECIMAL, DOUBLE: the longest that fits, and a dot with no digit after it ends the statement.
    private int Number(ref Scanner input)
    {
        var start = input.Position;
        if (input.Next is '+' or '-')
            input.Position++;
        var digits = Digits(ref input);
        var fraction = 0;
        var afterInteger = input.Position;
        if (input.Take('.'))
            fraction = Digits(ref input);
        var hasDot = input.Position > afterInteger;
        var afterFraction = input.Position;
        if (digits + fraction > 0 && input.Next is 'e' or 'E')
        {
            input.Position++;
            if (input.Next is '+' or '-')
                input.Position++;
            if (Digits(ref input) > 0)
                return Lexical(ref input, start, Xsd.Double);
            input.Position = afterFraction;
        }

        if (hasDot && fraction > 0)
            return Lexical(ref input, start, Xsd.Decimal);
        input.Position = afterInteger;
        return digits > 0 ? Lexical(ref input, start, Xsd.Integer) : throw input.Error(start, "Expected an object: a number has a digit.");
    }

    private int Lexical(ref Scanner input, int start, string datatype)
    {
        if (input.Position - start > _limits.MaxTermLength)
            throw input.TooLong(start);
        return _out.Literal(input.Slice(start, input.Position), _out.WellKnown(datatype));
    }

    private static int Digits(ref Scanner input)
    {
        var run = input.Rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        run = run < 0 ? input.Rest.Length : run;
        input.Position += run;
        return run;
    }

    private int Iri(ref Scanner input)
    {
        Resolve(ref input);
        return _out.Iri(_iri.Written);
    }

    // Leaves the absolute IRI in _iri.
    private void Resolve(ref Scanner input)
    {
        var at = input.Position;
        var reference = input.IriReference();
        _iri.Clear();
        if (IriReference.HasScheme(reference))
        {
            _iri.Append(reference);
            return;
        }

        if (_base is null)
            throw input.Error(at, "Expected an absolute IRI: there is no base.");
        Spend(ref input, at, _base.Length + reference.Length);
        _base.Resolve(reference, _iri);
        if (_iri.Length > _limits.MaxTermLength)
            throw input.TooLong(at);
    }

    // PN_PREFIX, which may be empty; trailing dots are not part of it.
    private static ReadOnlySpan<byte> PrefixName(ref Scanner input)
    {
        var start = input.Position;
        if (input.AtEnd || !Names.IsBase(Names.CodePoint(input.Rest, out _)))
            return [];
        input.SkipName(Names.AsciiAndDot);
        while (input.Slice(input.Position - 1, input.Position)[0] == '.')
            input.Position--;
        return input.Slice(start, input.Position);
    }

    // PNAME_NS and PN_LOCAL; the next byte is the colon.
    private int PrefixedName(ref Scanner input, scoped ReadOnlySpan<byte> prefix, int start)
    {
        input.Position++;
        if (!_prefixOf.TryGetValue(prefix, out var iri))
            throw input.Error(start, "This prefix is not declared before it is used.");
        Spend(ref input, start, iri.Length);
        _iri.Clear();
        _iri.Append(iri);
        var local = input.Position;
        var escapeEnd = local;
        if (!input.AtEnd && (input.Next is ':' or '%' or '\\' || Names.IsStart(Names.CodePoint(input.Rest, out _))))
        {
            while (true)
            {
                var from = input.Position;
                input.SkipName(Names.AsciiDotAndColon);
                _iri.Append(input.Slice(from, input.Position));
                if (input.Next == '%')
                    Percent(ref input);
                else if (input.Next == '\\')
                    LocalEscape(ref input);
                else
                    break;
                escapeEnd = input.Position;
            }

            while (input.Position > escapeEnd && input.Slice(input.Position - 1, input.Position)[0] == '.')
            {
                input.Position--;
                _iri.Truncate(_iri.Length - 1);
            }
        }

        if (_iri.Length > _limits.MaxTermLength)
            throw input.TooLong(start);
        return _out.Iri(_iri.Written);
    }

    private void Percent(ref Scanner input)
    {
        var rest = input.Rest;
        if (rest.Length < 3 || !char.IsAsciiHexDigit((char)rest[1]) || !char.IsAsciiHexDigit((char)rest[2]))
            throw input.Error(input.Position, "Expected two hexadecimal digits after '%'.");
        _iri.Append(rest[..3]);
        input.Position += 3;
    }

    private void LocalEscape(ref Scanner input)
    {
        var rest = input.Rest;
        if (rest.Length < 2 || !_localEscapes.Contains(rest[1]))
            throw input.Error(input.Position, "Expected one of _~.-!$&'()*+,;=/?#@% after '\\' in a name.");
        _iri.Append(rest[1]);
        input.Position += 2;
    }

    private void Spend(ref Scanner input, int at, int length)
    {
        _expansion -= length;
        if (_expansion < 0)
            throw input.Error(at, "Prefixes and bases written out make the document longer than the limit.");
    }
}
