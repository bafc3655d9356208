using System.Net;

namespace SolidLoonfiches.Vault;

/// <summary>What an answer that is not the one hoped for means; the same for every request.</summary>
internal static class Refusal
{
    public static VaultAnswer<T> Of<T>(VaultReply reply) => reply switch
    {
        VaultReply.NoToken none => new VaultAnswer<T>.TokenRejected(none.Detail),
        VaultReply.Faulted fault => new VaultAnswer<T>.Broken(fault.Fault, fault.Detail),
        VaultReply.Answered answer => Of<T>(answer),
        _ => throw new InvalidOperationException(),
    };

    private static VaultAnswer<T> Of<T>(VaultReply.Answered answer)
    {
        var status = (int)answer.Status;
        return answer.Status switch
        {
            HttpStatusCode.Unauthorized => new VaultAnswer<T>.TokenRejected(Challenge(answer)),
            HttpStatusCode.Forbidden => new VaultAnswer<T>.NoGrant(),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new VaultAnswer<T>.Absent(),
            HttpStatusCode.TooManyRequests => Broken<T>(VaultFault.TooManyRequests, status),
            HttpStatusCode.NotAcceptable or HttpStatusCode.UnsupportedMediaType => Broken<T>(VaultFault.WrongContentType, status),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => Broken<T>(VaultFault.ServerError, status),
            >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest and not HttpStatusCode.NotModified => Broken<T>(VaultFault.Redirect, status),
            _ => Broken<T>(VaultFault.Unexpected, status),
        };
    }

    private static VaultAnswer<T>.Broken Broken<T>(VaultFault fault, int status) => new(fault, $"HTTP {status}");

    /// <summary>The scheme that the server asks for and its error code, and nothing else of the header: it may hold URLs.</summary>
    private static string Challenge(VaultReply.Answered answer)
    {
        foreach (var challenge in answer.Headers.Values("WWW-Authenticate"))
        {
            var scheme = challenge.Split(' ', 2)[0] is "DPoP" or "Bearer" or "UMA" or "Basic" ? challenge.Split(' ', 2)[0] : "another scheme";
            var at = challenge.IndexOf("error=\"", StringComparison.Ordinal);
            var code = at < 0 ? null : OAuthErrors.Clean(challenge[(at + 7)..].Split('"', 2)[0]);
            return $"HTTP 401, {scheme}, {code ?? "no reason given"}";
        }

        return "HTTP 401, no challenge";
    }
}
