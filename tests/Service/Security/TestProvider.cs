using System.Collections.Specialized;
using System.Net;
using System.Security.Cryptography;
using System.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SolidLoonfiches.Service.Tests.Security;

/// <summary>Site and provider: the browser's part of the provider is done by <see cref="ReturnAsync"/>, the token endpoint by this class.</summary>
internal sealed class TestProvider : HttpMessageHandler, IAsyncDisposable
{
    private ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private (string Type, string Value)[] _claims = [];
    private string _nonce = "";

    /// <param name="replace">Replaces services of the site.</param>
    /// <param name="settings">Instead of, or besides, those of a test.</param>
    public TestProvider(Action<IServiceCollection>? replace = null, params (string Name, string Value)[] settings)
    {
        Site = new Site(settings) { Backchannel = this, Replace = replace };
        Site.Metadata.SigningKeys.Add(new ECDsaSecurityKey(_key) { KeyId = "k" });
    }

    public Site Site { get; }

    /// <summary>Put into the ID token instead of the nonce that was asked for.</summary>
    public string? OtherNonce { get; set; }

    /// <summary>What the site last sent to the token endpoint.</summary>
    public NameValueCollection Form { get; private set; } = [];

    public void UseAnotherKey() => _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public async Task<HttpClient> SignInAsync((string, string)[] claims)
    {
        var browser = await Site.BrowserAsync();
        Assert.Equal("/start", await ReturnAsync(browser, claims));
        return browser;
    }

    /// <summary>Where the site sends the browser after it came back from the provider as this person.</summary>
    public async Task<string> ReturnAsync(HttpClient browser, (string, string)[] claims) =>
        await FollowAsync(browser, Leave((await browser.GetAsync("/signin")).Headers.Location!, claims));

    /// <summary>The site sent the browser here; the provider will say that it is this person. Gives the address by which it sends them back.</summary>
    public string Leave(Uri goTo, (string, string)[] claims)
    {
        Asked = HttpUtility.ParseQueryString(goTo.Query);
        (_claims, _nonce) = (claims, Asked["nonce"]!);
        return $"/signin-oidc?code=c&state={Uri.EscapeDataString(Asked["state"]!)}";
    }

    public static async Task<string> FollowAsync(HttpClient browser, string back) => (await browser.GetAsync(back)).Headers.Location!.OriginalString;

    /// <summary>What the site asked of the provider.</summary>
    public NameValueCollection Asked { get; private set; } = [];

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Form = HttpUtility.ParseQueryString(await request.Content!.ReadAsStringAsync(cancellationToken));
        var roles = _claims.Where(claim => claim.Type.EndsWith("_rol_3d", StringComparison.Ordinal)).Select(claim => (object)claim.Value).ToList();
        var claims = _claims.Where(claim => !claim.Type.EndsWith("_rol_3d", StringComparison.Ordinal)).ToDictionary(claim => claim.Type, claim => (object)claim.Value);
        claims["nonce"] = OtherNonce ?? _nonce;
        claims["loonfiches_rol_3d"] = roles;
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Site.Provider + "/",
            Audience = "loonfiches",
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Claims = claims,
            SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(_key) { KeyId = "k" }, SecurityAlgorithms.EcdsaSha256),
        });
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent($$"""{"access_token":"a","token_type":"Bearer","expires_in":300,"id_token":"{{token}}"}""", System.Text.Encoding.UTF8, "application/json"),
        };
    }
}
