using System.Buffers;
using System.Text;

namespace SolidLoonfiches.Rdf;

/// <summary>IRIs of a Turtle document (section 6.3): what its directives say of the base and the prefixes, and names written out.</summary>
internal sealed class TurtleNames : IDisposable
{
    private static readonly SearchValues<byte> _localEscapes = SearchValues.Create("_~.-!$&'()*+,;=/?#@%"u8);

    private readonly RdfGraphBuilder _out;
    private readonly RdfLimits _limits;
    private readonly ByteBuffer _iri = new();
    private readonly PrefixTable _prefixes = PrefixTable.Take();
    private readonly NameCache _known = NameCache.Take();
    private IriReference? _base;

    /// <summary>The last name that was not known: where it stands, its length, and its place.</summary>
    private int _missed = -1, _missedLength, _missedPlace;
    private long _expansion;

    public TurtleNames(RdfGraphBuilder output, RdfLimits limits, string baseIri, int documentLength)
    {
        (_out, _limits) = (output, limits);
        _base = baseIri.Length == 0 ? null : new IriReference(Encoding.UTF8.GetBytes(Term.Iri(baseIri).Value));
        _expansion = ((long)documentLength * limits.MaxExpansion) + (1024 * 1024);
    }

    public void Dispose()
    {
        _iri.Dispose();
        _prefixes.Dispose();
        _known.Dispose();
    }

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
        scoped ReadOnlySpan<byte> prefix = default;
        if (isPrefix)
        {
            prefix = PrefixName(ref input);
            if (!input.Take(':'))
                throw input.Error(input.Position, "Expected a prefix and its ':'.");
            input.SkipSpace();
        }

        if (input.Next != '<')
            throw input.Error(input.Position, "Expected an IRI in <>.");
        Resolve(ref input, input.Position, input.IriReference());
        _known.Clear();
        if (isPrefix && _prefixes.Length > _limits.MaxTermBytes)
            throw input.Error(start, "What the prefixes stand for is longer together than the limit.");
        if (isPrefix)
            _prefixes.Set(prefix, _iri.Written);
        else
            _base = new IriReference(_iri.Written);
        input.SkipSpace();
        if (isAt && !input.Take('.'))
            throw input.Error(input.Position, "Expected '.' after a directive that starts with '@'.");
        return true;
    }

    /// <summary>IRIREF; the next byte is its opening bracket.</summary>
    public int Iri(ref Scanner input)
    {
        var at = input.Position;
        var reference = input.IriReference();
        if (_base is null || !reference.StartsWith("#"u8))
        {
            Resolve(ref input, at, reference);
            return _out.Iri(_iri.Written);
        }

        var known = _known.Find(input, reference, out var cost, out var place);
        if (known >= 0)
        {
            Spend(ref input, at, cost);
            return known;
        }

        Resolve(ref input, at, reference);
        known = _out.Iri(_iri.Written);
        if (reference.Length == input.Position - at - 2)
            _known.Keep(place, at + 1, reference.Length, known, _base.Length + reference.Length);
        return known;
    }

    // Leaves the absolute IRI in _iri.
    private void Resolve(ref Scanner input, int at, scoped ReadOnlySpan<byte> reference)
    {
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

    /// <summary>PN_PREFIX, which may be empty; trailing dots are not part of it.</summary>
    public static ReadOnlySpan<byte> PrefixName(scoped ref Scanner input)
    {
        var start = input.Position;
        if (input.AtEnd || !Names.IsBase(Names.CodePoint(input.Rest, out _)))
            return [];
        input.SkipName(Names.AsciiAndDot);
        while (input.Slice(input.Position - 1, input.Position)[0] == '.')
            input.Position--;
        return input.Slice(start, input.Position);
    }

    /// <summary>A prefixed name in ASCII without escapes that stood in the document before, or -1; the whole name is then passed over at once.</summary>
    public int KnownName(ref Scanner input)
    {
        var start = input.Position;
        var name = input.PlainName();
        var known = _known.Find(input, name, out var cost, out var place);
        if (known < 0)
        {
            (_missed, _missedLength, _missedPlace) = (start, name.Length, place);
            return -1;
        }

        Spend(ref input, start, cost);
        input.Position = start + name.Length;
        return known;
    }

    /// <summary>PNAME_NS and PN_LOCAL; the prefix is read and the next byte is the colon.</summary>
    public int PrefixedName(ref Scanner input, scoped ReadOnlySpan<byte> prefix, int start)
    {
        input.Position++;
        if (!_prefixes.TryGet(prefix, out var iri))
            throw input.Error(start, "This prefix is not declared before it is used.");
        Spend(ref input, start, iri.Length);
        var local = input.Position;
        if (!input.AtEnd && (input.Next is ':' or '%' or '\\' || Names.IsStart(Names.CodePoint(input.Rest, out _))))
            input.SkipName(Names.AsciiDotAndColon);
        if (input.Next is '%' or '\\')
        {
            input.Position = local;
            Escaped(ref input, iri);
            return Whole(ref input, start);
        }

        // A dot at the end is the statement's.
        while (input.Position > local && input.Slice(input.Position - 1, input.Position)[0] == '.')
            input.Position--;
        _iri.Clear();
        _iri.Append(iri);
        _iri.Append(input.Slice(local, input.Position));
        var term = Whole(ref input, start);
        var name = input.Slice(start, input.Position);
        // Where it was looked for as it stands, its place is known.
        var place = _missedPlace;
        if (_missed != start || _missedLength != name.Length)
            _ = _known.Find(input, name, out _, out place);
        _known.Keep(place, start, name.Length, term, iri.Length);
        return term;
    }

    private int Whole(ref Scanner input, int start) => _iri.Length <= _limits.MaxTermLength ? _out.Iri(_iri.Written) : throw input.TooLong(start);

    // Leaves prefix and local name in _iri, escapes undone; an escaped dot at the end belongs to the name.
    private void Escaped(ref Scanner input, scoped ReadOnlySpan<byte> iri)
    {
        _iri.Clear();
        _iri.Append(iri);
        var escapeEnd = input.Position;
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
