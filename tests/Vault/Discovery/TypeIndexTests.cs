using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace SolidLoonfiches.Vault.Tests;

/// <summary>Where a person says that their payslips are; and where they cannot send us.</summary>
public sealed class TypeIndexTests : IAsyncDisposable
{
    private static readonly Uri Kind = new("https://w3id.org/loonfiche#Arbeidsloon");
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly WireMockServer _server = WireMockServer.Start();
    private readonly WireMockServer _elsewhere = WireMockServer.Start();
    private readonly Harness _harness = new();
    private readonly FixedSession _citizen = new();

    public async ValueTask DisposeAsync()
    {
        _server.Dispose();
        _elsewhere.Dispose();
        _citizen.Dispose();
        await _harness.DisposeAsync();
    }

    private string Root => $"http://localhost:{_server.Port}/an/";

    [Fact]
    public async Task Find_PublicIndexBeforeThePrivateOne()
    {
        Card("solid:publicTypeIndex <../settings/public>; solid:privateTypeIndex <../settings/private>");
        Index("settings/public", $"<{Root}werk/loon/>");
        Index("settings/private", $"<{Root}geheim/>");
        Assert.Equal(Root + "werk/loon/", (await FindAsync<VaultAnswer<Uri>.Ok>()).Value.AbsoluteUri);
    }

    [Fact]
    public async Task Find_PrivateIndexNamedInThePreferences()
    {
        Card("pim:preferencesFile <../settings/prefs>");
        On("/an/settings/prefs", $"<{Root}profile/card#me> <http://www.w3.org/ns/solid/terms#privateTypeIndex> <private> .");
        Index("settings/private", $"<{Root}geheim/>");
        Assert.Equal(Root + "geheim/", (await FindAsync<VaultAnswer<Uri>.Ok>()).Value.AbsoluteUri);
    }

    [Fact]
    public async Task Find_NothingRegistered_Absent()
    {
        Card("solid:publicTypeIndex <../settings/public>; solid:privateTypeIndex <../settings/none>");
        On("/an/settings/public", "<#r> a <http://www.w3.org/ns/solid/terms#TypeRegistration> .");
        Answer("/an/settings/none", 404);
        await FindAsync<VaultAnswer<Uri>.Absent>();
        // One that the person may not read either says nothing.
        Answer("/an/settings/none", 403);
        await FindAsync<VaultAnswer<Uri>.Absent>();
    }

    [Fact]
    public async Task Find_IndexBroken_IsNotTakenForNone()
    {
        Card("solid:publicTypeIndex <../settings/public>");
        Answer("/an/settings/public", 503);
        await FindAsync<VaultAnswer<Uri>.Broken>();
        On("/an/settings/public", "this is no turtle");
        await FindAsync<VaultAnswer<Uri>.Broken>();
    }

    [Theory]
    [InlineData("<http://localhost:{elsewhere}/an/loon/>")]
    [InlineData("<http://localhost:{here}/bea/loon/>")]
    [InlineData("<http://localhost:{here}/an/loon>")]
    [InlineData("<http://localhost:{here}/an/../bea/loon/>")]
    [InlineData("<http://localhost:{here}/an/loon/?x>")]
    [InlineData("\"http://localhost:{here}/an/loon/\"")]
    public async Task Find_ContainerOutsideTheStorage_IsNotTaken(string container)
    {
        Card("solid:publicTypeIndex <../settings/public>");
        Index("settings/public", Ported(container));
        await FindAsync<VaultAnswer<Uri>.Absent>();
    }

    [Fact]
    public async Task Find_IndexOnAnotherServer_IsNotAskedFor()
    {
        Card(Ported("solid:publicTypeIndex <http://localhost:{elsewhere}/index>; pim:preferencesFile <http://localhost:{elsewhere}/prefs>"));
        await FindAsync<VaultAnswer<Uri>.Absent>();
        Assert.Empty(_elsewhere.LogEntries);
    }

    private async Task<T> FindAsync<T>()
        where T : class
    {
        var profile = Ends.Is<WebIdAnswer.Found>(await _harness.Vault.ReadWebIdAsync(Root + "profile/card#me", None)).Profile;
        return Ends.Is<T>(await _harness.Vault.FindContainerAsync(profile, new Uri(Root), Kind, _citizen, None));
    }

    private string Ported(string text) => text.Replace("{elsewhere}", $"{_elsewhere.Port}", StringComparison.Ordinal).Replace("{here}", $"{_server.Port}", StringComparison.Ordinal);

    private void Card(string more) => On("/an/profile/card", $"""
        @prefix solid: <http://www.w3.org/ns/solid/terms#> . @prefix pim: <http://www.w3.org/ns/pim/space#> .
        <#me> solid:oidcIssuer <{Root}>; {more} .
        """);

    private void Index(string path, string container) => On("/an/" + path, $"""
        @prefix solid: <http://www.w3.org/ns/solid/terms#> .
        <#other> a solid:TypeRegistration; solid:forClass <https://elsewhere.example/Book>; solid:instanceContainer <{Root}boeken/> .
        <#loon> a solid:TypeRegistration; solid:forClass <{Kind}>; solid:instanceContainer {container} .
        """);

    private void On(string path, string turtle) => _server.Given(Request.Create().WithPath(path)).RespondWith(Response.Create().WithStatusCode(200).WithHeader("Content-Type", "text/turtle").WithBody(turtle));

    private void Answer(string path, int status) => _server.Given(Request.Create().WithPath(path)).RespondWith(Response.Create().WithStatusCode(status));
}
