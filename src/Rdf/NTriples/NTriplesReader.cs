namespace SolidLoonfiches.Rdf;

/// <summary>N-Triples, strictly (N-Triples, section 7): one triple a line, absolute IRIs, nothing of Turtle.</summary>
internal ref struct NTriplesReader(Scanner input, RdfGraphBuilder output, RdfLimits limits)
{
    private Scanner _in = input;

    public void Read()
    {
        while (true)
        {
            _in.SkipSpace();
            if (_in.AtEnd)
                return;
            Triple();
            _in.SkipSpace(inLine: true);
            if (!_in.AtEnd && _in.Next is not ('\r' or '\n'))
                throw _in.Error(_in.Position, "Expected the end of the line after a triple.");
        }
    }

    private void Triple()
    {
        _in.Tick();
        var start = _in.Position;
        var subject = _in.Next switch
        {
            '<' => Iri(),
            '_' => output.Blank(_in.BlankLabel()),
            _ => throw _in.Error(_in.Position, "Expected a subject: an IRI in <> or a blank node."),
        };
        _in.SkipSpace(inLine: true);
        var predicate = _in.Next == '<' ? Iri() : throw _in.Error(_in.Position, "Expected a predicate: an IRI in <>.");
        _in.SkipSpace(inLine: true);
        var @object = _in.Next switch
        {
            '<' => Iri(),
            '_' => output.Blank(_in.BlankLabel()),
            '"' => Literal(),
            _ => throw _in.Error(_in.Position, "Expected an object: an IRI in <>, a blank node or a string in double quotes."),
        };
        _in.SkipSpace(inLine: true);
        if (!_in.Take('.'))
            throw _in.Error(_in.Position, "Expected '.' after a triple.");
        output.Add(subject, predicate, @object);
        if (output.Count > limits.MaxTriples)
            throw _in.Error(start, "The document has more triples than the limit.");
        if (output.Terms.TextLength > limits.MaxTermBytes)
            throw _in.Error(start, "The terms of the document are longer together than the limit.");
    }

    private int Iri()
    {
        var at = _in.Position;
        var iri = _in.IriReference();
        return IriReference.HasScheme(iri) ? output.Iri(iri) : throw _in.Error(at, "Expected an absolute IRI: N-Triples has no base.");
    }

    private int Literal()
    {
        var lexical = _in.String(strict: true);
        if (_in.Next == '@')
            return output.LanguageString(lexical, output.Language(LanguageTags.Lower(_in.LanguageTag(), stackalloc byte[64])));
        if (_in.Next != '^')
            return output.String(lexical);
        _in.Position++;
        if (!_in.Take('^') || _in.Next != '<')
            throw _in.Error(_in.Position, "Expected '^^' and an IRI in <>.");
        return output.Literal(lexical, Iri());
    }
}
