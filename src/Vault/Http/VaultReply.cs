using System.Net;

namespace SolidLoonfiches.Vault;

/// <summary>One request to a vault or an identity provider.</summary>
/// <param name="Method">GET, HEAD, PUT, POST.</param>
/// <param name="Target">What is asked for; its fragment is not sent.</param>
internal sealed record VaultRequest(HttpMethod Method, Uri Target)
{
    /// <summary>The key to prove; null to ask as nobody.</summary>
    public DPoPKey? Key { get; init; }
    /// <summary>The token that is bound to the key; null at a token endpoint.</summary>
    public string? AccessToken { get; init; }
    public string Accept { get; init; } = MediaTypes.Turtle;
    public ReadOnlyMemory<byte>? Body { get; init; }
    public string BodyType { get; init; } = MediaTypes.Turtle;
    /// <summary>Further headers, such as <c>If-None-Match</c>.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
    /// <summary>Whether the body of a 4xx is read too: OAuth errors are told there.</summary>
    public bool ReadErrors { get; init; }
    /// <summary>Largest body; null for the usual one.</summary>
    public int? MaxBytes { get; init; }

    public VaultRequest With(VaultToken token) => this with { Key = token.Key, AccessToken = token.AccessToken };
}

internal static class MediaTypes
{
    public const string Turtle = "text/turtle";
    public const string Json = "application/json";
    public const string Form = "application/x-www-form-urlencoded";
}

/// <summary>What came back over the wire.</summary>
internal abstract record VaultReply
{
    private VaultReply() { }

    /// <summary>An answer, its body whole. The body is empty where it was not read.</summary>
    public sealed record Answered(HttpStatusCode Status, HttpResponseHeaderBag Headers, byte[] Body) : VaultReply
    {
        public bool IsSuccess => (int)Status is >= 200 and < 300;

        /// <summary>The type without parameters, in lower case; empty where none was said.</summary>
        public string MediaType => (Headers.First("Content-Type") ?? "").Split(';')[0].Trim().ToLowerInvariant();
    }

    /// <summary>No whole answer.</summary>
    public sealed record Faulted(VaultFault Fault, string Detail) : VaultReply;

    /// <summary>Not sent: the session gave no token.</summary>
    public sealed record NoToken(string Detail) : VaultReply;
}

/// <summary>Headers of an answer, those of the content among them, kept after the connection was let go.</summary>
internal sealed class HttpResponseHeaderBag
{
    private readonly Dictionary<string, string[]> _headers = new(StringComparer.OrdinalIgnoreCase);

    public HttpResponseHeaderBag(HttpResponseMessage response)
    {
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            _headers[name] = [.. values];
        }
    }

    public IReadOnlyList<string> Values(string name) => _headers.GetValueOrDefault(name) ?? [];

    public string? First(string name) => Values(name) is [var first, ..] ? first : null;
}
