using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Service;

/// <summary>The citizen goes to their vault to sign in, and comes back. What must be known on return is kept with the browser: protected, for a quarter of an hour, for this citizen and this once.</summary>
/// <param name="signIn">At a vault that keeps rules.</param>
/// <param name="identity">Where the citizen comes back to.</param>
/// <param name="protection">Of what the browser keeps.</param>
/// <param name="settings">Of cookies, and our own address.</param>
/// <param name="requests">Null where this installation has no vaults that speak access grants.</param>
internal sealed class VaultJourney(VaultSignIn signIn, ServiceIdentity identity, IDataProtectionProvider protection, ServiceSettings settings, AccessRequests? requests = null)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("SolidLoonfiches.VaultJourney.v1").ToTimeLimitedDataProtector();

    /// <summary>What the citizen began.</summary>
    [JsonPolymorphic(TypeDiscriminatorPropertyName = "aim")]
    [JsonDerivedType(typeof(Preview), "preview")]
    [JsonDerivedType(typeof(Grant), "grant")]
    [JsonDerivedType(typeof(CloseVault), "close")]
    public abstract record Aim
    {
        private Aim()
        {
        }

        /// <summary>To look at what a yes would open, and then to answer.</summary>
        /// <param name="RequestId">What is asked.</param>
        /// <param name="Language">Of the text that was on the screen when the citizen left.</param>
        /// <param name="TextSha256">Of that text.</param>
        /// <param name="Storage">The vault that the citizen chose, of several that go with one address; null where there is no choice.</param>
        public sealed record Preview(Guid RequestId, string Language, string TextSha256, Uri? Storage = null) : Aim;

        /// <summary>To answer, at the vault's own page, what we ask to read; and then here.</summary>
        /// <param name="Look">What it is for.</param>
        /// <param name="Container">What was asked for.</param>
        /// <param name="WebId">Whose it is.</param>
        public sealed record Grant(Preview Look, Uri Container, Uri WebId) : Aim;

        /// <param name="ConsentId">That ended.</param>
        /// <param name="OfficeToo">The payroll office that was let in is put out as well.</param>
        public sealed record CloseVault(Guid ConsentId, bool OfficeToo = false) : Aim;
    }

    /// <param name="CitizenId">Who left: only the same person may come back.</param>
    /// <param name="GoTo">The vault's sign-in, or its page for answering.</param>
    /// <param name="Pending">Of a sign-in; null where the citizen answers an access request.</param>
    public sealed record Journey(string CitizenId, Aim Aim, Uri GoTo, PendingSignIn? Pending);

    /// <summary>Asks the vault what it speaks, and sends the citizen there: to sign in, or to answer an access request.</summary>
    /// <param name="http">Of the citizen's browser.</param>
    /// <param name="citizen">Who leaves.</param>
    /// <param name="profile">Of the vault, already read.</param>
    /// <param name="look">What for.</param>
    /// <param name="until">The last day that is asked for.</param>
    /// <param name="cancellation">Stops the requests.</param>
    /// <exception cref="VaultSignInException">The vault's identity provider, or the issuer of access requests, does not answer as it should.</exception>
    public async Task BeginPreviewAsync(HttpContext http, SignedIn.Citizen citizen, WebIdProfile profile, Aim.Preview look, DateOnly until, CancellationToken cancellation)
    {
        var storage = look.Storage ?? (profile.Storages is [var first, ..] ? first : null);
        if (requests is null || storage is null || !await requests.AreSpokenAtAsync(new Uri(storage, "loonfiches/"), cancellation))
        {
            await BeginAsync(http, citizen, profile, look, cancellation);
            return;
        }

        var container = new Uri(storage, "loonfiches/");
        switch (await requests.AskAsync(container, profile.WebId, Belgium.StartOf(until.AddDays(1)), settings.At("citizen/vaultgrant"), cancellation))
        {
            case AccessGrantAnswer.Asked asked:
                Keep(http, new Journey(citizen.Id, new Aim.Grant(look, container, profile.WebId), asked.GoTo, Pending: null));
                break;
            case AccessGrantAnswer.Failed failed:
                throw new VaultSignInException(failed.Detail);
            default:
                throw new InvalidOperationException("An access request stands, or it could not be made.");
        }
    }

    /// <exception cref="VaultSignInException">The vault's identity provider does not answer as it should.</exception>
    public async Task BeginAsync(HttpContext http, SignedIn.Citizen citizen, WebIdProfile profile, Aim aim, CancellationToken cancellation)
    {
        var (goTo, pending) = await signIn.StartAsync(profile, identity.SignInRedirect, cancellation);
        Keep(http, new Journey(citizen.Id, aim, goTo, pending));
    }

    /// <summary>The journey that this citizen is on; null where there is none, it took too long, or it is somebody else's.</summary>
    public Journey? Find(HttpContext http, SignedIn.Citizen citizen)
    {
        if (!http.Request.Cookies.TryGetValue(Cookie().Name!, out var text))
        {
            return null;
        }

        try
        {
            var journey = JsonSerializer.Deserialize<Journey>(_protector.Unprotect(Convert.FromBase64String(text)));
            return journey?.CitizenId == citizen.Id ? journey : null;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException or JsonException)
        {
            // Too old, or not ours: the same as none.
            return null;
        }
    }

    public void End(HttpContext http) => http.Response.Cookies.Delete(Cookie().Name!, Cookie().Build(http));

    private void Keep(HttpContext http, Journey journey) =>
        http.Response.Cookies.Append(Cookie().Name!, Convert.ToBase64String(_protector.Protect(JsonSerializer.SerializeToUtf8Bytes(journey), Lifetime)), Cookie().Build(http));

    private CookieBuilder Cookie()
    {
        var cookie = new CookieBuilder { Path = "/" };
        Login.Protect(cookie, settings, "kluis");
        return cookie;
    }
}
