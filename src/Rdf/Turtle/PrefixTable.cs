using System.Buffers;
using System.Runtime.InteropServices;

namespace SolidLoonfiches.Rdf;

/// <summary>The prefixes of a Turtle document and what each stands for now (section 2.4): a later directive takes the place of an earlier one.</summary>
internal sealed class PrefixTable : IDisposable
{
    /// <summary>A table that grew beyond this is not kept for the next document.</summary>
    private const int KeptEntries = 64, KeptBytes = 16 * 1024;

    [ThreadStatic]
    private static PrefixTable? _spare;

    private readonly TermTable _names = new(16);
    private readonly ByteBuffer _iris = new();
    private Entry[] _entries = ArrayPool<Entry>.Shared.Rent(16);

    private PrefixTable() { }

    /// <summary>An empty one: the one that this thread used before, or another.</summary>
    public static PrefixTable Take()
    {
        var table = _spare ?? new();
        _spare = null;
        table._names.Clear();
        table._iris.Clear();
        return table;
    }

    /// <summary>Bytes of IRIs kept, also of those that were replaced.</summary>
    public int Length => _iris.Length;

    /// <param name="prefix">Without its colon.</param>
    /// <param name="iri">What it stands for from now on.</param>
    public void Set(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> iri)
    {
        var number = _names.Intern(prefix, TermTable.StringKind);
        if (number == _entries.Length)
            Grow();
        _entries[number] = new(_iris.Length, iri.Length);
        _iris.Append(iri);
    }

    /// <summary>What a prefix stands for, good until the next is set.</summary>
    public bool TryGet(ReadOnlySpan<byte> prefix, out ReadOnlySpan<byte> iri)
    {
        var number = _names.Find(prefix, TermTable.StringKind);
        if (number < 0)
        {
            iri = [];
            return false;
        }

        ref readonly var entry = ref _entries[number];
        iri = _iris.Written.Slice(entry.Start, entry.Length);
        return true;
    }

    public void Dispose()
    {
        if (_entries.Length <= KeptEntries && _iris.Length <= KeptBytes && _names.TextLength <= KeptBytes)
        {
            _spare = this;
            return;
        }

        _names.Release();
        _iris.Dispose();
        ArrayPool<Entry>.Shared.Return(_entries);
        _entries = [];
    }

    private void Grow()
    {
        var larger = ArrayPool<Entry>.Shared.Rent(_entries.Length * 2);
        _entries.CopyTo(larger, 0);
        ArrayPool<Entry>.Shared.Return(_entries);
        _entries = larger;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(int Start, int Length);
}
