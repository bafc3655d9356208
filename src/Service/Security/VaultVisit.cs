using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Service;

/// <summary>
/// The citizen's own session at their vault, or the access grant that they gave there, between the preview and their answer. It is kept with their browser, protected, for ten
/// minutes, for this citizen and this request; the service keeps nothing of it, so that any node can go on.
/// </summary>
internal sealed class VaultVisit(IDataProtectionProvider protection, ServiceSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("SolidLoonfiches.VaultVisit.v1").ToTimeLimitedDataProtector();

    // A vault's token may be longer than one cookie can be.
    private readonly ChunkingCookieManager _cookies = new();

    /// <param name="CitizenId">Whose visit.</param>
    /// <param name="RequestId">What they are looking at.</param>
    /// <param name="Language">Of the text that they read.</param>
    /// <param name="TextSha256">Of the text that they read.</param>
    /// <param name="Session">Theirs; null where they answered an access request.</param>
    /// <param name="Storage">The vault that they chose; null where there was no choice.</param>
    /// <param name="Granted">What they answered; null where they signed in.</param>
    public sealed record Visit(string CitizenId, Guid RequestId, string Language, string TextSha256, KeptSession? Session, Uri? Storage = null, Grant? Granted = null)
    {
        /// <summary>Whose vault it is.</summary>
        public Uri WebId => Session?.WebId ?? Granted!.WebId;
    }

    /// <param name="WebId">Who gave it.</param>
    /// <param name="Container">As it was asked for.</param>
    /// <param name="Given">Verified.</param>
    public sealed record Grant(Uri WebId, Uri Container, AccessGrant Given);

    public void Begin(HttpContext http, Visit visit)
    {
        var (name, options) = Cookie(http);
        _cookies.AppendResponseCookie(http, name, Convert.ToBase64String(_protector.Protect(JsonSerializer.SerializeToUtf8Bytes(visit), Lifetime)), options);
    }

    /// <summary>The visit of this citizen for this request; null where there is none, it is over, or it is somebody else's.</summary>
    public Visit? Find(HttpContext http, SignedIn.Citizen citizen, Guid request)
    {
        if (_cookies.GetRequestCookie(http, Cookie(http).Name) is not { } text)
        {
            return null;
        }

        try
        {
            var visit = JsonSerializer.Deserialize<Visit>(_protector.Unprotect(Convert.FromBase64String(text)));
            return visit?.CitizenId == citizen.Id && visit.RequestId == request && visit is { Session: not null } or { Granted: not null } && !(clock.GetUtcNow() >= visit.Session?.Until) ? visit : null;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException or JsonException)
        {
            // Too old, or not ours: the same as none.
            return null;
        }
    }

    public void End(HttpContext http)
    {
        var (name, options) = Cookie(http);
        _cookies.DeleteCookie(http, name, options);
    }

    private (string Name, CookieOptions Options) Cookie(HttpContext http)
    {
        var cookie = new CookieBuilder { Path = "/" };
        Login.Protect(cookie, settings, "kluisbezoek");
        return (cookie.Name!, cookie.Build(http));
    }
}
