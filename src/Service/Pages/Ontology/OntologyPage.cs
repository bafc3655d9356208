using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Service.Pages.Ontology;

/// <summary>A page about one file of the ontology: the page for people, the file itself for programs, at one address (RFC 9110, section 12).</summary>
/// <remarks>Public, without personal data. Who asks for anything, as a browser without a wish does, gets the page.</remarks>
internal abstract class OntologyPage : PageModel
{
    private const string Turtle = "text/turtle", Triples = "application/n-triples", JsonLinked = "application/ld+json", Html = "text/html";

    private static readonly string[] Types = [Html, Turtle, JsonLinked, Triples];

    /// <summary>The file, in the form that was asked for; the page where that is HTML.</summary>
    protected IActionResult Answer(string file)
    {
        Response.Headers.Vary = HeaderNames.Accept;
        return Wanted() switch
        {
            Turtle => Document(OntologyFiles.Read(file), Turtle),
            Triples => Document(Encoding.UTF8.GetBytes(NTriples.Write(OntologyFiles.Graph(file))), Triples),
            JsonLinked => Document(Encoding.UTF8.GetBytes(JsonLd.Write(OntologyFiles.Graph(file), OntologyFiles.Text(OntologyFiles.Context))), JsonLinked),
            Html => Page(),
            _ => StatusCode(StatusCodes.Status406NotAcceptable),
        };
    }

    /// <summary>Labels or messages of a subject, by language.</summary>
    protected static string Text(RdfGraph graph, Term subject, string predicate, string language = "nl") =>
        graph.Objects(subject, Term.Iri(predicate)).Where(text => text.Language == language).Select(text => text.Value).FirstOrDefault("");

    private FileContentResult Document(byte[] body, string type)
    {
        SecurityHeaders.MayBeKept(HttpContext, "public, max-age=3600");
        Response.Headers.AccessControlAllowOrigin = "*";
        return File(body, type + "; charset=utf-8");
    }

    /// <summary>The type that is wanted most, the page before others where it makes no difference; null where none will do.</summary>
    private string? Wanted()
    {
        var wishes = Request.GetTypedHeaders().Accept;
        if (wishes.Count == 0)
        {
            return Html;
        }

        var best = Types.Select(type => (Type: type, Quality: QualityOf(new MediaTypeHeaderValue(type), wishes))).MaxBy(wish => wish.Quality);
        return best.Quality > 0 ? best.Type : null;
    }

    private static double QualityOf(MediaTypeHeaderValue type, IEnumerable<MediaTypeHeaderValue> wishes) =>
        wishes.Where(type.IsSubsetOf).OrderBy(wish => wish.MatchesAllTypes ? 0 : wish.MatchesAllSubTypes ? 1 : 2).Select(wish => wish.Quality ?? 1).LastOrDefault();
}
