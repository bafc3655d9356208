using System.Text.Json;
using System.Text.Json.Serialization;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>The API for the OCMW's own software: what it can read and write, and as whom. One OCMW never sees another's.</summary>
internal static class Api
{
    public const string Root = "/api/v1";

    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.AddApiTokens();
        builder.AddApiLimits();
        builder.AddApiDocument();
        // What is wrong with a body is said as a problem (ApiErrors), and not by a bare status.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            var options = json.SerializerOptions;
            options.NumberHandling = JsonNumberHandling.Strict;
            options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.RespectNullableAnnotations = true;
            options.RespectRequiredConstructorParameters = true;
            options.AllowOutOfOrderMetadataProperties = true;
            options.MaxDepth = 256;
            options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        });
    }

    public static bool Owns(PathString path) => path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    public static void MapApi(this IEndpointRouteBuilder site)
    {
        var open = site.MapGroup(Root).AllowAnonymous();
        open.MapOpenApi("/openapi.json");
        open.MapGet("/problems/{code}", (string code) => ApiProblems.All.SingleOrDefault(kind => kind.Code == code) is { } kind ? (IResult)TypedResults.Ok(kind) : new ApiProblem(ApiProblems.NotFound))
            .ExcludeFromDescription();

        var api = site.MapGroup(Root).RequireAuthorization(ApiTokens.PolicyOf("")).WithTags("Loonfiches");
        api.LimitPerClient();
        api.AddEndpointFilter(ApiCaller.StillRegisteredAsync).AddEndpointFilter(ApiTags.TagAsync);
        api.MapOcmw();
        api.MapDossiers();
        api.MapFacts();
        api.MapPayslips();
        api.MapChecks();
        api.MapDecisions();
        api.MapConsents();
        api.MapEvents();
    }

    /// <summary>A read: what it answers, and the scope that it takes.</summary>
    public static RouteHandlerBuilder Reads<T>(this RouteHandlerBuilder route, string name, string scope, string summary, params ProblemKind[] problems) =>
        route.WithName(name).WithSummary(summary).Takes(scope).Produces<T>().Fails([.. problems, ApiProblems.NotFound]);

    /// <summary>A write: what it takes and answers, and the scope.</summary>
    public static RouteHandlerBuilder Writes<TBody, T>(this RouteHandlerBuilder route, string name, string scope, string summary, params ProblemKind[] problems)
        where TBody : class => route
        .WithName(name).WithSummary(summary).Takes(scope).WritesOnce<TBody>().Produces<T>(StatusCodes.Status201Created)
        .Fails([.. problems, ApiProblems.NotFound, ApiProblems.KeyMissing, ApiProblems.KeyReused, ApiProblems.InvalidValue, ApiProblems.UnsupportedMediaType, ApiProblems.TooLarge]);

    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, string scope) => route.RequireAuthorization(ApiTokens.PolicyOf(scope)).WithMetadata(new ScopeMetadata(scope));

    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder route, params ProblemKind[] kinds)
    {
        ProblemKind[] all = [.. kinds, ApiProblems.InvalidRequest, ApiProblems.Unauthenticated, ApiProblems.MissingScope, ApiProblems.TooManyRequests, ApiProblems.InternalError];
        foreach (var status in all.Select(kind => kind.Status).Distinct())
        {
            route.Produces<ProblemData>(status, ApiProblem.MediaType);
        }

        return route.WithMetadata(new ProblemsMetadata([.. all.Distinct()]));
    }

    public static IQueryable<Dossier> DossiersOf(this DossierDb db, ApiCaller caller) => db.Dossiers.Where(dossier => dossier.OcmwKbo == caller.OcmwKbo);

    public static IQueryable<Check> ChecksOf(this DossierDb db, ApiCaller caller) =>
        db.Checks.Where(check => db.Dossiers.Any(dossier => dossier.Id == check.DossierId && dossier.OcmwKbo == caller.OcmwKbo));

    /// <summary>For the document.</summary>
    internal sealed record ScopeMetadata(string Scope);

    /// <summary>For the document.</summary>
    internal sealed record ProblemsMetadata(IReadOnlyList<ProblemKind> Kinds);
}
