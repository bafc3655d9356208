using System.Text.Json;

namespace SolidLoonfiches.Service;

/// <summary>An answer that says what is wrong (RFC 9457).</summary>
/// <param name="kind">What.</param>
/// <param name="detail">Of this occurrence; for people.</param>
/// <param name="field">The field that is wrong.</param>
internal sealed class ApiProblem(ProblemKind kind, string? detail = null, string? field = null) : IResult, IStatusCodeHttpResult
{
    public const string MediaType = "application/problem+json";

    public ProblemKind Kind => kind;

    public int? StatusCode => kind.Status;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var address = httpContext.RequestServices.GetRequiredService<ServiceSettings>().At(Api.Root[1..] + "/problems/" + kind.Code);
        httpContext.Response.StatusCode = kind.Status;
        return httpContext.Response.WriteAsJsonAsync(new ProblemData(address.AbsoluteUri, kind.Title, kind.Status, kind.Code, detail, field), (JsonSerializerOptions?)null, MediaType, httpContext.RequestAborted);
    }
}

/// <summary>What is wrong.</summary>
/// <param name="Type">Address of the kind of problem; it says the same as <paramref name="Code"/>.</param>
/// <param name="Title">The same for every occurrence of the kind.</param>
/// <param name="Status">Of HTTP.</param>
/// <param name="Code">Stable: go by this.</param>
/// <param name="Detail">Of this occurrence, for people; in Dutch where a social worker is to read it.</param>
/// <param name="Field">The field that is wrong, as a name or a path into the body.</param>
internal sealed record ProblemData(string Type, string Title, int Status, string Code, string? Detail, string? Field);
