using System.Text;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Types;
using WireMock.Util;

namespace SolidLoonfiches.Vault.Tests;

/// <summary>What a server may do between reading rules and writing them.</summary>
public sealed class AccessGrantsTests : IDisposable
{
    private const string Owner = "<#o> a <http://www.w3.org/ns/auth/acl#Authorization>; <http://www.w3.org/ns/auth/acl#agent> <https://citizen.example/card#me>; <http://www.w3.org/ns/auth/acl#accessTo> <./>; <http://www.w3.org/ns/auth/acl#default> <./>; <http://www.w3.org/ns/auth/acl#mode> <http://www.w3.org/ns/auth/acl#Control> .";
    private readonly WireMockServer _server = WireMockServer.Start();
    private readonly FixedSession _session = new();

    private Uri Container => new($"http://localhost:{_server.Port}/jan/loonfiches/");

    public AccessGrantsTests() => _server.Given(Request.Create().UsingHead()).RespondWith(Response.Create().WithHeader("Link", "<.acl>; rel=\"acl\""));

    public void Dispose()
    {
        _server.Dispose();
        _session.Dispose();
    }

    [Fact]
    public async Task GrantAsync_RulesChangedMeanwhile_ReadAgainAndWrittenOverTheRightOnes()
    {
        var reads = 0;
        Rules(() => (200, "text/turtle", $"\"tag-{++reads}\"", Owner));
        OnPut(1, 412);
        Ends.Is<VaultAnswer<Uri>.Ok>(await GrantAsync());
        Assert.Equal(["\"tag-1\"", "\"tag-2\""], Puts().Select(put => put.Headers!["If-Match"][0]));
        Assert.Contains("https://citizen.example/card#me", Puts()[1].Body, StringComparison.Ordinal);
        Assert.Contains("https://loonfiches.example/id#it", Puts()[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GrantAsync_ChangedEachTime_BrokenAfterThree()
    {
        Rules(() => (200, "text/turtle", "\"tag\"", Owner));
        OnPut(9, 412);
        Ends.Is<VaultAnswer<Uri>.Broken>(await GrantAsync());
        Assert.Equal(3, Puts().Count);
    }

    [Fact]
    public async Task GrantAsync_NoRulesYetAtTheRoot_WrittenOnlyWhereThereAreNone()
    {
        _server.Reset();
        _server.Given(Request.Create().UsingHead()).RespondWith(Response.Create().WithHeader("Link", "<.acl>; rel=\"acl\", <http://www.w3.org/ns/pim/space#Storage>; rel=\"type\""));
        Rules(() => (404, "application/json", null, "{}"));
        OnPut(0, 412);
        Ends.Is<VaultAnswer<Uri>.Ok>(await GrantAsync());
        var put = Assert.Single(Puts());
        Assert.Equal("*", put.Headers!["If-None-Match"][0]);
        Assert.Contains("https://citizen.example/card#me", put.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "text/turtle", "<#o> a ", VaultFault.NotTurtle)]
    [InlineData(200, "text/html", "<html>", VaultFault.WrongContentType)]
    [InlineData(500, "text/turtle", "", VaultFault.ServerError)]
    [InlineData(302, "text/turtle", "", VaultFault.Redirect)]
    public async Task GrantAsync_RulesThatCannotBeRead_NeverWrittenOver(int status, string type, string body, VaultFault fault)
    {
        Rules(() => (status, type, "\"tag\"", body));
        OnPut(0, 412);
        Assert.Equal(fault, Ends.Is<VaultAnswer<Uri>.Broken>(await GrantAsync()).Fault);
        Assert.Empty(Puts());
    }

    [Fact]
    public async Task GrantAsync_RulesAboveCannotBeRead_NothingWritten()
    {
        _server.Given(Request.Create().UsingGet().WithPath("/jan/loonfiches/.acl")).AtPriority(1).RespondWith(Response.Create().WithStatusCode(404));
        _server.Given(Request.Create().UsingGet().WithPath("/jan/.acl")).AtPriority(1).RespondWith(Response.Create().WithStatusCode(403));
        OnPut(0, 412);
        Ends.Is<VaultAnswer<Uri>.NoGrant>(await GrantAsync());
        Assert.Empty(Puts());
    }

    [Fact]
    public async Task GrantAsync_RulesSaidToStandOnAnotherServer_NothingIsAskedThere()
    {
        using var other = WireMockServer.Start();
        _server.Reset();
        _server.Given(Request.Create().UsingHead()).RespondWith(Response.Create().WithHeader("Link", $"<http://localhost:{other.Port}/jan/.acl>; rel=\"acl\""));
        Assert.Equal(VaultFault.Unexpected, Ends.Is<VaultAnswer<Uri>.Broken>(await GrantAsync()).Fault);
        Assert.Empty(other.LogEntries);
    }

    [Fact]
    public async Task RevokeAsync_RulesCannotBeWrittenThere_BrokenNeverOk()
    {
        Rules(() => (200, "text/turtle", "\"tag\"", Owner.Replace("citizen.example/card#me", "loonfiches.example/id#it", StringComparison.Ordinal)));
        OnPut(9, 404);
        await using var harness = new Harness();
        Ends.Is<VaultAnswer<Uri>.Broken>(await harness.Grants.RevokeAsync(Container, harness.Identity.WebId, _session, CancellationToken.None));
    }

    [Fact]
    public async Task GrantAsync_NothingToGiveOrToTheOwner_Refused()
    {
        await using var harness = new Harness();
        await Assert.ThrowsAsync<ArgumentException>(() => harness.Grants.GrantAsync(Container, harness.Identity.WebId, AccessModes.None, _session, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => harness.Grants.GrantAsync(Container, _session.WebId, AccessModes.Read, _session, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => harness.Grants.RevokeAsync(Container, _session.WebId, _session, CancellationToken.None));
    }

    private async Task<VaultAnswer<Uri>> GrantAsync()
    {
        await using var harness = new Harness();
        return await harness.Grants.GrantAsync(Container, harness.Identity.WebId, AccessModes.Read, _session, CancellationToken.None);
    }

    private void Rules(Func<(int Status, string Type, string? Tag, string Body)> answer) =>
        _server.Given(Request.Create().UsingGet()).AtPriority(10).RespondWith(Response.Create().WithCallback(_ =>
        {
            var (status, type, tag, body) = answer();
            var message = new ResponseMessage { StatusCode = status, BodyData = new BodyData { DetectedBodyType = BodyType.String, BodyAsString = body, Encoding = Encoding.UTF8 } };
            message.AddHeader("Content-Type", type);
            if (tag is not null)
            {
                message.AddHeader("ETag", tag);
            }

            return message;
        }));

    /// <summary>The first so many writes are refused so, the others done.</summary>
    private void OnPut(int refused, int status)
    {
        var puts = 0;
        _server.Given(Request.Create().UsingPut()).RespondWith(Response.Create().WithCallback(_ => new ResponseMessage { StatusCode = ++puts <= refused ? status : 205 }));
    }

    private List<IRequestMessage> Puts() => [.. _server.LogEntries.Select(entry => entry.RequestMessage!).Where(request => request.Method == "PUT")];
}
