using System.Buffers;
using System.Text;

namespace SolidLoonfiches.Rdf;

/// <summary>IRIs of a Turtle document (section 6.3): names written out by what its directives say of the base and the prefixes.</summary>
internal sealed partial class TurtleNames : IDisposable
{
    private static readonly SearchValues<byte> _localEscapes = SearchValues.Create("_~.-!$&'()*+,;=/?#@%"u8);

    private readonly RdfGraphBuilder _out;
    private readonly RdfLimits _limits;
    private readonly ByteBuffer _iri = new();
    private readonly PrefixTable _prefixes = PrefixTable.Take();
    private readonly NameCache _known = NameCache.Take();
    private IriReference? _base;

    private bool _dependsOnBase;
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

        Spend(ref input, at, _base.Length + reference.Length);
        known = Whole(ref input, _base.WithoutFragment, reference, at);
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
        _dependsOnBase = true;
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

    /// <summary>A prefixed name in ASCII without escapes, as nearly all are, read at once; -1, and nothing passed over, where something else comes next.</summary>
    public int PlainName(ref Scanner input)
    {
        var start = input.Position;
        var name = input.PlainName();
        var known = _known.Find(input, name, out var cost, out var place);
        if (known < 0)
            return NewPlainName(ref input, name, place);
        Spend(ref input, start, cost);
        input.Position = start + name.Length;
        return known;
    }

    private int NewPlainName(ref Scanner input, scoped ReadOnlySpan<byte> name, int place)
    {
        var colon = name.IndexOf((byte)':');
        // Anything out of the ordinary is left to the rules, one by one.
        if (colon < 0 || (colon > 0 && (!char.IsAsciiLetter((char)name[0]) || name[colon - 1] == '.')))
            return -1;
        var local = name[(colon + 1)..];
        if (!local.IsEmpty && local[0] is (byte)'-' or (byte)'.')
            return -1;
        var start = input.Position;
        var iri = Prefix(ref input, name[..colon], start);
        input.Position = start + name.Length;
        var term = Whole(ref input, iri, local, start);
        _known.Keep(place, start, name.Length, term, iri.Length);
        return term;
    }

    /// <summary>PNAME_NS and PN_LOCAL; the prefix is read and the next byte is the colon.</summary>
    public int PrefixedName(ref Scanner input, scoped ReadOnlySpan<byte> prefix, int start)
    {
        input.Position++;
        var iri = Prefix(ref input, prefix, start);
        var local = input.Position;
        if (!input.AtEnd && (input.Next is ':' or '%' or '\\' || Names.IsStart(Names.CodePoint(input.Rest, out _))))
            input.SkipName(Names.AsciiDotAndColon);
        if (input.Next is '%' or '\\')
        {
            input.Position = local;
            Escaped(ref input, iri);
            return Whole(ref input, _iri.Written, [], start);
        }

        // A dot at the end is the statement's.
        while (input.Position > local && input.Slice(input.Position - 1, input.Position)[0] == '.')
            input.Position--;
        return Whole(ref input, iri, input.Slice(local, input.Position), start);
    }

    // What a declared prefix stands for, paid for.
    private ReadOnlySpan<byte> Prefix(scoped ref Scanner input, scoped ReadOnlySpan<byte> prefix, int start)
    {
        if (!_prefixes.TryGet(prefix, out var iri))
            throw input.Error(start, "This prefix is not declared before it is used.");
        Spend(ref input, start, iri.Length);
        return iri;
    }

    private int Whole(scoped ref Scanner input, scoped ReadOnlySpan<byte> head, scoped ReadOnlySpan<byte> tail, int start) =>
        head.Length + tail.Length <= _limits.MaxTermLength ? _out.Iri(head, tail) : throw input.TooLong(start);

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

    private void Spend(scoped ref Scanner input, int at, int length)
    {
        _expansion -= length;
        if (_expansion < 0)
            throw input.Error(at, "Prefixes and bases written out make the document longer than the limit.");
    }
}
