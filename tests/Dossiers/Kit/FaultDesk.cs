using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SolidLoonfiches.Sources;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers.Tests;

/// <summary>A desk that reads a real vault over HTTP with the product's own client, session and rules; its clock runs as fast as ours.</summary>
internal sealed class FaultDesk : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _ticking;

    private FaultDesk(Desk desk, FaultyVault vault, LogLines log)
    {
        (Desk, Vault, Log) = (desk, vault, log);
        _ticking = TickAsync();
    }

    public Desk Desk { get; }

    public FaultyVault Vault { get; }

    /// <summary>Everything that was logged, at every level.</summary>
    public LogLines Log { get; }

    /// <summary>With a slip of March that was read and calculated.</summary>
    public static async Task<FaultDesk> WithMarchReadAsync(TestStore store)
    {
        var desk = await OpenAsync(store);
        desk.Vault.Put("maart.ttl", Slips.Fiche("maart", "2025-03", 1000m));
        Assert.NotNull(Assert.Single((await desk.Desk.CheckAsync("2025-03")).Months).NewAmount);
        return desk;
    }

    public static async Task<FaultDesk> OpenAsync(TestStore store)
    {
        var log = new LogLines();
        var desk = await Desk.WithOneCaseAsync(store, services =>
        {
            services.RemoveAll<IPayslipSource>();
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
            services.AddVault(
                options =>
                {
                    options.AllowLoopback = true;
                    options.Timeout = TimeSpan.FromSeconds(3);
                },
                identity => identity.BaseUrl = new Uri("https://loonfiches.example/"));
            services.AddSources();
        });
        var vault = await FaultyVault.StartAsync(desk.Clock);
        await desk.RunAsync(async db =>
        {
            db.Consents.RemoveRange(db.Consents);
            await db.SaveChangesAsync();
        });
        var made = new FaultDesk(desk, vault, log);
        await made.ConsentAsync();
        return made;
    }

    public Task ConsentAsync() => Desk.RunAsync(async db =>
    {
        db.Consents.Add(new Consent
        {
            Id = Guid.CreateVersion7(),
            DossierId = Desk.DossierId,
            WebId = "https://vault.example/an/profile/card#me",
            Issuer = "https://vault.example/",
            Container = Vault.Container.AbsoluteUri,
            GivenAt = Desk.Clock.GetUtcNow(),
            TextVersion = "2026-11",
            TextLanguage = "nl",
            TextSha256 = ConsentText.Find("2026-11", "nl", Desk.Terms)!.Sha256,
        });
        await db.SaveChangesAsync();
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _ticking;
        await Desk.DisposeAsync();
        await Vault.DisposeAsync();
        _stop.Dispose();
        Log.Dispose();
    }

    private async Task TickAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await Task.Delay(25);
            Desk.Clock.Advance(TimeSpan.FromMilliseconds(25));
        }
    }
}

/// <summary>All log lines of a process, as text with their values.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => new Lines(categoryName, _lines);

    public void Dispose()
    {
    }

    private sealed class Lines(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{category} {state}"));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{category} {formatter(state, exception)} {exception}"));
    }
}
