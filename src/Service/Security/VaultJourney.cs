using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Service;

/// <summary>The citizen goes to their vault to sign in, and comes back. What must be known on return is kept with the browser: protected, for a quarter of an hour, for this citizen and this once.</summary>
internal sealed class VaultJourney(VaultSignIn signIn, ServiceIdentity identity, IDataProtectionProvider protection, ServiceSettings settings)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("SolidLoonfiches.VaultJourney.v1").ToTimeLimitedDataProtector();

    /// <summary>What the citizen began.</summary>
    [JsonPolymorphic(TypeDiscriminatorPropertyName = "aim")]
    [JsonDerivedType(typeof(Preview), "preview")]
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

        /// <param name="ConsentId">That ended.</param>
        /// <param name="OfficeToo">The payroll office that was let in is put out as well.</param>
        public sealed record CloseVault(Guid ConsentId, bool OfficeToo = false) : Aim;
    }

    /// <param name="CitizenId">Who left: only the same person may come back.</param>
    /// <param name="GoTo">The vault's sign-in.</param>
    public sealed record Journey(string CitizenId, Aim Aim, Uri GoTo, PendingSignIn Pending);

    /// <exception cref="VaultSignInException">The vault's identity provider does not answer as it should.</exception>
    public async Task BeginAsync(HttpContext http, SignedIn.Citizen citizen, WebIdProfile profile, Aim aim, CancellationToken cancellation)
    {
        var (goTo, pending) = await signIn.StartAsync(profile, identity.SignInRedirect, cancellation);
        var journey = JsonSerializer.SerializeToUtf8Bytes(new Journey(citizen.Id, aim, goTo, pending));
        http.Response.Cookies.Append(Cookie().Name!, Convert.ToBase64String(_protector.Protect(journey, Lifetime)), Cookie().Build(http));
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

    private CookieBuilder Cookie()
    {
        var cookie = new CookieBuilder { Path = "/" };
        Login.Protect(cookie, settings, "kluis");
        return cookie;
    }
}
