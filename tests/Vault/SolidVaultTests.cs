using System.Text;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Types;
using WireMock.Util;

namespace SolidLoonfiches.Vault.Tests;

/// <summary>Single faults of a vault, each for what it is.</summary>
public sealed class SolidVaultTests : IDisposable
{
    private const string Turtle = "<#it> <http://purl.org/dc/terms/title> \"loonfiche\" .\n";
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly WireMockServer _server = WireMockServer.Start();
    private readonly FixedSession _session = new();

    private Uri Container => new($"http://localhost:{_server.Port}/citizen/loonfiches/");
    private Uri Payslip => new(Container, "2026-10");

    public void Dispose()
    {
        _server.Dispose();
        _session.Dispose();
    }

    [Theory]
    [InlineData(401, typeof(VaultAnswer<VaultDocument>.TokenRejected))]
    [InlineData(403, typeof(VaultAnswer<VaultDocument>.NoGrant))]
    [InlineData(404, typeof(VaultAnswer<VaultDocument>.Absent))]
    [InlineData(410, typeof(VaultAnswer<VaultDocument>.Absent))]
    public async Task GetAsync_Refused_EachIsAnotherThing(int status, Type expected)
    {
        Answer(status, "{}", "application/json");
        Assert.IsType(expected, await GetAsync());
    }

    [Theory]
    [InlineData(204, VaultFault.Unexpected)]
    [InlineData(206, VaultFault.Unexpected)]
    [InlineData(301, VaultFault.Redirect)]
    [InlineData(302, VaultFault.Redirect)]
    [InlineData(303, VaultFault.Redirect)]
    [InlineData(307, VaultFault.Redirect)]
    [InlineData(308, VaultFault.Redirect)]
    [InlineData(304, VaultFault.Unexpected)]
    [InlineData(400, VaultFault.Unexpected)]
    [InlineData(402, VaultFault.Unexpected)]
    [InlineData(406, VaultFault.WrongContentType)]
    [InlineData(408, VaultFault.ServerError)]
    [InlineData(412, VaultFault.Unexpected)]
    [InlineData(429, VaultFault.TooManyRequests)]
    [InlineData(500, VaultFault.ServerError)]
    [InlineData(501, VaultFault.WrongContentType)]
    [InlineData(502, VaultFault.ServerError)]
    [InlineData(503, VaultFault.ServerError)]
    [InlineData(504, VaultFault.ServerError)]
    public async Task GetAsync_OtherStatus_Broken(int status, VaultFault fault)
    {
        _server.Given(Request.Create().UsingGet()).RespondWith(Response.Create().WithStatusCode(status).WithHeader("Location", "/elsewhere"));
        var broken = await BrokenAsync();
        Assert.Equal(fault, broken.Fault);

        // Where another try may succeed there are two more.
        Assert.Equal(status is 429 or 502 or 503 or 504 ? 3 : 1, _server.LogEntries.Count);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("application/ld+json")]
    [InlineData("text/turtle-like")]
    [InlineData("text/plain")]
    public async Task GetAsync_AnotherType_WrongContentType(string type)
    {
        Answer(200, Turtle, type);
        Assert.Equal(VaultFault.WrongContentType, (await BrokenAsync()).Fault);
    }

