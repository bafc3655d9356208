using System.Buffers;
using System.Runtime.InteropServices;

namespace SolidLoonfiches.Rdf;

/// <summary>
/// The prefixes of a Turtle document and what each stands for now (section 2.4): a later directive takes the place of an
/// earlier one. Documents of one writer begin with the same directives, so each thread keeps its last table with the
/// text that made it: a next document that begins with that text, byte for byte, begins with the table too.
/// </summary>
internal sealed class PrefixTable : IDisposable
{
    /// <summary>A table that grew beyond this is not kept for the next document.</summary>
    private const int KeptEntries = 64, KeptBytes = 16 * 1024;

    [ThreadStatic]
    private static PrefixTable? _spare;

    private readonly TermTable _names = new(16);
    private readonly ByteBuffer _iris = new();
    private readonly ByteBuffer _prologue = new();
    private Entry[] _entries = ArrayPool<Entry>.Shared.Rent(16);
    private RdfLimits? _limits;

    private PrefixTable() { }

    /// <summary>The one that this thread used before, or another; <see cref="Begin"/> comes first.</summary>
    public static PrefixTable Take()
    {
        var table = _spare ?? new();
        _spare = null;
        return table;
    }

    /// <summary>How many bytes of a document are the directives that made this table already; zero, and an empty table, where they are not.</summary>
    /// <param name="document">The whole text.</param>
    /// <param name="limits">The same as when the table was made: others might have refused it.</param>
    public int Begin(ReadOnlySpan<byte> document, RdfLimits limits)
    {
        if (_prologue.Length > 0 && ReferenceEquals(limits, _limits) && document.StartsWith(_prologue.Written))
            return _prologue.Length;
        _names.Clear();
        _iris.Clear();
        _prologue.Clear();
        return 0;
    }

    /// <summary>Says that the table is what these first directives of a document made, whatever its base is and whatever follows.</summary>
    public void Keep(ReadOnlySpan<byte> prologue, RdfLimits limits)
    {
        if (prologue.Length > KeptBytes)
            return;
        _prologue.Append(prologue);
        _limits = limits;
    }

    /// <summary>Bytes of IRIs kept, also of those that were replaced.</summary>
    public int Length => _iris.Length;

    /// <param name="prefix">Without its colon.</param>
    /// <param name="iri">What it stands for from now on.</param>
    public void Set(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> iri)
    {
        // From here on it is no longer what the first directives made.
        _prologue.Clear();
        var number = _names.Intern(prefix, TermTable.StringKind);
        if (number == _entries.Length)
            Grow();
        _entries[number] = new(_iris.Length, iri.Length);
        _iris.Append(iri);
    }

    /// <summary>What a prefix stands for, good until the next is set.</summary>
    public bool TryGet(scoped ReadOnlySpan<byte> prefix, out ReadOnlySpan<byte> iri)
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
        _prologue.Dispose();
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
