using System.Globalization;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Vault;

/// <summary>Bodies of type text/turtle.</summary>
internal static class TurtleBody
{
    /// <summary>The graph; null, and where it went wrong, for what is no Turtle. The place only: the text itself may be personal.</summary>
    public static RdfGraph? Read(Uri document, byte[] body, CancellationToken cancellation, out string detail)
    {
        try
        {
            detail = "";
            return Turtle.Read(body, Urls.WithoutFragment(document), cancellation: cancellation);
        }
        catch (RdfSyntaxException e)
        {
            detail = string.Create(CultureInfo.InvariantCulture, $"not Turtle at line {e.Line}, column {e.Column}");
            return null;
        }
    }
}

/// <summary>Comparing URLs and IRIs.</summary>
internal static class Urls
{
    public static string WithoutFragment(Uri url) => url.GetLeftPart(UriPartial.Query);

    public static bool SameOrigin(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.Port == other.Port && string.Equals(one.IdnHost, other.IdnHost, StringComparison.OrdinalIgnoreCase)
        && one.UserInfo.Length == 0;

    /// <summary>The same after what RFC 3986 (section 6.2.2) allows: case of scheme and host, default port, escapes.</summary>
    public static bool Same(Term term, Uri url) =>
        term.IsIri && (term.Value == url.OriginalString || (Uri.TryCreate(term.Value, UriKind.Absolute, out var other) && other.AbsoluteUri == url.AbsoluteUri));
}
