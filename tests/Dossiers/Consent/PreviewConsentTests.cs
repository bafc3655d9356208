using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers.Tests;

/// <summary>What the citizen sees before anything is shared.</summary>
public sealed class PreviewConsentTests(SqliteStore store) : IDisposable
{
    private readonly ScriptedVault _vault = new();
    private readonly NamedSession _citizen = new("citizen", ScriptedVault.Citizen);
    private readonly Lines _log = new();

    public void Dispose()
    {
        _vault.Dispose();
        _citizen.Dispose();
        _log.Dispose();
    }

    private async Task<(Desk Desk, Guid Request)> AskedAsync()
    {
        var desk = await Desk.OpenAsync(store, services => services
            .AddLogging(log => log.AddProvider(_log).SetMinimumLevel(LogLevel.Trace))
            .AddHttpClient(VaultServices.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => _vault));
        await desk.RecordAsync("2024-11-01", new CategoryFact(Leefloon.Categorie.Alleenstaand));
        await desk.RecordAsync("2024-11-01", new RightFact(null));
        return (desk, await desk.AskAsync());
    }

    private Task<PreviewConsent.Outcome> PreviewAsync(Desk desk, Guid request, string from = "2025-01", string until = "2026-08-04", int person = 1) =>
        desk.UseAsync<PreviewConsent, PreviewConsent.Outcome>(p => p.RunAsync(
            new(request, Slips.Person(person), new(new Uri(ScriptedVault.Citizen), [new Uri("https://vault.example/")], [new Uri(ScriptedVault.Root)]), _citizen, Maand.Parse(from), Desk.Day(until)), CancellationToken.None));

    [Fact]
    public async Task Preview_BeforeAnyConsent_ShowsSlipsAndAmountsAsTheCheckWouldAndKeepsNothing()
    {
        var (desk, request) = await AskedAsync();
        await using var _ = desk;
        desk.Source.Put(Slips.Usable("juni", "2025-06", 987.65m), Slips.Usable("juli", "2025-07", 1000m), Slips.KeptOut("kapot", "2025-07"));
        var before = await CountsAsync(desk);

        var shown = Assert.IsType<PreviewConsent.Outcome.Shown>(await PreviewAsync(desk, request));

        Assert.Same(_citizen, Assert.Single(desk.Source.Requests).As);
        Assert.DoesNotContain(_vault.Requests, asked => asked.EndsWith(" service", StringComparison.Ordinal));
        Assert.False(_vault.ServiceMayRead);
        Assert.Equal(3, shown.Slips.Count);
        Assert.Equal(before, await CountsAsync(desk));
        Assert.NotEmpty(_log.Written);
        Assert.All((string[])["987,65", "987.65", "1000.00", Slips.Person(1).Value, "De Korenaar", "juli.ttl"], personal => Assert.DoesNotContain(_log.Written, line => line.Contains(personal, StringComparison.Ordinal)));

        // The same amounts as the check comes to, once the vault is open.
        desk.Source.Documents.Remove(Slips.Url("kapot").AbsoluteUri);
        shown = Assert.IsType<PreviewConsent.Outcome.Shown>(await PreviewAsync(desk, request));
        await desk.ConsentAsync();
        var report = await desk.CheckAsync("2025-07");
        Assert.Equal(report.Months.OrderByDescending(m => m.Month).Select(m => (m.Month, m.Outcome, m.NewAmount)), shown.Months.Select(m => (m.Month, m.Outcome, m.NewAmount)));
        Assert.All(shown.Months, month => Assert.Equal((true, (Euro?)null), (month.Step is not null, month.StandsNow)));
    }

    [Fact]
    public async Task Preview_OfANarrowerPeriod_LeavesOutTheRest()
    {
        var (desk, request) = await AskedAsync();
        await using var _ = desk;
        desk.Source.Put(Slips.Usable("juni", "2025-06", 987.65m), Slips.Usable("juli", "2025-07", 1000m));

        var shown = Assert.IsType<PreviewConsent.Outcome.Shown>(await PreviewAsync(desk, request, from: "2025-07"));

        Assert.Equal(Slips.Url("juli").AbsoluteUri, Assert.Single(shown.Slips).Url);
        Assert.Equal("2025-07", Assert.Single(shown.Months).Month.ToString());
    }

    [Fact]
    public async Task Preview_WithoutAFolder_ShowsThatThereIsNothingYet()
    {
        var (desk, request) = await AskedAsync();
        await using var _ = desk;
        desk.Source.Answer = new SourceAnswer.Unreachable("containerAbsent", "…");

        Assert.Empty(Assert.IsType<PreviewConsent.Outcome.Shown>(await PreviewAsync(desk, request)).Slips);
        Assert.False(_vault.HasContainer);
    }

    [Fact]
    public async Task Preview_VaultDoesNotAnswer_SaysSo()
    {
        var (desk, request) = await AskedAsync();
        await using var _ = desk;
        desk.Source.Answer = new SourceAnswer.Unreachable("timeout", "…");
        Assert.Equal("vaultBroken", Assert.IsType<PreviewConsent.Outcome.VaultFailed>(await PreviewAsync(desk, request)).Code);
        desk.Source.Answer = new SourceAnswer.ConsentEnded();
        Assert.Equal("visitOver", Assert.IsType<PreviewConsent.Outcome.VaultFailed>(await PreviewAsync(desk, request)).Code);
    }

    [Fact]
    public async Task Preview_OfSomebodyElsesOrAnEndedRequest_IsNotShown()
    {
        var (desk, request) = await AskedAsync();
        await using var _ = desk;

        Assert.IsType<PreviewConsent.Outcome.NotFound>(await PreviewAsync(desk, request, person: 2));
        desk.Clock.Advance(TimeSpan.FromDays(32));
        Assert.IsType<PreviewConsent.Outcome.RequestEnded>(await PreviewAsync(desk, request));
        Assert.Empty(desk.Source.Requests);
        Assert.Empty(_vault.Requests);
    }

    private static Task<string> CountsAsync(Desk desk) => desk.QueryAsync(async db => string.Join(
        ' ',
        await db.Slips.CountAsync(), await db.Checks.CountAsync(), await db.Messages.CountAsync(), await db.Consents.CountAsync(), await db.VaultReads.CountAsync(), await db.ConsentEvents.CountAsync(), await db.ConsentTexts.CountAsync(), await db.Staff.CountAsync()));

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Written.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
