using System.Net;

namespace SolidLoonfiches.Vault;

/// <summary>Who asks, and with which key: gives the access token for a request, bound to the key (RFC 9449).</summary>
public abstract class VaultSession : IDisposable
{
    /// <summary>The WebID that the token speaks for.</summary>
    public abstract Uri WebId { get; }

    /// <summary>A token that is still valid for at least a minute, from cache where it can be.</summary>
    /// <exception cref="VaultSignInException">The identity provider gave none, or the session is over.</exception>
    public abstract ValueTask<VaultToken> TokenAsync(CancellationToken cancellation);

    /// <summary>How long whoever sends as this session has waited for its tokens so far, where it counts that.</summary>
    public virtual TimeSpan Waited => TimeSpan.Zero;

    /// <summary>
    /// A vault did not accept this token, although it should still be valid: its clock may run ahead of ours, or the token lapsed
    /// while it was under way. A session that can give another one does so from now on; one that was given out just before is kept.
    /// </summary>
    public virtual void Refused(VaultToken token) { }

    /// <summary>A token younger than this was not refused for its age: another one would be refused as well.</summary>
    internal static readonly TimeSpan Young = TimeSpan.FromSeconds(30);

    /// <summary>Sends a request as this session: with its token and a proof of the key. Where a vault speaks otherwise, a session of its own does.</summary>
    internal virtual async Task<VaultReply> SendAsync(VaultHttp http, VaultRequest request, CancellationToken cancellation)
    {
        var token = await TokenAsync(cancellation);
        var reply = await http.SendAsync(request.With(token), cancellation);
        if (reply is not VaultReply.Answered { Status: HttpStatusCode.Unauthorized })
        {
            return reply;
        }

        Refused(token);
        var another = await TokenAsync(cancellation);
        return another == token ? reply : await http.SendAsync(request.With(another), cancellation);
    }

    /// <summary>Forgets the token and its key.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Overridden by sessions that hold a key of their own.</summary>
    protected virtual void Dispose(bool disposing) { }
}

/// <summary>An access token and the key it is bound to.</summary>
public sealed record VaultToken(string AccessToken, DPoPKey Key)
{
    /// <summary>Never the token: it may end in a log.</summary>
    public override string ToString() => "VaultToken";
}

/// <summary>No token could be had. The message is for operators, in English; holds no secret, no personal data and no URL.</summary>
public sealed class VaultSignInException(string message, Exception? inner = null) : Exception(message, inner);
