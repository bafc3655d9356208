namespace SolidLoonfiches.Rdf;

/// <summary>The prefixes of a Turtle document and what each stands for now (section 2.4): a later directive takes the place of an earlier one.</summary>
internal sealed class PrefixTable : IDisposable
{
    private readonly TermTable _names = new(16);
    private readonly ByteBuffer _iris = new();
    private (int Start, int Length)[] _where = new (int Start, int Length)[16];

    public void Set(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> iri)
    {
        var number = _names.Intern(prefix, TermTable.StringKind);
        if (number == _where.Length)
            Array.Resize(ref _where, number * 2);
        _where[number] = (_iris.Length, iri.Length);
        _iris.Append(iri);
    }

    /// <summary>What a prefix stands for; good until the next is set.</summary>
    public bool TryGet(ReadOnlySpan<byte> prefix, out ReadOnlySpan<byte> iri)
    {
        var number = _names.Find(prefix, TermTable.StringKind);
        iri = number < 0 ? default : _iris.Written.Slice(_where[number].Start, _where[number].Length);
        return number >= 0;
    }

    public void Dispose()
    {
        _names.Release();
        _iris.Dispose();
    }
}
