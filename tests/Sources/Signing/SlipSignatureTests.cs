using System.Text;
using System.Text.Json.Nodes;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Sources;

/// <summary>From a document in a vault to what is known of who wrote it, with the office's documents on a real server.</summary>
public sealed class SlipSignatureTests : IDisposable
{
    private const string October = "2026-10.ttl";
    private const string November = "2026-11.ttl";
    private readonly VaultStand _stand = new();
    private readonly SigningKey _key = SigningKey.Create();

    [Fact]
    public async Task Read_SlipOfATrustedOffice_IsSigned()
    {
        _stand.OfficeKeys(_key.ToPublicJwk());
        _stand.SlipOf(October, Signed(October));

        var slip = await ReadOneAsync();

        Assert.Equal(new SlipSignature.Signed(_stand.Office, _key.KeyId), slip.Signature);
        Assert.Empty(slip.Notes);
        TestData.AssertSame(Slip(October), slip.Loonfiche);
    }

    [Fact]
    public async Task Read_NoSignature_IsUnsignedAndNobodyIsAsked()
    {
        _stand.SlipOf(October, PayslipDocument.Write(Slip(October), Published(_stand.Office)));

        Assert.Equal(new SlipSignature.Unsigned(), (await ReadOneAsync()).Signature);
        Assert.DoesNotContain("/kantoor/card", _stand.Asked);
    }

    [Theory]
    [InlineData("Maandloon", "Uurloon")]
    [InlineData("Bakkerij De Korenaar BV", "Bakkerij De Korenaar NV")]
    [InlineData("2026-10-30", "2026-10-29")]
    [InlineData("kind:basePay", "kind:ecoCheque")]
    [InlineData("kind:commuting", "kind:expense")]
    public async Task Read_EditedByHand_IsAltered(string old, string edited)
    {
        _stand.OfficeKeys(_key.ToPublicJwk());
        var turtle = Encoding.UTF8.GetString(Signed(October));
        Assert.Contains(old, turtle, StringComparison.Ordinal);
        _stand.SlipOf(October, Encoding.UTF8.GetBytes(turtle.Replace(old, edited, StringComparison.Ordinal)));

        Assert.Equal(new SlipSignature.Altered(), (await ReadOneAsync()).Signature);
    }

    [Fact]
    public async Task Read_CopyOfASignedSlip_IsAlteredWhateverIsRespelt()
    {
        _stand.OfficeKeys(_key.ToPublicJwk());
        var (here, there) = (_stand.Url(October).AbsoluteUri, _stand.Url(November).AbsoluteUri);
        var turtle = Encoding.UTF8.GetString(Signed(October));
        var signature = turtle[turtle.IndexOf("lf:signature", StringComparison.Ordinal)..];
        signature = signature[..(signature.IndexOf('"', signature.IndexOf('"', StringComparison.Ordinal) + 1) + 1)];

        foreach (var copy in new[]
        {
            turtle,
            turtle.Replace(here, there, StringComparison.Ordinal),
            turtle.Replace(signature, "lf:section lf:inKind", StringComparison.Ordinal) + $"\n<{there}> {signature} .",
            turtle.Replace(signature, "lf:section lf:inKind", StringComparison.Ordinal) + $"\n<{there}> {signature} ; dct:publisher <{_stand.Office}> .",
        })
        {
            _stand.SlipOf(November, Encoding.UTF8.GetBytes(copy));
            Assert.Equal(new SlipSignature.Altered(), (await ReadOneAsync()).Signature);
        }
    }

