using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SolidLoonfiches.Vault.Tests;

public sealed class DPoPKeyTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 23, 18, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Proof_Always_ByTheBookOfRfc9449()
    {
        using var key = DPoPKey.Create(Clock);
        var proof = new JsonWebToken(key.Proof(HttpMethod.Get, new Uri("https://pod.example:8443/jan/loonfiches/caf%C3%A9%20x?x=1#y"), "the-token", "n-1"));
        Assert.Equal("dpop+jwt", proof.Typ);
        Assert.Equal("ES256", proof.Alg);
        Assert.False(proof.TryGetHeaderValue<string>("kid", out _));
        var jwk = new JsonWebKey(proof.GetHeaderValue<object>("jwk").ToString());
        Assert.False(jwk.HasPrivateKey);
        Assert.Null(jwk.D);
        Assert.Equal(key.Thumbprint, Base64UrlEncoder.Encode(jwk.ComputeJwkThumbprint()));
        Assert.Equal("https://pod.example:8443/jan/loonfiches/caf%C3%A9%20x", proof.GetPayloadValue<string>("htu"));
        Assert.Equal("GET", proof.GetPayloadValue<string>("htm"));
        Assert.Equal(Clock.GetUtcNow().ToUnixTimeSeconds(), proof.GetPayloadValue<long>("iat"));
        Assert.Equal(Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes("the-token"))), proof.GetPayloadValue<string>("ath"));
        Assert.Equal("n-1", proof.GetPayloadValue<string>("nonce"));
        Assert.Equal(["ath", "htm", "htu", "iat", "jti", "nonce"], proof.Claims.Select(c => c.Type).Order());

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(proof.EncodedToken, new TokenValidationParameters
        {
            IssuerSigningKey = jwk,
            ValidateAudience = false,
            ValidateIssuer = false,
            ValidateLifetime = false,
        });
        Assert.True(result.IsValid);
    }

    [Fact]
    public void Proof_TokenEndpoint_NoAthAndNoNonce()
    {
        using var key = DPoPKey.Create(Clock);
        var proof = new JsonWebToken(key.Proof(HttpMethod.Post, new Uri("https://id.example/token"), null));
        Assert.Equal(["htm", "htu", "iat", "jti"], proof.Claims.Select(c => c.Type).Order());
    }

    /// <summary>The server compares with what it finds in the request line and the Host header.</summary>
    [Theory]
    [InlineData("https://Pod.Example:443/a/../b/?q#f", "https://pod.example/b/")]
    [InlineData("https://b\u00fccher.example/\u00e9", "https://xn--bcher-kva.example/%C3%A9")]
    [InlineData("https://[2a00::1]:8443/x", "https://[2a00::1]:8443/x")]
    [InlineData("http://localhost:3000", "http://localhost:3000/")]
    public void Proof_Target_AsOnTheWire(string target, string htu)
    {
        using var key = DPoPKey.Create(Clock);
        Assert.Equal(htu, new JsonWebToken(key.Proof(HttpMethod.Get, new Uri(target), "t")).GetPayloadValue<string>("htu"));
    }

    [Fact]
    public async Task Proof_ManyThreads_EveryProofItsOwnIdAndGood()
    {
        using var key = DPoPKey.Create(Clock);
        var proofs = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => key.Proof(HttpMethod.Get, new Uri("https://pod.example/"), "t"))));
        Assert.Equal(64, proofs.Select(p => new JsonWebToken(p).GetPayloadValue<string>("jti")).Distinct().Count());
    }

    /// <summary>A public key and its thumbprint, computed by hand as RFC 7638, section 3.2 says: members in order, no spaces.</summary>
    [Fact]
    public void Thumbprint_Rfc7638_OverCrvKtyXY()
    {
        using var key = DPoPKey.Create(Clock);
        using var same = DPoPKey.FromPkcs8(key.ExportPkcs8(), Clock);
        var jwk = new JsonWebKey(new JsonWebToken(key.Proof(HttpMethod.Get, new Uri("https://pod.example/"), null)).GetHeaderValue<object>("jwk").ToString());
        var canonical = $$"""{"crv":"P-256","kty":"EC","x":"{{jwk.X}}","y":"{{jwk.Y}}"}""";
        Assert.Equal(Base64UrlEncoder.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))), key.Thumbprint);
        Assert.Equal(key.Thumbprint, same.Thumbprint);
    }

    [Fact]
    public void FromPkcs8_AnotherCurve_Refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Throws<CryptographicException>(() => DPoPKey.FromPkcs8(other.ExportPkcs8PrivateKey(), Clock));
    }

    [Fact]
    public void Proof_Disposed_Throws()
    {
        var key = DPoPKey.Create(Clock);
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Proof(HttpMethod.Get, new Uri("https://pod.example/"), null));
    }
}
