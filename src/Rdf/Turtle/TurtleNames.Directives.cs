using System.Text;

namespace SolidLoonfiches.Rdf;

/// <summary>The directives (section 2.4), at the head of a document and further on.</summary>
internal sealed partial class TurtleNames
{
    /// <summary>Reads the directives that a document begins with, or passes over them where this thread's last document began with the same.</summary>
    public void Prologue(ref Scanner input)
    {
        var known = _prefixes.Begin(input.Rest, _limits);
        input.Position += known;
        if (known > 0)
            return;
        var (start, end) = (input.Position, input.Position);
        input.SkipSpace();
        while (!input.AtEnd && Directive(ref input))
        {
            input.Tick();
            end = input.Position;
            input.SkipSpace();
        }

        if (!_dependsOnBase)
            _prefixes.Keep(input.Slice(start, end), _limits);
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
            SetBase(_iri.Written);
        if (!isAt)
            return true;
        input.SkipSpace();
        return input.Take('.') ? true : throw input.Error(input.Position, "Expected '.' after a directive that starts with '@'.");
    }

    private void SetBase(ReadOnlySpan<byte> iri)
    {
        _base = new IriReference(iri);
        _dependsOnBase = true;
    }
}
