using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Tests.Verbs;

/// <summary>The executable as it is typed: exit codes, and what goes to standard output.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("loonfiches-verbs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Example(string folder, string name, [System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "ontology", "examples", folder, name + ".ttl"));

    private async Task<string> FileAsync(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(file, text);
        return file;
    }

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
    [InlineData("gaan niet samen", "check", "--resume", "--dry-run")]
    [InlineData("bestaat niet", "chekc")]
    [InlineData("--what", "check", "--what")]
    [InlineData("horen bij --what-if", "calculate", "x.json", "--more", "200")]
    [InlineData("'de'", "calculate", "x.json", "--letter", "de")]
    [InlineData("één ervan", "calculate", "x.json", "--letter", "nl", "--what-if")]
    [InlineData("kan niet gelezen worden", "calculate", "x.json", "--letter", "nl")]
    [InlineData("horen samen", "calculate", "x.json", "--what-if", "--more-hours", "10")]
    [InlineData("niet allebei", "calculate", "x.json", "--what-if", "--more-hours", "10", "--net-per-hour", "12", "--more", "5")]
    [InlineData("--more: dit is geen getal", "calculate", "x.json", "--what-if", "--more", "12,50")]
    [InlineData("--more: dit is geen getal", "calculate", "x.json", "--what-if", "--more", "1000000.01")]
    [InlineData("kan niet gelezen worden", "calculate", "x.json", "--what-if")]
    [InlineData("kan niet gelezen worden", "calculate", "--verify", "x.json")]
    [InlineData("één ervan", "calculate", "--verify", "x.json", "--what-if")]
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
    public async Task CheckResume_GoesOnWithWhatBrokeOffAndOnlyWithThat()
    {
        Assert.Equal(0, (await RunAsync("migrate")).Code);
        var (code, output, error) = await RunAsync("check", "--resume");
        Assert.Equal((0, "OCMW Gent: er is geen controle die afgebroken is.\n"), (code, output));

        // A process that was killed leaves a run without an end.
        var killed = new CheckRun { Id = Guid.NewGuid(), OcmwKbo = World.Gent, Month = new Maand(2026, 9), StartedBy = "schedule", StartedAt = TimeProvider.System.GetUtcNow().AddHours(-3) };
        await using var services = new ServiceCollection().AddDossiers(new StorageOptions { Provider = "Sqlite", ConnectionString = "Data Source=" + Path.Combine(_folder, "dossiers.db") }).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DossierDb>();
        db.Runs.Add(killed);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        (code, output, error) = await RunAsync("check", "--resume");
        Assert.True(code == 0, error);
        Assert.Contains("OCMW Gent, controle van september 2026", output, StringComparison.Ordinal);
        var run = await db.Runs.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((killed.Id, 1), (run.Id, run.TakenUp));
        Assert.NotNull(run.EndedAt);
        Assert.Contains("geen controle die afgebroken is", (await RunAsync("check", "--resume")).Output, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("a.ttl", "@prefix : <#> . :a :b 1, [] .", "\\A<file:.+a\\.ttl#a> <file:.+#b> \"1\"")]
    [InlineData("a.ttl", "\uFEFF<u:s> a <u:t> .", "\\A<u:s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <u:t> .\\n\\z")]
    [InlineData("a.nt", "<u:s> <u:p> \"é\" .\n<u:s> <u:p> \"a\" .", "\\A<u:s> <u:p> \"a\" .\\n<u:s> <u:p> \"é\" .\\n\\z")]
    public async Task Rdf_ADocument_IsWrittenAsNTriples(string name, string text, string pattern)
    {
        var (code, output, error) = await RunAsync("rdf", await FileAsync(name, text));

        Assert.Equal((0, ""), (code, error));
        Assert.Matches(pattern, output);
    }

    [Fact]
    public async Task Rdf_WithABase_ReadsAgainstIt() =>
        Assert.Equal("<https://a.example/#s> <https://a.example/#p> <https://a.example/b> .\n", (await RunAsync("rdf", await FileAsync("a.ttl", "<#s> <#p> <b> ."), "--base", "https://a.example/")).Output);

    [Theory]
    [InlineData("a.ttl", "<u:s> a\n  .", "2:3 ")]
    [InlineData("a.nt", "<u:s> a <u:t> .", "1:7 ")]
    public async Task Rdf_BadInput_SaysWhereAndEndsWithOne(string name, string text, string where)
    {
        var (code, output, error) = await RunAsync("rdf", await FileAsync(name, text));

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith(where, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_GoodAndBadSlips_AreReportedAndEndWithOne()
    {
        var (good, bad) = (Example("valid", "plain-month"), Example("invalid", "net-paid-off-by-a-cent"));

        var (code, output, error) = await RunAsync("validate", good, bad, Example("noted", "no-lines"));

        Assert.Equal((1, ""), (code, error));
        Assert.Contains(good + ": bruikbaar\n", output, StringComparison.Ordinal);
        Assert.Contains(bad + ": niet bruikbaar\n  - Het gestorte bedrag klopt niet", output, StringComparison.Ordinal);
        Assert.Contains("[arithmetic:netPaid]", output, StringComparison.Ordinal);
        Assert.Contains("maar er ontbreekt iets", output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("validate", good)).Code);
    }

    [Theory]
    [InlineData("rdf")]
    [InlineData("validate")]
    public async Task Documents_AFileThatIsNotThere_IsRefused(string verb)
    {
        var (code, output, error) = await RunAsync(verb, Path.Combine(_folder, "nowhere.ttl"));

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("kan niet gelezen worden", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calculate_Verify_SaysSameOrDifferentOrThatItIsNoExport()
    {
        var file = Path.Combine(_folder, "export.json");
        var facts = new Geval { Maand = new Maand(2025, 3), Categorieen = [new CategorieVanaf(new(2025, 1, 1), Categorie.Alleenstaand)], Recht = [new Periode(new(2025, 1, 1), null)] };
        var result = ((Uitkomst.Berekend)AanvullendLeefloon.Bereken(facts)).Resultaat;
        var export = Encoding.UTF8.GetString(new Uitvoer("a-check", World.Then, result.Bedrag, AanvullendLeefloon.Versie, facts, result).Schrijf());

        await File.WriteAllTextAsync(file, export, TestContext.Current.CancellationToken);
        Assert.Equal((0, "same\n", ""), await RunAsync("calculate", "--verify", file));

        await File.WriteAllTextAsync(file, export.Replace("1314.20", "1314.21", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var (code, output, error) = await RunAsync("calculate", "--verify", file);
        Assert.Equal(1, code);
        Assert.StartsWith("different\nstep: ", output, StringComparison.Ordinal);
        Assert.Contains("is gewijzigd", error, StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, "{}", TestContext.Current.CancellationToken);
        Assert.Equal((2, ""), ((await RunAsync("calculate", "--verify", file)).Code, (await RunAsync("calculate", "--verify", file)).Output));
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