    [Theory]
    [InlineData("text/turtle")]
    [InlineData("text/turtle; charset=UTF-8")]
    [InlineData("Text/Turtle;charset=utf-8")]
    public async Task GetAsync_Turtle_WithTagAndTime(string type)
    {
        _server.Given(Request.Create().UsingGet()).RespondWith(Response.Create().WithBody(Turtle)
            .WithHeader("Content-Type", type).WithHeader("ETag", "\"1795437981952-text/turtle\"").WithHeader("Last-Modified", "Mon, 23 Nov 2026 17:00:00 GMT"));
        var document = Ends.Is<VaultAnswer<VaultDocument>.Ok>(await GetAsync()).Value;
        Assert.Equal(Turtle, Encoding.UTF8.GetString(document.Body.Span));
        Assert.Equal("\"1795437981952-text/turtle\"", document.ETag);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 17, 0, 0, TimeSpan.Zero), document.Modified);
    }

    [Fact]
    public async Task GetAsync_KnownTag_SentAsItIsAnd304Told()
    {
        _server.Given(Request.Create().UsingGet().WithHeader("If-None-Match", "\"1-text/turtle\"")).RespondWith(Response.Create().WithStatusCode(304));
        await using var harness = new Harness();
        Ends.Is<VaultAnswer<VaultDocument>.NotModified>(await harness.Vault.GetAsync(Payslip, "\"1-text/turtle\"", _session, None));
    }

    [Fact]
    public async Task GetAsync_Request_AsksForTurtleBoundAndUncompressedWithoutTraces()
    {
        Answer(200, Turtle, "text/turtle");
        using var activity = new System.Diagnostics.Activity("check").Start();
        await GetAsync();
        var headers = Assert.Single(_server.LogEntries).RequestMessage!.Headers!;
        Assert.Equal("text/turtle", Assert.Single(headers["Accept"]));
        Assert.Equal("DPoP a-token", Assert.Single(headers["Authorization"]));
        var proof = new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(Assert.Single(headers["DPoP"]));
        Assert.Equal(Payslip.AbsoluteUri, proof.GetPayloadValue<string>("htu"));
        Assert.Equal("GET", proof.GetPayloadValue<string>("htm"));
        Assert.DoesNotContain("Accept-Encoding", headers.Keys);
        Assert.DoesNotContain("traceparent", headers.Keys, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task GetAsync_Encoded_WrongContentType()
    {
        _server.Given(Request.Create().UsingGet()).RespondWith(Response.Create().WithBody(Turtle).WithHeader("Content-Type", "text/turtle").WithHeader("Content-Encoding", "gzip"));
        Assert.Equal(VaultFault.WrongContentType, (await BrokenAsync()).Fault);
    }

    [Theory]
    // Says more than it sends.
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\nContent-Length: 500\r\n\r\n<#a> <#b> <#c> .\n")]
    // A chunk cut short, and chunks without an end.
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n<#a> <#b> <#c> .\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\nTransfer-Encoding: chunked\r\n\r\n11\r\n<#a> <#b> <#c> .\n\r\n")]
    // No way to know where the body ends.
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\nConnection: close\r\n\r\n<#a> <#b> <#c> .\n")]
    [InlineData("HTTP/1.0 200 OK\r\nContent-Type: text/turtle\r\n\r\n<#a> <#b> <#c> .\n")]
    public async Task GetAsync_CutOff_Truncated(string answer)
    {
        await using var server = new RawServer(answer);
        Assert.Equal(VaultFault.Truncated, (await BrokenAsync(server.Url)).Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/tur")]
    public async Task GetAsync_NoAnswer_Unreachable(string answer)
    {
        await using var server = new RawServer(answer);
        Assert.Equal(VaultFault.Unreachable, (await BrokenAsync(server.Url)).Fault);
    }

    [Fact]
    public async Task GetAsync_NotHttp_Unexpected()
    {
        await using var server = new RawServer("SSH-2.0-OpenSSH_9.2\r\n\r\n");
        Assert.Equal(VaultFault.Unexpected, (await BrokenAsync(server.Url)).Fault);
    }

    [Fact]
    public async Task GetAsync_NobodyListens_UnreachableWithoutUrl()
    {
        var url = new Uri($"http://localhost:{SolidServer.FreePort()}/jan-janssens/loonfiches/2026-10");
        var broken = await BrokenAsync(url);
        Assert.Equal(VaultFault.Unreachable, broken.Fault);
        Assert.DoesNotContain("localhost", broken.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("janssens", broken.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_LengthBeyondTheLimit_TooLargeWithoutReading()
    {
        await using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\nContent-Length: 104857600\r\n\r\n<#a>");
        Assert.Equal(VaultFault.TooLarge, (await BrokenAsync(server.Url)).Fault);
    }

    [Fact]
    public async Task GetAsync_HundredMegabytesInChunks_TooLargeAndHungUp()
    {
        var chunk = Encoding.Latin1.GetBytes("10000\r\n" + new string('#', 0x10000) + "\r\n");
        var sent = 0L;
        await using var server = new RawServer(async (stream, cancellation) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray(), cancellation);
            for (; sent < 100 * 1024 * 1024; sent += 0x10000)
            {
                await stream.WriteAsync(chunk, cancellation);
            }
        });
        Assert.Equal(VaultFault.TooLarge, (await BrokenAsync(server.Url)).Fault);
        await server.HungUp.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.InRange(sent, 0, 50 * 1024 * 1024);
    }

    [Fact]
    public async Task GetAsync_BodyThatDrips_Timeout()
    {
        await using var server = new RawServer(async (stream, cancellation) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\nContent-Length: 1000\r\n\r\n"u8.ToArray(), cancellation);
            while (true)
            {
                await stream.WriteAsync("#"u8.ToArray(), cancellation);
                await Task.Delay(50, cancellation);
            }
        });
        await using var harness = new Harness(o => o.Timeout = TimeSpan.FromSeconds(1));
        var broken = Ends.Is<VaultAnswer<VaultDocument>.Broken>(await harness.Vault.GetAsync(server.Url, null, _session, None));
        Assert.Equal(VaultFault.Timeout, broken.Fault);
        Assert.Equal("no whole answer within 1 s", broken.Detail);
    }

    [Fact]
    public async Task GetAsync_CallerStops_Cancelled()
    {
        _server.Given(Request.Create().UsingGet()).RespondWith(Response.Create().WithDelay(TimeSpan.FromSeconds(10)));
        await using var harness = new Harness();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => harness.Vault.GetAsync(Payslip, null, _session, stop.Token));
    }

    [Fact]
    public async Task GetAsync_NonceAsked_OneRetryWithItAndItIsKept()
    {
        AskForNonceWhile(asked => asked == 1);
        await using var harness = new Harness();
        Ends.Is<VaultAnswer<VaultDocument>.Ok>(await harness.Vault.GetAsync(Payslip, null, _session, None));
        Ends.Is<VaultAnswer<VaultDocument>.Ok>(await harness.Vault.GetAsync(Payslip, null, _session, None));
        Assert.Equal([null, "n-1", "n-2"], Nonces());
    }

    [Fact]
    public async Task GetAsync_NonceAskedAgainAndAgain_OneRetryOnly()
    {
        AskForNonceWhile(_ => true);
        Assert.Equal("HTTP 401, DPoP, use_dpop_nonce", Ends.Is<VaultAnswer<VaultDocument>.TokenRejected>(await GetAsync()).Detail);
        Assert.Equal([null, "n-1"], Nonces());
    }

    [Fact]
    public async Task GetAsync_401WithoutDemandForNonce_NoRetry()
    {
        _server.Given(Request.Create().UsingGet()).RespondWith(Response.Create().WithStatusCode(401)
            .WithHeader("WWW-Authenticate", "DPoP error=\"invalid_token\", error_description=\"https://pod.example/jan\"").WithHeader("DPoP-Nonce", "n-1"));
        Assert.Equal("HTTP 401, DPoP, invalid_token", Ends.Is<VaultAnswer<VaultDocument>.TokenRejected>(await GetAsync()).Detail);
        Assert.Single(_server.LogEntries);
    }

    [Fact]
    public async Task GetAsync_SessionGivesNoToken_TokenRejectedNotThrown()
    {
        using var session = new NoSession();
        await using var harness = new Harness();
        Assert.Equal("none today", Ends.Is<VaultAnswer<VaultDocument>.TokenRejected>(await harness.Vault.GetAsync(Payslip, null, session, None)).Detail);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing")]
    [InlineData("<https://elsewhere.example/> a <http://www.w3.org/ns/ldp#Container> .")]
    public async Task ListAsync_NotAContainersListing_NeverAnEmptyOne(string turtle)
    {
        Answer(200, turtle, "text/turtle");
        Assert.Equal(VaultFault.Unexpected, (await BrokenListingAsync()).Fault);
    }

    [Theory]
    [InlineData("https://elsewhere.example/2026-10")]
    [InlineData("http://localhost:1/citizen/loonfiches/2026-10")]
    [InlineData("urn:uuid:1")]
    public async Task ListAsync_MemberElsewhere_Broken(string member)
    {
        Answer(200, $"<> a <http://www.w3.org/ns/ldp#Container>; <http://www.w3.org/ns/ldp#contains> <2026-09>, <{member}> .", "text/turtle");
        Assert.Equal(VaultFault.Unexpected, (await BrokenListingAsync()).Fault);
    }

    [Fact]
    public async Task ListAsync_BadTurtle_NotTurtleWithPlaceAndWithoutText()
    {
        Answer(200, "<> a <http://www.w3.org/ns/ldp#Container> .\n<jan-janssens> oops", "text/turtle");
        var broken = await BrokenListingAsync();
        Assert.Equal(VaultFault.NotTurtle, broken.Fault);
        Assert.StartsWith("not Turtle at line 2, column ", broken.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("janssens", broken.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListAsync_AsManyMembersAsFit_ReadInSeconds()
    {
        const int Members = 20_000;
        Answer(200, "@prefix l: <http://www.w3.org/ns/ldp#>. <./> a l:Container; l:contains " + string.Join(',', Enumerable.Range(0, Members).Select(i => $"<{i}>")) + ".\n" + string.Concat(Enumerable.Range(0, Members).Select(i => $"<{i}> a l:Resource.\n")), "text/turtle");
        await using var harness = new Harness();
        var started = TimeProvider.System.GetTimestamp();
        var listing = Ends.Is<VaultAnswer<VaultListing>.Ok>(await harness.Vault.ListAsync(Container, _session, None)).Value;
        Assert.Equal(Members, listing.Members.Count);
        // Going through all of it for each member would take minutes.
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task ListAsync_Members_WithTimesAndSizes()
    {
        Answer(200, """
            @prefix ldp: <http://www.w3.org/ns/ldp#>. @prefix dc: <http://purl.org/dc/terms/>. @prefix posix: <http://www.w3.org/ns/posix/stat#>. @prefix xsd: <http://www.w3.org/2001/XMLSchema#>.
            <> a ldp:Container, ldp:BasicContainer; ldp:contains <2026-10>, <2026-09>, <oud/>, <zonder>.
            <2026-10> a ldp:Resource; dc:modified "2026-11-05T08:00:00.123Z"^^xsd:dateTime; posix:size 3021 .
            <2026-09> dc:modified "2026-10-05T08:00:00"^^xsd:dateTime; posix:size "x".
            <oud/> a ldp:Container.
            """, "text/turtle");
        await using var harness = new Harness();
        var listing = Ends.Is<VaultAnswer<VaultListing>.Ok>(await harness.Vault.ListAsync(Container, _session, None)).Value;
        Assert.Equal(
            [
                new VaultMember(new Uri(Container, "2026-09"), new DateTimeOffset(2026, 10, 5, 8, 0, 0, TimeSpan.Zero), null, false),
                new VaultMember(new Uri(Container, "2026-10"), new DateTimeOffset(2026, 11, 5, 8, 0, 0, 123, TimeSpan.Zero), 3021, false),
                new VaultMember(new Uri(Container, "oud/"), null, null, true),
                new VaultMember(new Uri(Container, "zonder"), null, null, false),
            ],
            listing.Members);
    }

    [Theory]
    [InlineData(201, typeof(VaultAnswer<Uri>.Ok))]
    [InlineData(205, typeof(VaultAnswer<Uri>.Ok))]
    [InlineData(401, typeof(VaultAnswer<Uri>.TokenRejected))]
    [InlineData(403, typeof(VaultAnswer<Uri>.NoGrant))]
    [InlineData(412, typeof(VaultAnswer<Uri>.AlreadyThere))]
    [InlineData(409, typeof(VaultAnswer<Uri>.Broken))]
    [InlineData(500, typeof(VaultAnswer<Uri>.Broken))]
    public async Task PutNewAsync_Answers_Told(int status, Type expected)
    {
        _server.Given(Request.Create().UsingPut().WithHeader("If-None-Match", "*").WithHeader("Content-Type", "text/turtle")).RespondWith(Response.Create().WithStatusCode(status));
        await using var harness = new Harness();
        Assert.IsType(expected, await harness.Vault.PutNewAsync(Payslip, Encoding.UTF8.GetBytes(Turtle), _session, None));
    }

    [Theory]
    [InlineData("jan@example.org")]
    [InlineData("")]
    [InlineData("pod.example/me")]
    [InlineData("/profile/card#me")]
    [InlineData("http://pod.example/me")]
    [InlineData("https://me:secret@pod.example/me")]
    [InlineData("mailto:jan@example.org")]
    public async Task ReadWebIdAsync_NotAnHttpsUrl_NotAUrl(string webId)
    {
        await using var harness = new Harness();
        Ends.Is<WebIdAnswer.NotAUrl>(await harness.Vault.ReadWebIdAsync(webId, None));
    }

    [Fact]
    public async Task ReadWebIdAsync_Profile_KeepsSpellingAndDropsWhatCannotBeVisited()
    {
        Answer(200, """
            @prefix solid: <http://www.w3.org/ns/solid/terms#>.
            <#me> solid:oidcIssuer <https://id.example>, <http://plain.example/>, "https://text.example/"; <http://www.w3.org/ns/pim/space#storage> <https://pod.example/jan/>, <http://10.0.0.1/>.
            <#other> solid:oidcIssuer <https://other.example/>.
            """, "text/turtle");
        await using var harness = new Harness();
        var profile = Ends.Is<WebIdAnswer.Found>(await harness.Vault.ReadWebIdAsync(" " + Payslip.AbsoluteUri + "#me ", None)).Profile;
        Assert.Equal(["https://id.example"], profile.Issuers.Select(issuer => issuer.OriginalString));
        Assert.Equal(["https://pod.example/jan/"], profile.Storages.Select(storage => storage.OriginalString));
        Ends.Is<WebIdAnswer.NoIssuer>(await harness.Vault.ReadWebIdAsync(Payslip.AbsoluteUri + "#nobody", None));
    }

    [Theory]
    [InlineData(404, "text/turtle", VaultFault.Unexpected)]
    [InlineData(401, "text/turtle", VaultFault.Unexpected)]
    [InlineData(200, "text/html", VaultFault.WrongContentType)]
    [InlineData(302, "text/html", VaultFault.Redirect)]
    [InlineData(200, "text/turtle", VaultFault.NotTurtle)]
    public async Task ReadWebIdAsync_NoDocument_NotResolved(int status, string type, VaultFault fault)
    {
        Answer(status, "<html>", type);
        await using var harness = new Harness();
        Assert.Equal(fault, Ends.Is<WebIdAnswer.NotResolved>(await harness.Vault.ReadWebIdAsync(Payslip.AbsoluteUri, None)).Fault);
    }

    [Fact]
    public async Task FindStorageAsync_RefusedOnTheWayAndNoneFound_NoGrantNotAbsent()
    {
        _server.Given(Request.Create().UsingHead().WithPath("/citizen/")).RespondWith(Response.Create().WithStatusCode(403));
        _server.Given(Request.Create().UsingHead()).AtPriority(10).RespondWith(Response.Create().WithStatusCode(200));
        await using var harness = new Harness();
        var profile = new WebIdProfile(new Uri(Container, "card#me"), [Container], []);
        Ends.Is<VaultAnswer<Uri>.NoGrant>(await harness.Vault.FindStorageAsync(profile, _session, None));
        Ends.Is<VaultAnswer<Uri>.Absent>(await harness.Vault.FindStorageAsync(profile with { WebId = new Uri(Container, "/card#me") }, _session, None));
        Assert.Equal("/citizen/loonfiches/card /citizen/loonfiches/ /citizen/ / /card /", string.Join(' ', _server.LogEntries.Select(entry => entry.RequestMessage!.Path)));
    }

    /// <summary>Every answer carries a fresh nonce: n-1, n-2, …</summary>
    private void AskForNonceWhile(Func<int, bool> refuses)
    {
        var asked = 0;
        _server.Given(Request.Create().UsingGet()).RespondWith(Response.Create().WithCallback(_ =>
        {
            asked++;
            var message = new WireMock.ResponseMessage { StatusCode = refuses(asked) ? 401 : 200, BodyData = new BodyData { DetectedBodyType = BodyType.String, BodyAsString = Turtle, Encoding = Encoding.UTF8 } };
            message.AddHeader("Content-Type", "text/turtle");
            message.AddHeader("WWW-Authenticate", "DPoP error=\"use_dpop_nonce\"");
            message.AddHeader("DPoP-Nonce", $"n-{asked}");
            return message;
        }));
    }

    private void Answer(int status, string body, string type) => _server.Given(Request.Create().UsingGet())
        .RespondWith(Response.Create().WithStatusCode(status).WithBody(body).WithHeader("Content-Type", type));

    private async Task<VaultAnswer<VaultDocument>> GetAsync()
    {
        await using var harness = new Harness();
        return await harness.Vault.GetAsync(Payslip, null, _session, None);
    }

    private Task<VaultAnswer<VaultDocument>.Broken> BrokenAsync() => BrokenAsync(Payslip);

    private async Task<VaultAnswer<VaultDocument>.Broken> BrokenAsync(Uri url)
    {
        await using var harness = new Harness();
        return Ends.Is<VaultAnswer<VaultDocument>.Broken>(await harness.Vault.GetAsync(url, null, _session, None));
    }

    private async Task<VaultAnswer<VaultListing>.Broken> BrokenListingAsync()
    {
        await using var harness = new Harness();
        return Ends.Is<VaultAnswer<VaultListing>.Broken>(await harness.Vault.ListAsync(Container, _session, None));
    }

    private IEnumerable<string?> Nonces() => _server.LogEntries.Select(entry =>
        new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(entry.RequestMessage!.Headers!["DPoP"][0]).TryGetPayloadValue<string>("nonce", out var nonce) ? nonce : null);

    private sealed class NoSession : VaultSession
    {
        public override Uri WebId => new("https://citizen.example/card#me");
        public override ValueTask<VaultToken> TokenAsync(CancellationToken cancellation) => throw new VaultSignInException("none today");
    }
}
