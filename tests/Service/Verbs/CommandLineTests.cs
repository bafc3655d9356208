using System.Diagnostics;

namespace SolidLoonfiches.Service.Tests.Verbs;

/// <summary>The executable as it is typed: exit codes, and what goes to standard output.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("loonfiches-verbs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Check_MonthInTheFuture_IsRefused()
    {
        var (code, output, error) = await RunAsync("check", "--month", "2999-01");
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("januari 2999 ligt in de toekomst", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("schrijf de maand als 2026-10", "check", "--month", "oktober")]
    [InlineData("geen KBO-nummer", "check", "--ocmw", "123")]
    [InlineData("bestaat niet", "chekc")]
    [InlineData("--what", "check", "--what")]
    [InlineData("horen bij --what-if", "calculate", "x.json", "--more", "200")]
    [InlineData("'de'", "calculate", "x.json", "--letter", "de")]
    [InlineData("Vraag --letter of --what-if", "calculate", "x.json", "--letter", "nl", "--what-if")]
    [InlineData("kan niet gelezen worden", "calculate", "x.json", "--letter", "nl")]
    [InlineData("horen samen", "calculate", "x.json", "--what-if", "--more-hours", "10")]
    [InlineData("niet allebei", "calculate", "x.json", "--what-if", "--more-hours", "10", "--net-per-hour", "12", "--more", "5")]
    [InlineData("--more: dit is geen getal", "calculate", "x.json", "--what-if", "--more", "12,50")]
    [InlineData("--more: dit is geen getal", "calculate", "x.json", "--what-if", "--more", "1000000.01")]
    [InlineData("kan niet gelezen worden", "calculate", "x.json", "--what-if")]
    public async Task Verbs_WrongArguments_AreRefused(string sentence, params string[] args)
    {
        var (code, output, error) = await RunAsync(args);
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_DatabaseOfAnotherVersion_SaysWhatToDo()
    {
        var (code, _, error) = await RunAsync("check");
        Assert.Equal(1, code);
        Assert.Contains("migrate", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_ThenCheckDryRun_SaysThatNothingWasWritten()
    {
        Assert.Equal(0, (await RunAsync("migrate")).Code);
        var (code, output, error) = await RunAsync("check", "--dry-run", "--month", "2026-10", "--timings");
        Assert.True(code == 0, error);
        Assert.Contains("OCMW Gent, controle van oktober 2026", output, StringComparison.Ordinal);
        Assert.Contains("er is niets geschreven", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calculate_WhatIf_PrintsTheCurveAndTheAnswer()
    {
        var file = Path.Combine(_folder, "case.json");
        await File.WriteAllTextAsync(file, """{"month":"2025-03","category":2,"right":{"from":"2024-11-01"}}""", TestContext.Current.CancellationToken);

        var (code, output, error) = await RunAsync("calculate", file, "--what-if", "--more", "-12.50");
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("{\"month\":\"2025-03\",\"lawVersion\"", output, StringComparison.Ordinal);
        Assert.Contains("\"answer\":{\"more\":-12.50,", output, StringComparison.Ordinal);

        Assert.Contains("\"hours\":2.00,\"netPerHour\":11.00,\"more\":22.00", (await RunAsync("calculate", file, "--what-if", "--more-hours", "2", "--net-per-hour", "11")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("answer", (await RunAsync("calculate", file, "--what-if")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CalculateLetter_WritesTheLetterInTheLanguageAskedAndNothingElse()
    {
        var file = Path.Combine(_folder, "case.json");
        await File.WriteAllTextAsync(file, """{"month":"2025-03","category":2,"right":{"from":"2024-11-01"}}""", TestContext.Current.CancellationToken);

        var (code, output, error) = await RunAsync("calculate", "--letter", "fr", file);
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("Votre revenu d'intégration pour mars 2025\n", output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, """{"month":"2001-03","category":2,"right":{"from":"2024-11-01"}}""", TestContext.Current.CancellationToken);
        (code, output, error) = await RunAsync("calculate", "--letter", "nl", file);
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("Geval 1, /month: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OcmwThatIsNotHere_IsRefused()
    {
        Assert.Equal(0, (await RunAsync("migrate")).Code);
        var (code, _, error) = await RunAsync("check", "--ocmw", World.Aalst);
        Assert.Equal(2, code);
        Assert.Contains("gebruikt deze installatie niet", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_WithoutBaseUrl_NamesTheSetting()
    {
        var (code, _, error) = await RunAsync(["serve"], baseUrl: "");
        Assert.Equal(2, code);
        Assert.Contains("Service:BaseUrl", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://loonfiches.example/")]
    [InlineData("https://loonfiches.example/pad/")]
    public async Task Serve_BaseUrlThatCannotBe_NamesTheSetting(string baseUrl)
    {
        var (code, _, error) = await RunAsync([], baseUrl);
        Assert.Equal(2, code);
        Assert.Contains("Service:BaseUrl", error, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] args) => RunAsync(args, "http://localhost:5480/");

    private async Task<(int Code, string Output, string Error)> RunAsync(string[] args, string baseUrl)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in (IEnumerable<(string, string)>)[("Service__BaseUrl", baseUrl), ("Service__Data", _folder), ("Login__Authority", Site.Provider), ("Login__ClientId", "c"), ("Login__ClientSecret", "s"), ("Mail__Host", "localhost"), ("Mail__From", "a@localhost.test"), ("Mail__Security", "None"), ("Ocmws__0__Kbo", World.Gent), ("Ocmws__0__Name", "OCMW Gent")])
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output, await error);
    }
}
