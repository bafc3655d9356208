namespace SolidLoonfiches.Rdf;

/// <summary>The terms of a Turtle document, by where they stand in a triple (section 6.5).</summary>
internal sealed class TurtleTerms(TurtleNames names, RdfGraphBuilder output, RdfLimits limits)
{
    public int Verb(ref Scanner input)
    {
        var next = input.Next;
        if (next == '<')
            return names.Iri(ref input);
        if (input.Rest.StartsWith("a "u8))
        {
            input.Position++;
            return output.WellKnown(WellKnown.Type);
        }

        if (names.PlainName(ref input) is var plain and >= 0)
            return plain;
        var start = input.Position;
        var name = TurtleNames.PrefixName(ref input);
        if (input.Next == ':')
            return names.PrefixedName(ref input, name, start);
        if (name.SequenceEqual("a"u8))
            return output.WellKnown(WellKnown.Type);
        throw input.Error(start, "Expected a predicate: an IRI, a prefixed name or 'a'.");
    }

    public int Subject(ref Scanner input)
    {
        switch (input.Next)
        {
            case '<':
                return names.Iri(ref input);
            case '_':
                return output.Blank(input.BlankLabel());
            default:
                if (names.PlainName(ref input) is var plain and >= 0)
                    return plain;
                var start = input.Position;
                var name = TurtleNames.PrefixName(ref input);
                return input.Next == ':' ? names.PrefixedName(ref input, name, start)
                    : throw input.Error(start, "Expected a subject: an IRI, a prefixed name, a blank node, '[' or '('.");
        }
    }

    public int Object(ref Scanner input)
    {
        switch (input.Next)
        {
            case '<':
                return names.Iri(ref input);
            case '_':
                return output.Blank(input.BlankLabel());
            case '"' or '\'':
                return Literal(ref input);
            case '+' or '-' or '.' or (>= '0' and <= '9'):
                return Number(ref input);
            default:
                if (names.PlainName(ref input) is var plain and >= 0)
                    return plain;
                var start = input.Position;
                var name = TurtleNames.PrefixName(ref input);
                if (input.Next == ':')
                    return names.PrefixedName(ref input, name, start);
                // A dot may stand inside a prefix but also end the statement: 'true.' and even 'true.x' without a colon.
                var word = name.IndexOf((byte)'.') is var dot and >= 0 ? name[..dot] : name;
                if (!word.SequenceEqual("true"u8) && !word.SequenceEqual("false"u8))
                    throw input.Error(start, "Expected an object: an IRI, a prefixed name, a blank node, a literal, '[' or '('.");
                input.Position = start + word.Length;
                return output.Literal(word, output.WellKnown(WellKnown.Boolean));
        }
    }

    // Datatype and language may stand apart from the string: they are terminals of their own (rule [128s]).
    private int Literal(ref Scanner input)
    {
        var lexical = input.String(strict: false);
        input.SkipSpace();
        if (input.Next == '@')
            return output.LanguageString(lexical, output.Language(LanguageTags.Lower(input.LanguageTag(), stackalloc byte[64])));
        if (!input.Take('^'))
            return output.String(lexical);

        if (!input.Take('^'))
            throw input.Error(input.Position, "Expected '^^' and a datatype.");
        input.SkipSpace();
        if (input.Next == '<')
            return output.Literal(lexical, names.Iri(ref input));
        if (names.PlainName(ref input) is var plain and >= 0)
            return output.Literal(lexical, plain);
        var start = input.Position;
        var prefix = TurtleNames.PrefixName(ref input);
        return input.Next == ':' ? output.Literal(lexical, names.PrefixedName(ref input, prefix, start))
            : throw input.Error(start, "Expected a datatype: an IRI or a prefixed name.");
    }

    // INTEGER, DECIMAL, DOUBLE: the longest that fits, and a dot with no digit after it ends the statement.
    private int Number(ref Scanner input)
    {
        var start = input.Position;
        if (input.Next is '+' or '-')
            input.Position++;
        var digits = Digits(ref input);
        var fraction = 0;
        var afterInteger = input.Position;
        if (input.Take('.'))
            fraction = Digits(ref input);
        var hasDot = input.Position > afterInteger;
        var afterFraction = input.Position;
        if (digits + fraction > 0 && input.Next is 'e' or 'E')
        {
            input.Position++;
            if (input.Next is '+' or '-')
                input.Position++;
            if (Digits(ref input) > 0)
                return Lexical(ref input, start, WellKnown.Double);
            input.Position = afterFraction;
        }

        if (hasDot && fraction > 0)
            return Lexical(ref input, start, WellKnown.Decimal);
        input.Position = afterInteger;
        return digits > 0 ? Lexical(ref input, start, WellKnown.Integer) : throw input.Error(start, "Expected an object: a number has a digit.");
    }

    private int Lexical(ref Scanner input, int start, WellKnown datatype)
    {
        if (input.Position - start > limits.MaxTermLength)
            throw input.TooLong(start);
        return output.Literal(input.Slice(start, input.Position), output.WellKnown(datatype));
    }

    private static int Digits(ref Scanner input)
    {
        // One by one: amounts have few digits.
        var rest = input.Rest;
        var run = 0;
        while (run < rest.Length && char.IsAsciiDigit((char)rest[run]))
            run++;
        input.Position += run;
        return run;
    }
}
