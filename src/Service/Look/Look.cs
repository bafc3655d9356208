using System.Security.Cryptography;

namespace SolidLoonfiches.Service;

/// <summary>The one style sheet. Its address carries its hash, so that browsers keep it until it changes.</summary>
internal static class Look
{
    private static readonly byte[] Css = ReadCss();

    /// <summary>Address for the pages' head.</summary>
    public static string Address { get; } = "/site.css?v=" + Convert.ToHexStringLower(SHA256.HashData(Css)).AsSpan(0, 12).ToString();

    public static void MapLook(this IEndpointRouteBuilder site) => site.MapGet("/site.css", (HttpContext http) =>
    {
        SecurityHeaders.MayBeKept(http, "public, max-age=31536000, immutable");
        return TypedResults.Bytes(Css, "text/css; charset=utf-8");
    }).AllowAnonymous();

    private static byte[] ReadCss()
    {
        using var stream = typeof(Look).Assembly.GetManifestResourceStream("site.css") ?? throw new InvalidOperationException("site.css is not embedded.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