    [Fact]
    public async Task Read_SomebodyWhoIsNotTrusted_IsUnknownAndNeverAsked()
    {
        _stand.OfficeKeys(_key.ToPublicJwk());
        var citizen = new Uri(_stand.Container, "/anna/card#me");
        _stand.SlipOf(October, PayslipDocument.Write(Slip(October), Published(citizen), _key));

        Assert.Equal(new SlipSignature.UnknownSigner(UnknownSignerReason.NotTrusted, citizen, _key.KeyId), (await ReadOneAsync()).Signature);
        Assert.DoesNotContain(_stand.Asked, path => path.Contains("card", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_KeyThatTheOfficeDoesNotHave_IsUnknown()
    {
        using var another = SigningKey.Create();
        _stand.OfficeKeys(another.ToPublicJwk());
        _stand.SlipOf(October, Signed(October));

        Assert.Equal(new SlipSignature.UnknownSigner(UnknownSignerReason.NoSuchKey, _stand.Office, _key.KeyId), (await ReadOneAsync()).Signature);
    }

    [Fact]
    public async Task Read_AnotherKeyUnderTheSameName_IsAltered()
    {
        using var another = SigningKey.Create();
        var jwk = another.ToPublicJwk();
        jwk["kid"] = _key.KeyId;
        _stand.OfficeKeys(jwk);
        _stand.SlipOf(October, Signed(October));

        Assert.Equal(new SlipSignature.Altered(), (await ReadOneAsync()).Signature);
    }

    [Fact]
    public async Task Read_WithdrawnKey_IsSaidSoOnlyWhereTheSignatureFits()
    {
        var jwk = _key.ToPublicJwk();
        jwk["revoked"] = new JsonObject { ["revoked_at"] = 1_790_000_000 };
        _stand.OfficeKeys(jwk);
        _stand.SlipOf(October, Signed(October));
        Assert.Equal(new SlipSignature.KeyWithdrawn(_stand.Office, _key.KeyId), (await ReadOneAsync()).Signature);

        _stand.SlipOf(October, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Signed(October)).Replace("Maandloon", "Loon", StringComparison.Ordinal)));
        Assert.Equal(new SlipSignature.Altered(), (await ReadOneAsync()).Signature);
    }

    [Fact]
    public async Task Read_OfficeDownAfterItsKeysAreKnown_IsSignedWithoutIt()
    {
        _stand.OfficeKeys(_key.ToPublicJwk());
        _stand.SlipOf(October, Signed(October));
        await ReadOneAsync();
        _stand.OfficeIsDown();
        _stand.Clock.Advance(TimeSpan.FromDays(20));

        Assert.IsType<SlipSignature.Signed>((await ReadOneAsync()).Signature);
    }

    [Fact]
    public async Task Read_OfficeDownFromTheStart_IsUnknownUntilItIsLookedAtAgain()
    {
        _stand.OfficeIsDown();
        _stand.SlipOf(October, Signed(October));
        var read = await _stand.ReadWellAsync();
        Assert.Equal(new SlipSignature.UnknownSigner(UnknownSignerReason.KeysUnavailable, _stand.Office, _key.KeyId), Assert.IsType<FoundSlip.Usable>(Assert.Single(read.Slips)).Signature);
        var known = Assert.Single(VaultStand.Remember(read));
        _stand.OfficeKeys(_key.ToPublicJwk());
        _stand.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Empty((await _stand.ReadWellAsync(known)).Slips);
        var again = Assert.Single((await _stand.ReadWellAsync(known with { LookAgain = true })).Slips);
        Assert.IsType<SlipSignature.Signed>(Assert.IsType<FoundSlip.Usable>(again).Signature);
    }

    [Fact]
    public async Task Read_KnownSlipWhoseKeyIsWithdrawn_IsReportedAgainThoughNothingInTheVaultChanged()
    {
        _stand.OfficeKeys(_key.ToPublicJwk());
        _stand.SlipOf(October, Signed(October));
        var known = Assert.Single(VaultStand.Remember(await _stand.ReadWellAsync())) with { SignedBy = new KnownSigner(_stand.Office, _key.KeyId) };
        _stand.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Empty((await _stand.ReadWellAsync(known)).Slips);

        var jwk = _key.ToPublicJwk();
        jwk["revoked"] = new JsonObject { ["revoked_at"] = 1_790_000_000 };
        _stand.OfficeKeys(jwk);
        _stand.Clock.Advance(TimeSpan.FromHours(2));

        var again = Assert.IsType<FoundSlip.Usable>(Assert.Single((await _stand.ReadWellAsync(known)).Slips));
        Assert.Equal(new SlipSignature.KeyWithdrawn(_stand.Office, _key.KeyId), again.Signature);
    }

    [Fact]
    public async Task Read_KnownSlipOfAnOfficeThatIsDown_StaysSigned()
    {
        _stand.OfficeIsDown();
        _stand.SlipOf(October, Signed(October));
        var known = Assert.Single(VaultStand.Remember(await _stand.ReadWellAsync())) with { SignedBy = new KnownSigner(_stand.Office, _key.KeyId) };

        Assert.Empty((await _stand.ReadWellAsync(known)).Slips);
    }

    [Fact]
    public async Task Read_KnownSlipOfAnOfficeThatIsNoLongerTrusted_IsReportedAgain()
    {
        var before = new Uri("https://kantoor.example/card#me");
        _stand.SlipOf(October, PayslipDocument.Write(Slip(October), Published(before), _key));
        var known = Assert.Single(VaultStand.Remember(await _stand.ReadWellAsync())) with { SignedBy = new KnownSigner(before, _key.KeyId) };

        var again = Assert.IsType<FoundSlip.Usable>(Assert.Single((await _stand.ReadWellAsync(known)).Slips));
        Assert.Equal(new SlipSignature.UnknownSigner(UnknownSignerReason.NotTrusted, before, _key.KeyId), again.Signature);
    }

    [Fact]
    public async Task Read_NewKeyOfTheOffice_IsFoundWithoutWaiting()
    {
        _stand.OfficeKeys(_key.ToPublicJwk());
        _stand.SlipOf(October, Signed(October));
        await ReadOneAsync();
        using var next = SigningKey.Create();
        _stand.OfficeKeys(_key.ToPublicJwk(), next.ToPublicJwk());
        _stand.Clock.Advance(TimeSpan.FromMinutes(2));
        _stand.SlipOf(October, PayslipDocument.Write(Slip(October), Published(_stand.Office), next));

        Assert.Equal(new SlipSignature.Signed(_stand.Office, next.KeyId), (await ReadOneAsync()).Signature);
    }

    [Fact]
    public async Task Read_ManySlips_AskTheOfficeOnceAndAsNobody()
    {
        _stand.OfficeKeys(_key.ToPublicJwk());
        _stand.SlipOf(October, Signed(October));
        _stand.SlipOf(November, Signed(November));

        Assert.All((await _stand.ReadWellAsync()).Slips, slip => Assert.IsType<SlipSignature.Signed>(Assert.IsType<FoundSlip.Usable>(slip).Signature));
        Assert.Equal(["/kantoor/card", "/kantoor/keys.json"], _stand.Asked.Where(path => path.StartsWith("/kantoor/", StringComparison.Ordinal)));
        Assert.False(_stand.HadToken("/kantoor/card") || _stand.HadToken("/kantoor/keys.json"));
        Assert.True(_stand.HadToken("/anna/loonfiches/" + October));
    }

    public void Dispose()
    {
        _key.Dispose();
        _stand.Dispose();
    }

    private static Publication Published(Uri office) => new(office, VaultStand.Now, "2026-10/17");

    private Loonfiche Slip(string name) => ValidExamples.Expected["plain-month"] with { Id = _stand.Url(name).AbsoluteUri };

    private byte[] Signed(string name) => PayslipDocument.Write(Slip(name), Published(_stand.Office), _key);

    private async Task<FoundSlip.Usable> ReadOneAsync() => Assert.IsType<FoundSlip.Usable>(Assert.Single((await _stand.ReadWellAsync()).Slips));
}
