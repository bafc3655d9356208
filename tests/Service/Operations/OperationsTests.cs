using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Dossiers;
using YamlDotNet.RepresentationModel;

namespace SolidLoonfiches.Service.Tests;

public sealed partial class OperationsTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task Health_OfANodeThatWorks_IsReadyAndWithoutAlarm()
    {
        await using var site = new Site(("Operations:Key", Key));
        await World.MakeAsync(site);
        var browser = await site.BrowserAsync();
        Assert.Equal("ok\n", await browser.GetStringAsync("/health/live"));
        Assert.Equal("ok\n", await browser.GetStringAsync("/health/ready"));
        Assert.Equal("ok\n", await (await GetAsync(browser, "/health/alarms", Key)).Content.ReadAsStringAsync());

        await site.InDatabaseAsync(db => db.Messages.ExecuteUpdateAsync(m => m.SetProperty(x => x.DeadAt, DateTimeOffset.UnixEpoch).SetProperty(x => x.SentAt, (DateTimeOffset?)null)));
        var alarmed = await GetAsync(browser, "/health/alarms", Key);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, alarmed.StatusCode);
        Assert.Matches("^[0-9]+ dead letters\n$", await alarmed.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/ready")).StatusCode);
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/health/alarms")]
    public async Task WhatIsForTheOperator_WithoutTheKey_IsNotThere(string path)
    {
        // The test's connection has no address: it is not this machine.
        await using var site = new Site(("Operations:Key", Key));
        var browser = await site.BrowserAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(browser, path, Key[1..] + "x")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, path, Key)).StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", null, true)]
    [InlineData("::1", null, true)]
    [InlineData("127.0.0.1", "X-Forwarded-For", false)]
    [InlineData("127.0.0.1", "Forwarded", false)]
    [InlineData("10.0.0.1", null, false)]
    public void Guard_WithoutAKey_LetsThisMachineInAndNoProxyOnIt(string from, string? header, bool allowed)
    {
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(from);
        if (header is not null)
        {
            http.Request.Headers[header] = "192.0.2.1";
        }

        Assert.Equal(allowed, new OperationsOptions().Allows(http));
    }

    [Fact]
    public void Key_ThatIsShort_IsRefused() => Assert.ThrowsAny<Exception>(() =>
    {
        using var site = new Site(("Operations:Key", "short"));
        site.CreateClient();
    });

    [Fact]
    public async Task Metrics_AfterWork_HoldWhatTheDashboardAndTheAlertsAskForAndNothingOfAPerson()
    {
        await using var site = new Site(("Operations:Key", Key));
        var world = await World.MakeAsync(site);
        var browser = await site.BrowserAsync(World.WorkerOfGent);
        await browser.GetAsync("/socialworker/dossiers");
        using (var scope = site.Services.CreateScope())
        {
            await scope.ServiceProvider.GetRequiredService<CheckDossier>().RunAsync(new(world.An.Id, new(2026, 10)), CancellationToken.None);
        }

        foreach (var counter in new[] { Telemetry.Checks, Telemetry.CheckFailures, Telemetry.Vaults, Telemetry.Sent, Telemetry.SendFailures, Telemetry.Hints })
        {
            counter.Add(1);
        }

        Telemetry.CheckDuration.Record(1);
        await site.Services.GetRequiredService<StateGauges>().ReadAsync(CancellationToken.None);
        var text = await (await GetAsync(browser, "/metrics", Key)).Content.ReadAsStringAsync();
        var exist = Sample().Matches(text).Select(found => found.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.Contains("loonfiches_checks_total", exist);

        var asked = Asked().ToList();
        Assert.True(asked.Count >= 12, $"{asked.Count} names found");
        Assert.All(asked, name => Assert.Contains(name, exist));
        Assert.All(exist.Where(name => name.StartsWith("loonfiches_", StringComparison.Ordinal) && !name.EndsWith("_sum", StringComparison.Ordinal) && !name.EndsWith("_count", StringComparison.Ordinal)), name => Assert.Contains(name, asked));

        foreach (var personal in new[] { World.AnInsz.Value, "Burgerzoon", "localhost:3000", world.An.Id.ToString(), "2026-0001" })
        {
            Assert.DoesNotContain(personal, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task MonthPage_ShowsMyOcmwAndForTheOperatorAll()
    {
        await using var site = new Site(("Operations:OperatorKbo", World.Gent));
        await World.MakeAsync(site);
        var mine = await (await site.BrowserAsync(World.WorkerOfGent)).ReadAsync("/socialworker/month");
        Assert.Contains("OCMW Gent", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("OCMW Aalst", mine, StringComparison.Ordinal);
        var all = await (await site.BrowserAsync(World.AdministratorOfGent)).ReadAsync("/socialworker/month");
        Assert.Contains("OCMW Aalst", all, StringComparison.Ordinal);
        var elsewhere = await (await site.BrowserAsync(World.WorkerOfAalst)).ReadAsync("/socialworker/month");
        Assert.DoesNotContain("OCMW Gent", elsewhere, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient browser, string path, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Authorization", "Bearer " + key);
        return await browser.SendAsync(request);
    }

    /// <summary>Every name of a metric in the dashboard and the alerts.</summary>
    private static IEnumerable<string> Asked()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SolidLoonfiches.sln")))
        {
            folder = folder.Parent!;
        }

        var observe = Path.Combine(folder.FullName, "deploy", "observe");
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Path.Combine(observe, "grafana-dashboard.json")));
        var expressions = dashboard.RootElement.GetProperty("panels").EnumerateArray().SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString()!).ToList();
        var alerts = new YamlStream();
        using var reader = File.OpenText(Path.Combine(observe, "alerts.yml"));
        alerts.Load(reader);
        var rules = ((YamlMappingNode)alerts.Documents[0].RootNode)["groups"][0]["rules"];
        expressions.AddRange(((YamlSequenceNode)rules).Select(rule => rule["expr"].ToString()));
        return expressions.SelectMany(expression => Name().Matches(expression).Select(found => found.Value)).Distinct(StringComparer.Ordinal);
    }

    [GeneratedRegex("(loonfiches|http_server)_[a-z_]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("^(?<name>[a-z_:]+)(\\{| )", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sample();
}
