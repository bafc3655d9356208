using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>The API's own description: OpenAPI 3.1, made from the routes themselves.</summary>
internal static class ApiDocument
{
    private const string SchemeName = "oauth2";

    public static void AddApiDocument(this IHostApplicationBuilder builder)
    {
        var settings = builder.Settings();
        builder.Services.AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = description => Api.Owns("/" + description.RelativePath);
            options.AddDocumentTransformer((document, _, _) => Introduce(document, settings));
            options.AddOperationTransformer((operation, context, _) => DescribeOperation(operation, context));
            options.AddSchemaTransformer((schema, context, _) => DescribeSchema(schema, context));
        });
    }

    private static Task Introduce(OpenApiDocument document, ServiceSettings settings)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Loonfiches: the API for OCMW software",
            Version = "1",
            Description = "Dossiers, payslips, checks, decisions and events of one OCMW: the one whose client asks. Within a version fields may be added to answers, and words to lists; nothing is taken away.",
        };
        document.Servers = [new OpenApiServer { Url = settings.BaseUrl.AbsoluteUri.TrimEnd('/') }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [SchemeName] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Description = "Client credentials (RFC 6749 §4.4). The OCMW's administrator registers the client.",
                Flows = new OpenApiOAuthFlows { ClientCredentials = new OpenApiOAuthFlow { TokenUrl = settings.At(Api.Root[1..] + "/token"), Scopes = ApiScopes.All.ToDictionary(scope => scope, Words, StringComparer.Ordinal) } },
            },
        };
        return Task.CompletedTask;
    }

    private static Task DescribeOperation(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<Api.ScopeMetadata>().SingleOrDefault() is { } scope)
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SchemeName, context.Document)] = [scope.Scope] }];
        }

        foreach (var kinds in metadata.OfType<Api.ProblemsMetadata>().SelectMany(all => all.Kinds).GroupBy(kind => kind.Status))
        {
            if (operation.Responses?.GetValueOrDefault(kinds.Key.ToString(System.Globalization.CultureInfo.InvariantCulture)) is OpenApiResponse answer)
            {
                answer.Description = string.Join(' ', kinds.Select(kind => $"{kind.Code}: {kind.Title}"));
            }
        }

        if (metadata.OfType<ApiWrites.WritesMetadata>().Any())
        {
            // A handler of a write answers through what keeps the answer (ApiWrites): only the 201 is sent.
            operation.Responses?.Remove("200");
            operation.Parameters ??= [];
            operation.Parameters.Add(Header("Idempotency-Key", "Of your own making, for this write alone. The same key with the same body gets the same answer and writes nothing more; kept for 30 days.", required: true));
            if (metadata.OfType<Api.ProblemsMetadata>().Any(all => all.Kinds.Contains(ApiProblems.PreconditionFailed)))
            {
                operation.Parameters.Add(Header("If-Match", "The ETag that was read: nothing is written where it changed since.", required: false));
            }
        }

        return Task.CompletedTask;
    }

    private static Task DescribeSchema(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(decimal))
        {
            // An amount is exact: whoever reads it into a binary fraction does so at their own risk.
            schema.Format = "decimal";
        }

        // What is sent to us is held to its fields; to what we send, fields may be added.
        schema.AdditionalPropertiesAllowed = !IsSentToUs(type);
        if (type == typeof(ProblemData) && schema.Properties?["code"] is OpenApiSchema code)
        {
            code.Enum = [.. ApiProblems.All.Select(kind => (JsonNode)JsonValue.Create(kind.Code))];
        }

        return Task.CompletedTask;
    }

    private static bool IsSentToUs(Type type) =>
        type == typeof(NewFact) || type == typeof(NewProposal) || type == typeof(NewDecision) || type == typeof(NewStep) || type == typeof(NewReceipt)
        || type == typeof(DossierLookup) || type == typeof(DaysData) || type.IsSubclassOf(typeof(FactValue));

    private static OpenApiParameter Header(string name, string description, bool required) =>
        new() { Name = name, In = ParameterLocation.Header, Required = required, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static string Words(string scope) => scope switch
    {
        ApiScopes.ReadDossiers => "Read dossiers and facts.",
        ApiScopes.ReadPayslips => "Read payslips.",
        ApiScopes.ReadChecks => "Read checks with their steps.",
        ApiScopes.ReadDecisions => "Read decisions and payment lines.",
        ApiScopes.ReadConsents => "Read how consents stand.",
        ApiScopes.Events => "Read the feed of events, and say what was done with them.",
        ApiScopes.WriteFacts => "Record facts.",
        ApiScopes.WriteDecisions => "Record proposals, hearings, decisions and notices.",
        _ => throw new InvalidOperationException($"Scope {scope} has no words."),
    };
}
