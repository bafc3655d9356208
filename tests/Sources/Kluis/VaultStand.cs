using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SolidLoonfiches.Vault;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace SolidLoonfiches.Sources;

/// <summary>A server on this machine that answers as a vault would, one fault at a time.</summary>
internal sealed class VaultStand : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 18, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset LongAgo = new(2026, 11, 1, 9, 30, 0, TimeSpan.Zero);

    private readonly WireMockServer _server = WireMockServer.Start();
    private readonly ServiceProvider _services;
    private readonly List<(string Name, DateTimeOffset? Modified)> _members = [];

    public VaultStand(TimeSpan? timeout = null, bool signsIn = true, int maxListingBytes = 64 * 1024)
    {
        Us = new TestSession(signsIn);
        Clock = new FakeTimeProvider(Now);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(TimeProvider.System)
            .AddSolidVault(options =>
            {
                options.AllowLoopback = true;
                options.Timeout = timeout ?? options.Timeout;
                options.MaxBodyBytes = 64 * 1024;
                options.MaxListingBytes = maxListingBytes;
            })
            .BuildServiceProvider();
        var signers = new SlipSignerOptions();
        signers.Offices.Add(Office);
        var keys = new OfficeKeys(_services.GetRequiredService<IHttpClientFactory>().CreateClient(VaultServices.HttpClientName), Clock);
        Source = new VaultPayslips(_services.GetRequiredService<SolidVault>(), new SlipSignatures(keys, Options.Create(signers)), Clock);
    }

    /// <summary>The payroll office that is trusted.</summary>
    public Uri Office => new($"http://localhost:{_server.Port}/kantoor/card#me");

    /// <summary>The office's WebID document and key set, as it publishes them.</summary>
    public void OfficeKeys(params JsonObject[] keys)
    {
        On("/kantoor/card", Turtle("<#me> <https://w3id.org/loonfiche#signingKeys> <keys.json> .", "\"k\""));
        On("/kantoor/keys.json", answer => answer.WithStatusCode(200).WithHeader("Content-Type", "application/json").WithBody(new JsonObject { ["keys"] = new JsonArray([.. keys]) }.ToJsonString()));
    }

    public void OfficeIsDown() => On("/kantoor/card", Status(503));

    public FakeTimeProvider Clock { get; }

    public IPayslipSource Source { get; }

    public VaultSession Us { get; }

    public Uri Container => new($"http://localhost:{_server.Port}/anna/loonfiches/");

    public Uri Url(string name) => new(Container, name);

    public IReadOnlyList<string> Asked => [.. _server.LogEntries.Select(entry => entry.RequestMessage!.Path).Order(StringComparer.Ordinal)];

    public string? IfNoneMatch(string name) =>
        _server.LogEntries.Last(entry => entry.RequestMessage!.Path.EndsWith(name, StringComparison.Ordinal)).RequestMessage!.Headers!.TryGetValue("If-None-Match", out var tags) ? tags[0] : null;

    public void Forget() => _server.ResetLogEntries();

    /// <summary>The container is listed once more, and refuses from then on.</summary>
    public void RefuseAfterOneListing()
    {
        _server.Given(Request.Create().WithPath("/anna/loonfiches/").UsingGet()).InScenario("taken back").WillSetStateTo("closed").AtPriority(--_priority)
            .RespondWith(Response.Create().WithStatusCode(200).WithHeader("Content-Type", "text/turtle").WithBody(ListingText()));
        _server.Given(Request.Create().WithPath("/anna/loonfiches/").UsingGet()).InScenario("taken back").WhenStateIs("closed").AtPriority(--_priority)
            .RespondWith(Response.Create().WithStatusCode(403));
    }

    public void Listing(Action<IResponseBuilder> answer) => On("/anna/loonfiches/", answer);

    /// <summary>A member that the listing names, and what a GET on it gives.</summary>
    public void Member(string name, DateTimeOffset? modified, Action<IResponseBuilder> answer)
    {
        _members.RemoveAll(member => member.Name == name);
        _members.Add((name, modified));
        On("/anna/loonfiches/" + name, answer);
        Listing(Turtle(ListingText(), "\"list\""));
    }

    public void SlipOf(string name, byte[] turtle) => Member(name, LongAgo, Turtle(Encoding.UTF8.GetString(turtle), $"\"{turtle.Length}\""));

    public bool HadToken(string path) => _server.LogEntries.Any(entry => entry.RequestMessage!.Path == path && entry.RequestMessage.Headers!.ContainsKey("Authorization"));

    public void Slip(string name, DateTimeOffset? modified, string example = "valid/plain-month", string etag = "\"1\"") =>
        Member(name, modified, Turtle(Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(Examples.Ontology, "examples", example + ".ttl"))), etag));

    public void Remove(string name)
    {
        _members.RemoveAll(member => member.Name == name);
        Listing(Turtle(ListingText(), "\"list\""));
    }

    public void Empty() => Listing(Turtle(ListingText(), "\"list\""));

    public static Action<IResponseBuilder> Status(int status) => answer => answer.WithStatusCode(status);

    public static Action<IResponseBuilder> Turtle(string body, string etag) =>
        answer => answer.WithStatusCode(200).WithHeader("Content-Type", "text/turtle").WithHeader("ETag", etag).WithBody(body);

    /// <summary>What the next readings ask for; nothing is all.</summary>
    public (DateOnly? From, DateOnly? To) Period { get; set; }

    /// <summary>Slips asked for at the same time in the next readings; one where a test needs their order.</summary>
    public int AtOnce { get; set; } = 4;

    public Task<SourceAnswer> ReadAsync(params KnownSlip[] known) =>
        Source.ReadAsync(new SourceRequest(Container, TestData.Anna, known, Us) { From = Period.From, To = Period.To, AtOnce = AtOnce }, TestContext.Current.CancellationToken);

    public Task<SourceAnswer> LookAsync(string? listing, Func<CancellationToken, Task<IReadOnlyList<KnownSlip>>> known) =>
        Source.ReadAsync(new SourceRequest(Container, TestData.Anna, [], Us) { KnownListing = listing, KnownLater = known }, TestContext.Current.CancellationToken);

    public async Task<SourceAnswer.Read> ReadWellAsync(params KnownSlip[] known) => Assert.IsType<SourceAnswer.Read>(await ReadAsync(known));

    /// <summary>What a caller remembers after a reading, for the next one.</summary>
    public static KnownSlip[] Remember(SourceAnswer.Read read, params KnownSlip[] before)
    {
        var known = before.ToDictionary(slip => slip.Url.AbsoluteUri, StringComparer.Ordinal);
        foreach (var slip in read.Slips.Where(slip => slip is not FoundSlip.NotFetched))
        {
            known[slip.Url.AbsoluteUri] = new KnownSlip(slip.Url, slip.Modified, slip.ETag, slip.Sha256);
        }

        foreach (var seen in read.Seen.Where(seen => known.ContainsKey(seen.Url.AbsoluteUri)))
        {
            known[seen.Url.AbsoluteUri] = known[seen.Url.AbsoluteUri] with { Modified = seen.Modified };
        }

        foreach (var gone in read.Gone)
        {
            known.Remove(gone.AbsoluteUri);
        }

        return [.. known.Values];
    }

    public void Dispose()
    {
        Us.Dispose();
        _services.Dispose();
        _server.Dispose();
    }

    private void On(string path, Action<IResponseBuilder> answer)
    {
        var response = Response.Create();
        answer(response);
        _server.Given(Request.Create().WithPath(path).UsingGet()).AtPriority(--_priority).RespondWith(response);
    }

    private int _priority;

    private string ListingText()
    {
        var text = new StringBuilder("@prefix ldp: <http://www.w3.org/ns/ldp#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n<> a ldp:Container, ldp:BasicContainer .\n");
        foreach (var (name, modified) in _members)
        {
            text.Append(CultureInfo.InvariantCulture, $"<> ldp:contains <{name}> .\n<{name}> a ldp:Resource{(name.EndsWith('/') ? ", ldp:Container" : "")} .\n");
            if (modified is { } time)
            {
                text.Append(CultureInfo.InvariantCulture, $"<{name}> dct:modified \"{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\"^^xsd:dateTime .\n");
            }
        }

        return text.ToString();
    }

    private sealed class TestSession(bool signsIn) : VaultSession
    {
        private readonly DPoPKey _key = DPoPKey.Create(TimeProvider.System);

        public override Uri WebId => new("https://dienst.example/id#it");

        public override ValueTask<VaultToken> TokenAsync(CancellationToken cancellation) =>
            signsIn ? ValueTask.FromResult(new VaultToken("a-token", _key)) : throw new VaultSignInException("the provider gave none");

        protected override void Dispose(bool disposing)
        {
            _key.Dispose();
            base.Dispose(disposing);
        }
    }
}
