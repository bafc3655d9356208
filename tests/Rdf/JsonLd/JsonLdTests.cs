using static SolidLoonfiches.Rdf.Tests.Documents;

namespace SolidLoonfiches.Rdf.Tests;

public sealed class JsonLdTests
{
    private const string Context = """
        { "@context": {
          "@version": 1.1,
          "ex": "https://example.org/",
          "xsd": "http://www.w3.org/2001/XMLSchema#",
          "id": "@id",
          "type": "@type",
          "Bedrag": "ex:Amount",
          "waarde": { "@id": "ex:value", "@type": "xsd:decimal" },
          "van": { "@id": "ex:of", "@type": "@id" },
          "naam": "ex:name"
        } }
        """;

    [Fact]
    public void Write_OneSubject_TakesTheTermsThatFit()
    {
        var graph = Turtle("""
            @prefix ex: <https://example.org/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            ex:a a ex:Amount ; ex:value 2500.00, "veel" ; ex:of ex:b, <https://elders.example/x> ; ex:name "Æ <b>", "A"@nl, "7"^^ex:odd ; ex:other true, "https://example.org/a" .
            """);
        var written = JsonLd.Write(graph, Context);
        Assert.EndsWith(
            """
              },
              "id": "ex:a",
              "type": "Bedrag",
              "ex:other": [
                "https://example.org/a",
                {
                  "@value": "true",
                  "type": "xsd:boolean"
                }
              ],
              "ex:value": "veel",
              "naam": [
                {
                  "@value": "7",
                  "type": "ex:odd"
                },
                {
                  "@value": "A",
                  "@language": "nl"
                },
                "Æ <b>"
              ],
              "van": [
                "https://elders.example/x",
                "ex:b"
              ],
              "waarde": "2500.00"
            }

            """,
            written,
            StringComparison.Ordinal);
        Assert.Equal(written, JsonLd.Write(Turtle(Rdf.Turtle.Write(graph, [])), Context));
    }

    [Fact]
    public void Write_MoreSubjects_StandInAGraphBlankNodesLast()
    {
        var written = JsonLd.Write(Turtle("@prefix ex: <https://example.org/> . ex:b ex:of [ ex:name \"x\" ] . ex:a ex:of _:z ."), Context);
        using var json = System.Text.Json.JsonDocument.Parse(written);
        Assert.Equal(["ex:a", "ex:b", "_:anon1"], json.RootElement.GetProperty("@graph").EnumerateArray().Select(node => node.GetProperty("id").GetString()!));
    }

    [Theory]
    [InlineData("""{ "@context": "https://elsewhere.example/context" }""")]
    [InlineData("""{ "@context": [ {} ] }""")]
    [InlineData("""{ "@context": { "@vocab": "https://example.org/" } }""")]
    [InlineData("""{ "@context": { "a": { "@id": "https://example.org/a", "@container": "@list" } } }""")]
    [InlineData("""{ "@context": { "a": "b" } }""")]
    public void Write_ContextThatIsNotSupported_IsRefused(string context) =>
        Assert.Throws<NotSupportedException>(() => JsonLd.Write(Turtle("<a> <b> <c> ."), context));

    [Fact]
    public void Write_IriThatWouldBeTakenForAPrefixedName_IsRefused() =>
        Assert.Throws<NotSupportedException>(() => JsonLd.Write(Turtle("<ex:a> <u:b> <u:c> ."), Context));

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{ "a": 1 }""")]
    [InlineData("""{ "@context": { "a": "b", "b": "a" } }""")]
    public void Write_ContextThatIsNone_IsRefused(string context) =>
        Assert.Throws<ArgumentException>(() => JsonLd.Write(Turtle("<a> <b> <c> ."), context));
}
