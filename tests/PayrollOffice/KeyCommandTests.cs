using System.Text.Json.Nodes;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.PayrollOffice;

public sealed class KeyCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private string Secret => Path.Combine(_folder, "office.key.json");

    private string Set => Path.Combine(_folder, "keys.json");

    [Fact]
    public async Task Key_New_IsSecretAndItsPublicHalfIsInTheSet()
    {
        Assert.Equal(0, await RunAsync("key", Secret, "--set", Set));

        using var key = KeyCommand.Read(new FileInfo(Secret), out var reason);
        Assert.Equal("", reason);
        Assert.Equal(key!.ToPublicJwk().ToJsonString(), Assert.Single(Keys())!.ToJsonString());
        Assert.Contains(key.KeyId, _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"d\"", await File.ReadAllTextAsync(Set, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Secret));
        }
    }

    [Fact]
    public async Task Key_Second_IsAddedBesideTheFirstAndNoneIsOverwritten()
    {
        await RunAsync("key", Secret, "--set", Set);
        var first = await File.ReadAllTextAsync(Secret, TestContext.Current.CancellationToken);

        Assert.Equal(2, await RunAsync("key", Secret, "--set", Set));
        Assert.Equal(first, await File.ReadAllTextAsync(Secret, TestContext.Current.CancellationToken));
        Assert.Single(Keys());
        Assert.Equal(0, await RunAsync("key", Secret + "2", "--set", Set));
        Assert.Equal(2, Keys().Count);
    }

    [Fact]
    public async Task Withdraw_Key_IsMarkedAndStays()
    {
        await RunAsync("key", Secret, "--set", Set);
        await RunAsync("key", Secret + "2", "--set", Set);
        var name = Keys()[0]!["kid"]!.GetValue<string>();

        Assert.Equal(0, await RunAsync("withdraw-key", name, "--set", Set));

        Assert.NotNull(Keys()[0]!["revoked"]!["revoked_at"]);
        Assert.Null(Keys()[1]!["revoked"]);
        Assert.Equal(2, await RunAsync("withdraw-key", "another", "--set", Set));
    }

    [Theory]
    [InlineData("geheim")]
    [InlineData("[]")]
    public async Task Key_SetThatIsNone_IsLeftAloneAndNoKeyMade(string text)
    {
        await File.WriteAllTextAsync(Set, text, TestContext.Current.CancellationToken);

        Assert.Equal(2, await RunAsync("key", Secret, "--set", Set));
        Assert.False(File.Exists(Secret));
        Assert.Equal(text, await File.ReadAllTextAsync(Set, TestContext.Current.CancellationToken));
        Assert.Null(KeyCommand.Read(new FileInfo(Set), out var reason));
        Assert.DoesNotContain("geheim", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_WithAKey_SignsAndTheSlipStillFits()
    {
        using var stand = new PublishStand();
        using var key = SigningKey.Create();

        Assert.IsType<PublishOutcome.Published>(await stand.PublishAsync(PublishStand.Slip("17"), key));

        var body = Assert.Single(stand.Asked).Body;
        Assert.Contains("lf:signature \"", body, StringComparison.Ordinal);
        var url = PayslipPublisher.UrlOf(stand.Container, PublishStand.Slip("17"), "17")!;
        var fits = Assert.IsType<PayslipVerdict.Fits>(PayslipDocument.Read(System.Text.Encoding.UTF8.GetBytes(body), url, null, new DateOnly(2026, 11, 23)));
        Assert.Empty(fits.Notes);
    }

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private JsonArray Keys() => JsonNode.Parse(File.ReadAllText(Set))!["keys"]!.AsArray();

    private Task<int> RunAsync(params string[] arguments) => PublishCommand.RunAsync(arguments, _output, _errors);
}
