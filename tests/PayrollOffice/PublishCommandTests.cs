using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace SolidLoonfiches.PayrollOffice;

/// <summary>One test after the other: the secret comes from the environment, which belongs to the whole process.</summary>
public sealed class PublishCommandTests : IDisposable
{
    private const string Secret = "PAYROLL_CLIENT_SECRET";
    private readonly string _folder = Directory.CreateTempSubdirectory("payroll").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [Fact]
    public async Task Run_GoodFile_SignsInPublishesAndSaysSo()
    {
        using var server = WireMockServer.Start();
        var root = $"http://localhost:{server.Port}/";
        server.Given(Request.Create().WithPath("/.well-known/openid-configuration")).RespondWith(Response.Create().WithStatusCode(200)
            .WithHeader("Content-Type", "application/json").WithBody($$"""{ "issuer": "{{root}}", "token_endpoint": "{{root}}token" }"""));
        server.Given(Request.Create().WithPath("/token").UsingPost()).RespondWith(Response.Create().WithStatusCode(200)
            .WithHeader("Content-Type", "application/json").WithBody("""{ "access_token": "a-token", "token_type": "DPoP", "expires_in": 600 }"""));
        server.Given(Request.Create().WithPath("/anna/loonfiches/*").UsingPut()).RespondWith(Response.Create().WithStatusCode(201));
        var file = SlipsFile(PublishStand.Row("1").Replace("\"container\": \"CONTAINER\",", "", StringComparison.Ordinal));
        Environment.SetEnvironmentVariable(Secret, "geheim");
        try
        {
            Assert.Equal(0, await RunAsync(file, "--issuer", root, "--webid", root + "office#wij", "--client-id", "kantoor", "--container", root + "anna/loonfiches/", "--allow-loopback"));
        }
        finally
        {
            Environment.SetEnvironmentVariable(Secret, null);
        }

        Assert.Equal("1 rows: 1 published, 0 already there, 0 failed", _output.ToString().Trim());
        Assert.Equal("", _errors.ToString());
        Assert.True(File.Exists(file + ".done"));
        Assert.Equal("DPoP a-token", Assert.Single(server.LogEntries, entry => entry.RequestMessage!.Method == "PUT").RequestMessage!.Headers!["Authorization"][0]);
    }

    [Theory]
    [InlineData("--issuer", "nonsense", "--issuer is an absolute URL")]
    [InlineData("--webid", "mailto:a@b.example", "--webid is an absolute URL")]
    [InlineData("--container", "https://kluis.example/anna", "--container ends in a slash")]
    public async Task Run_BadArgument_SaysWhichAndDoesNotRun(string option, string value, string error)
    {
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["--issuer"] = "https://id.example/",
            ["--webid"] = "https://kantoor.example/#wij",
            ["--client-id"] = "kantoor",
            [option] = value,
        };

        Assert.Equal(2, await RunAsync(SlipsFile(""), [.. arguments.SelectMany(row => new[] { row.Key, row.Value })]));
        Assert.Contains(error, _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_KeyThatIsNone_DoesNotRunAndPublishesNothingUnsigned()
    {
        string[] who = ["--issuer", "https://id.example/", "--webid", "https://kantoor.example/#wij", "--client-id", "kantoor"];
        var noKey = Path.Combine(_folder, "no.key");
        await File.WriteAllTextAsync(noKey, "geheim", TestContext.Current.CancellationToken);
        Environment.SetEnvironmentVariable(Secret, "geheim");
        try
        {
            Assert.Equal(2, await RunAsync(SlipsFile(""), [.. who, "--key", noKey]));
            Assert.Equal(2, await RunAsync(SlipsFile(""), [.. who, "--key", noKey + "2"]));
        }
        finally
        {
            Environment.SetEnvironmentVariable(Secret, null);
        }

        Assert.Contains("no private key", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("cannot be read", _errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoSecretOrNoFile_DoesNotRun()
    {
        string[] who = ["--issuer", "https://id.example/", "--webid", "https://kantoor.example/#wij", "--client-id", "kantoor"];

        Assert.Equal(2, await RunAsync(SlipsFile(""), who));
        Assert.Contains(Secret, _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await RunAsync(Path.Combine(_folder, "absent.json"), who));
        Assert.Contains("does not exist", _errors.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<int> RunAsync(string file, params string[] more) => PublishCommand.RunAsync(["publish", file, .. more], _output, _errors);

    private string SlipsFile(string rows)
    {
        var file = Path.Combine(_folder, "slips.json");
        File.WriteAllText(file, $"[{rows}]");
        return file;
    }
}
