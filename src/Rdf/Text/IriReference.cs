namespace SolidLoonfiches.Rdf;

/// <summary>
/// Base IRI and the resolution of references against it: RFC 3986, section 5.2, on UTF-8 bytes. No normalisation
/// beyond that section (Turtle, section 6.3); a reference with a scheme stays as it was written, dots included, so that
/// an absolute IRI is the same term in Turtle and in N-Triples.
/// </summary>
internal sealed class IriReference
{
    private readonly byte[] _base;
    private readonly int _pathStart;
    private readonly int _pathEnd;
    private readonly int _queryEnd;
    private readonly int _schemeEnd;

    /// <param name="absolute">An absolute IRI.</param>
    public IriReference(ReadOnlySpan<byte> absolute)
    {
        _base = absolute.ToArray();
        _schemeEnd = SchemeLength(absolute) + 1;
        _pathStart = _schemeEnd;
        if (absolute[_schemeEnd..].StartsWith("//"u8))
        {
            var authority = absolute[(_schemeEnd + 2)..].IndexOfAny("/?#"u8);
            _pathStart = authority < 0 ? absolute.Length : _schemeEnd + 2 + authority;
        }

        var fragment = absolute[_pathStart..].IndexOf((byte)'#');
        _queryEnd = fragment < 0 ? absolute.Length : _pathStart + fragment;
        var query = absolute[_pathStart.._queryEnd].IndexOf((byte)'?');
        _pathEnd = query < 0 ? _queryEnd : _pathStart + query;
    }

    private bool HasAuthority => _pathStart > _schemeEnd;

    /// <summary>What resolving copies of the base at most: the measure of its cost.</summary>
    public int Length => _base.Length;

    /// <summary>What a reference that begins with <c>#</c> is appended to (section 5.2.2).</summary>
    public ReadOnlySpan<byte> WithoutFragment => _base.AsSpan(0, _queryEnd);

    public static bool HasScheme(ReadOnlySpan<byte> iri) => SchemeLength(iri) > 0;

    public static bool HasScheme(ReadOnlySpan<char> iri)
    {
        var colon = iri.IndexOf(':');
        if (colon <= 0 || !char.IsAsciiLetter(iri[0]))
            return false;
        foreach (var c in iri[..colon])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
                return false;
        }

        return true;
    }

    /// <summary>Appends <paramref name="reference"/>, which has no scheme, resolved against this base (RFC 3986, section 5.2.2).</summary>
    public void Resolve(ReadOnlySpan<byte> reference, ByteBuffer target)
    {
        var tail = reference.IndexOfAny((byte)'?', (byte)'#');
        var path = tail < 0 ? reference : reference[..tail];
        var rest = tail < 0 ? [] : reference[tail..];
        if (path.StartsWith("//"u8))
        {
            var end = path[2..].IndexOf((byte)'/');
            var authority = end < 0 ? path : path[..(end + 2)];
            target.Append(_base.AsSpan(0, _schemeEnd));
            target.Append(authority);
            AppendPath([], path[authority.Length..], target);
        }
        else if (path.IsEmpty)
        {
            target.Append(_base.AsSpan(0, rest.StartsWith("?"u8) ? _pathEnd : _queryEnd));
        }
        else
        {
            target.Append(_base.AsSpan(0, _pathStart));
            if (path[0] == '/')
                AppendPath([], path, target);
            else if (HasAuthority && _pathStart == _pathEnd)
                AppendPath("/"u8, path, target);
            else
                AppendPath(_base.AsSpan(_pathStart, _base.AsSpan(_pathStart, _pathEnd - _pathStart).LastIndexOf((byte)'/') + 1), path, target);
        }

        target.Append(rest);
    }

    private static int SchemeLength(ReadOnlySpan<byte> iri)
    {
        if (iri.IsEmpty || !char.IsAsciiLetter((char)iri[0]))
            return 0;
        for (var i = 1; i < iri.Length; i++)
        {
            var c = (char)iri[i];
            if (c == ':')
                return i;
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
                return 0;
        }

        return 0;
    }

    /// <summary>Appends the two parts of a path, then takes the dot segments out in place (RFC 3986, section 5.2.4).</summary>
    private static void AppendPath(ReadOnlySpan<byte> merged, ReadOnlySpan<byte> path, ByteBuffer target)
    {
        var start = target.Length;
        target.Append(merged);
        target.Append(path);
        var whole = target.WritableFrom(start);
        if (whole.StartsWith("."u8) || whole.IndexOf("/."u8) >= 0)
            target.Truncate(start + RemoveDotSegments(whole));
    }

    private static int RemoveDotSegments(Span<byte> path)
    {
        var read = 0;
        var written = 0;
        while (read < path.Length)
        {
            var left = path[read..];
            if (left.StartsWith("../"u8))
            {
                read += 3;
            }
            else if (left.StartsWith("./"u8))
            {
                read += 2;
            }
            else if (left.StartsWith("/./"u8))
            {
                read += 2;
            }
            else if (left.SequenceEqual("/."u8))
            {
                path[written++] = (byte)'/';
                break;
            }
            else if (left.StartsWith("/../"u8))
            {
                read += 3;
                written = Math.Max(0, path[..written].LastIndexOf((byte)'/'));
            }
            else if (left.SequenceEqual("/.."u8))
            {
                written = Math.Max(0, path[..written].LastIndexOf((byte)'/'));
                path[written++] = (byte)'/';
                break;
            }
            else if (left.SequenceEqual("."u8) || left.SequenceEqual(".."u8))
            {
                break;
            }
            else
            {
                var next = left[1..].IndexOf((byte)'/');
                var length = next < 0 ? left.Length : next + 1;
                left[..length].CopyTo(path[written..]);
                read += length;
                written += length;
            }
        }

        return written;
    }
}
