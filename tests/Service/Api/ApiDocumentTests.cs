using System.Text.Json;

namespace SolidLoonfiches.Service.Tests;

/// <summary>The document is a promise to who builds on it: it changes only where somebody looked at the change.</summary>
public sealed class ApiDocumentTests : IAsyncLifetime
{
    private static readonly string Snapshot = Path.Combine(Root(), "tests", "Service", "Api", "openapi.json");

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Document_AsServed_IsTheOneThatWasVerified()
    {
        var served = await DocumentAsync();
        var received = Path.Combine(Path.GetTempPath(), "openapi.received.json");
        var expected = await File.ReadAllTextAsync(Snapshot);
        if (served != expected)
        {
            await File.WriteAllTextAsync(received, served);
        }

        Assert.True(served == expected, $"The document changed. Look at the difference between {received} and {Snapshot}; where it is meant, and takes nothing away from who uses version 1, put the first in place of the second.");
    }

    [Fact]
    public async Task Document_EveryCode_IsInTheRegistryAndTheOtherWayRound()
    {
        using var document = JsonDocument.Parse(await DocumentAsync());
        var codes = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("ProblemData").GetProperty("properties").GetProperty("code").GetProperty("enum");
        Assert.Equal(ApiProblems.All.Select(kind => kind.Code), codes.EnumerateArray().Select(one => one.GetString()));
        var words = document.RootElement.GetProperty("paths").GetRawText();
        Assert.All(ApiProblems.All.Where(kind => kind.Code != "method-not-allowed"), kind => Assert.Contains(kind.Code, words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Document_EveryOperation_SaysItsScopeAndItsProblems()
    {
        using var document = JsonDocument.Parse(await DocumentAsync());
        Assert.StartsWith("3.1", document.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var operations = document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).ToList();
        Assert.True(operations.Count >= 18, $"{operations.Count} operations");
        Assert.All(operations, operation =>
        {
            Assert.Equal(1, operation.Value.GetProperty("security")[0].GetProperty("oauth2").GetArrayLength());
            Assert.NotEmpty(operation.Value.GetProperty("operationId").GetString()!);
            Assert.True(operation.Value.GetProperty("responses").TryGetProperty("401", out _));
        });
    }

    private async Task<string> DocumentAsync()
    {
        var http = await _site.BrowserAsync();
        return (await http.GetStringAsync(ApiClients.Root + "/openapi.json")).ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SolidLoonfiches.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
