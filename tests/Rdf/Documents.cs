using System.Text;

namespace SolidLoonfiches.Rdf.Tests;

/// <summary>Short forms that the tests share.</summary>
internal static class Documents
{
    public const string Base = "https://vault.example/loonfiches/2026-10";

    public static RdfGraph Turtle(string text, RdfLimits? limits = null) => Rdf.Turtle.Read(Encoding.UTF8.GetBytes(text), Base, limits);

    public static RdfGraph Triples(string text, RdfLimits? limits = null) => NTriples.Read(Encoding.UTF8.GetBytes(text), limits);

    public static RdfSyntaxException Refused(string text, RdfLimits? limits = null) => Assert.Throws<RdfSyntaxException>(() => Turtle(text, limits));

    public static Term Ex(string local) => Term.Iri("https://example.org/" + local);
}
