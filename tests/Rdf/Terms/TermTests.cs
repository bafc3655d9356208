namespace SolidLoonfiches.Rdf.Tests;

public sealed class TermTests
{
    [Theory]
    [InlineData("loonfiche")]
    [InlineData("")]
    [InlineData("/a/b")]
    [InlineData("1a:b")]
    [InlineData("https://example.org/a b")]
    [InlineData("https://example.org/<a>")]
    [InlineData("https://example.org/\n")]
    public void Iri_NotAbsoluteOrWithAForbiddenCharacter_IsRefused(string iri) => Assert.Throws<ArgumentException>(() => Term.Iri(iri));

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a.")]
    [InlineData("a b")]
    [InlineData("a:b")]
    public void Blank_NotALabel_IsRefused(string label) => Assert.Throws<ArgumentException>(() => Term.Blank(label));

    [Fact]
    public void Literal_WithoutDatatype_IsAString()
    {
        Assert.Equal("http://www.w3.org/2001/XMLSchema#string", Term.Literal("Acme").Datatype);
        Assert.Equal(Term.Literal("Acme"), Term.Literal("Acme", "http://www.w3.org/2001/XMLSchema#string"));
    }

    [Fact]
    public void Literal_WithLanguage_KeepsTheTagInLowerCase()
    {
        var term = Term.Literal("loon", language: "nl-BE");
        Assert.Equal("nl-be", term.Language);
        Assert.Equal(RdfTerms.LangString, term.Datatype);
        Assert.Equal(term, Term.Literal("loon", RdfTerms.LangString, "NL-be"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nl_BE")]
    [InlineData("1nl")]
    [InlineData("nl-")]
    public void Literal_NoLanguageTag_IsRefused(string language) => Assert.Throws<ArgumentException>(() => Term.Literal("loon", language: language));

    [Fact]
    public void Literal_DatatypeBesideLanguage_IsRefused() => Assert.Throws<ArgumentException>(() => Term.Literal("loon", Xsd.Integer, "nl"));

    [Fact]
    public void Create_LoneSurrogate_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Term.Literal("a\uDC00b"));
        Assert.Throws<ArgumentException>(() => Term.Iri("https://example.org/\uD800"));
        Assert.Throws<ArgumentException>(() => Term.Blank("a\uD800"));
    }

    [Fact]
    public void ToString_Literal_IsAsInNTriples() => Assert.Equal("\"a\\\"b\"^^<http://www.w3.org/2001/XMLSchema#date>", Term.Literal("a\"b", Xsd.Namespace + "date").ToString());
}
