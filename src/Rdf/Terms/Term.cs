using System.Buffers;
using System.Text;

namespace SolidLoonfiches.Rdf;

/// <summary>The three kinds of RDF terms (RDF 1.1 Concepts, section 3).</summary>
public enum TermKind : byte
{
    /// <summary>An absolute IRI (section 3.2).</summary>
    Iri,

    /// <summary>A blank node, known by a label within one graph only (section 3.4).</summary>
    Blank,

    /// <summary>A literal: lexical form, datatype, perhaps a language tag (section 3.3).</summary>
    Literal,
}

/// <summary>
/// An RDF term: IRI, blank node or literal (RDF 1.1 Concepts, section 3). Two terms are equal when they are the same
/// character by character; language tags are kept in lower case (section 3.3), so their case makes no difference.
/// </summary>
public readonly record struct Term
{
    private static readonly SearchValues<char> _notInIri = SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(c => (char)c), .. "<>\"{}|^`\\"]);

    internal Term(TermKind kind, string value, string? datatype, string? language) => (Kind, Value, Datatype, Language) = (kind, value, datatype, language);

    /// <summary>IRI, blank node or literal.</summary>
    public TermKind Kind { get; }

    /// <summary>The IRI, the blank node's label (without <c>_:</c>), or the lexical form.</summary>
    public string Value { get; }

    /// <summary>IRI of the datatype of a literal (never null there), null for other terms.</summary>
    public string? Datatype { get; }

    /// <summary>Language tag in lower case, or null.</summary>
    public string? Language { get; }

    /// <summary>Whether this is an IRI.</summary>
    public bool IsIri => Kind == TermKind.Iri;

    /// <summary>Whether this is a literal.</summary>
    public bool IsLiteral => Kind == TermKind.Literal;

    /// <summary>Whether this is a blank node.</summary>
    public bool IsBlank => Kind == TermKind.Blank;

    /// <summary>An IRI.</summary>
    /// <exception cref="ArgumentException">Not absolute (no scheme), or with a character that the grammar of N-Triples keeps out of IRIs.</exception>
    public static Term Iri(string iri)
    {
        ArgumentNullException.ThrowIfNull(iri);
        if (!IriReference.HasScheme(iri))
            throw new ArgumentException("An IRI must be absolute: it starts with a scheme and a colon.", nameof(iri));
        if (iri.AsSpan().ContainsAny(_notInIri) || !IsWellFormed(iri))
            throw new ArgumentException("An IRI holds no white space, control characters, lone surrogates or any of <>\"{}|^`\\.", nameof(iri));
        return new(TermKind.Iri, iri, null, null);
    }

    /// <summary>A blank node; its label only means something within one graph.</summary>
    /// <exception cref="ArgumentException">Not a BLANK_NODE_LABEL (N-Triples, section 7) after its <c>_:</c>.</exception>
    public static Term Blank(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        if (!IsWellFormed(label) || !Names.IsBlankLabel(label))
            throw new ArgumentException("Not a label of a blank node.", nameof(label));
        return new(TermKind.Blank, label, null, null);
    }

    /// <summary>
    /// A literal. Without datatype and language an <c>xsd:string</c>; with a language an <c>rdf:langString</c>. The
    /// lexical form is not held against the datatype (RDF 1.1 Concepts allows ill-typed literals): SHACL does that.
    /// </summary>
    /// <exception cref="ArgumentException">A language tag that is none, a datatype beside a language, a lone surrogate.</exception>
    public static Term Literal(string lexical, string? datatype = null, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(lexical);
        if (!IsWellFormed(lexical))
            throw new ArgumentException("A lexical form holds no lone surrogates.", nameof(lexical));
        if (language is null)
            return new(TermKind.Literal, lexical, datatype is null ? Xsd.String : Iri(datatype).Value, null);
        if (!Names.IsLanguageTag(language))
            throw new ArgumentException("Not a language tag.", nameof(language));
        if (datatype is not (null or RdfTerms.LangString))
            throw new ArgumentException("A literal with a language is an rdf:langString.", nameof(datatype));
        return new(TermKind.Literal, lexical, RdfTerms.LangString, language.ToLowerInvariant());
    }

    /// <summary>The term as N-Triples has it.</summary>
    public override string ToString() => Value is null ? "" : NTriplesWriter.Format(this);

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var at = text.IndexOfAnyInRange('\uD800', '\uDFFF');
            if (at < 0)
                return true;
            if (Rune.DecodeFromUtf16(text[at..], out _, out var used) != OperationStatus.Done)
                return false;
            text = text[(at + used)..];
        }

        return true;
    }
}
