namespace SolidLoonfiches.Service;

/// <summary>The files of the ontology by their own names, for who follows a link; the pages give the same files by what is asked for.</summary>
internal static class OntologyEndpoints
{
    public static void MapOntology(this IEndpointRouteBuilder site)
    {
        site.MapGet("/ontology/{file:regex(^[a-z.-]+\\.(ttl|jsonld)$)}", (HttpContext http, string file) => Document(http, file)).AllowAnonymous();
        site.MapGet("/ontology/examples/{folder}/{file:regex(^[a-z0-9-]+\\.ttl$)}", (HttpContext http, string folder, string file) => Document(http, $"examples/{folder}/{file}")).AllowAnonymous();
    }

    private static IResult Document(HttpContext http, string file)
    {
        if (OntologyFiles.TryRead(file) is not { } body)
        {
            return TypedResults.NotFound();
        }

        SecurityHeaders.MayBeKept(http, "public, max-age=3600");
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return TypedResults.Bytes(body, (file.EndsWith(".ttl", StringComparison.Ordinal) ? "text/turtle" : "application/ld+json") + "; charset=utf-8");
    }
}
