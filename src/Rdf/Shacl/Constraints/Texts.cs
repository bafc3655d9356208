using System.Text.RegularExpressions;

namespace SolidLoonfiches.Rdf;

/// <summary><c>sh:minLength</c> and <c>sh:maxLength</c> (SHACL, sections 4.4.1 and 4.4.2), in characters: code points.</summary>
internal sealed class Length(string name, int least, int most) : ValueConstraint(name)
{
    protected override bool IsMet(Validation run, int value)
    {
        if (run.KindOf(value) == TermKind.Blank)
            return false;
        var text = run.ValueOf(value);
        var length = text.Length;
        foreach (var c in text)
            length -= char.IsLowSurrogate(c) ? 1 : 0;
        return length >= least && length <= most;
    }
}

/// <summary><c>sh:pattern</c> with <c>sh:flags</c> (SHACL, section 4.4.3).</summary>
internal sealed class Pattern(Regex regex) : ValueConstraint("Pattern")
{
    protected override bool IsMet(Validation run, int value) => run.KindOf(value) != TermKind.Blank && regex.IsMatch(run.ValueOf(value));
}

/// <summary><c>sh:languageIn</c> (SHACL, section 4.4.4): basic filtering of RFC 4647, section 3.3.1.</summary>
internal sealed class LanguageIn(IReadOnlyList<string> ranges) : ValueConstraint("LanguageIn")
{
    protected override bool IsMet(Validation run, int value) =>
        run.TermOf(value).Language is { } tag && ranges.Any(range => range == "*"
            || (tag.StartsWith(range, StringComparison.OrdinalIgnoreCase) && (tag.Length == range.Length || tag[range.Length] == '-')));
}

/// <summary><c>sh:uniqueLang</c> (SHACL, section 4.4.5): a result for each language that more than one value has.</summary>
internal sealed class UniqueLanguage : Constraint
{
    private static readonly string _component = Sh.Component("UniqueLang");

    public override void Check(Validation run, Shape shape, int focus, ReadOnlySpan<int> values)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (run.TermOf(value).Language is { } tag && (counts[tag] = counts.GetValueOrDefault(tag) + 1) == 2)
                run.Report(shape, _component, focus, null);
        }
    }
}
