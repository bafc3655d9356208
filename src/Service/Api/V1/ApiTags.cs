using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace SolidLoonfiches.Service;

/// <summary>Entity tags: what was read before need not be read again, and what changed since is not written over.</summary>
internal static class ApiTags
{
    /// <summary>Gives what was read its tag, and sends nothing where the caller has it (RFC 9110 §13.1.2).</summary>
    public static async ValueTask<object?> TagAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var result = await next(context);
        if (!HttpMethods.IsGet(http.Request.Method) || result is not IValueHttpResult { Value: { } value } || result is IStatusCodeHttpResult { StatusCode: not StatusCodes.Status200OK })
        {
            return result;
        }

        var json = Json(http, value);
        var tag = Of(json);
        http.Response.Headers.ETag = tag;
        var known = http.Request.GetTypedHeaders().IfNoneMatch;
        return known.Any(one => one.Compare(new EntityTagHeaderValue(tag), useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(json, "application/json; charset=utf-8");
    }

    /// <summary>Whether the caller may write: it named no tag, or that of what is there now (RFC 9110 §13.1.1).</summary>
    public static bool Allows(HttpContext http, object current)
    {
        var wanted = http.Request.GetTypedHeaders().IfMatch;
        return wanted.Count == 0 || wanted.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(new EntityTagHeaderValue(Of(Json(http, current))), useStrongComparison: true));
    }

    public static byte[] Json(HttpContext http, object value) =>
        JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);

    private static string Of(byte[] json) => $"\"{Convert.ToHexStringLower(SHA256.HashData(json))[..32]}\"";
}
