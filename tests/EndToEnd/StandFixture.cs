using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Stand;

namespace SolidLoonfiches.EndToEnd.Tests;

/// <summary>The real stand, as <c>deploy/local/up</c> starts it, on free ports and a temporary folder; and a browser.</summary>
public sealed class StandFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("loonfiches-stand-").FullName;
    private readonly List<string> _said = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private Server? _acp;

    internal RunningStand Stand { get; private set; } = null!;

    /// <summary>A second Solid server, of somebody else and with another system of rules: Access Control Policy, where the stand's has Web Access Control.</summary>
    internal Uri AcpVaults { get; private set; } = null!;

    /// <summary>What the stand said while it started.</summary>
    internal IReadOnlyList<string> Said => _said;

    /// <summary>Pages are photographed here; kept after the tests.</summary>
    internal string Screenshots { get; } = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "loonfiches-screenshots")).FullName;

    public async ValueTask InitializeAsync()
    {
        var ports = FreePorts.Any();
        AcpVaults = FreePorts.Any().VaultsUrl;
        _acp = Server.Start("vaults with ACP", Path.Combine(_folder, "vaults-acp.log"), StandServers.SolidServer(AcpVaults, Path.Combine(_folder, "vaults-acp"), "@css:config/file-acp.json"));
        Stand = await RunningStand.StartAsync(new StandOptions(_folder, ports.Vaults, ports.Service, ports.Login, ports.Smtp, ports.Mail, ports.Receiver), _said.Add, CancellationToken.None);
        await _acp.ReadyAsync(Stand.Http, new Uri(AcpVaults, ".well-known/openid-configuration"), TimeSpan.FromSeconds(60), CancellationToken.None);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Headless = true });
    }

    /// <summary>A browser of one person: own cookies, nothing shared with others.</summary>
    internal async Task<Visitor> VisitAsync(bool javaScript = true)
    {
        var context = await NewContextAsync(javaScript);
        return new Visitor(this, context, await context.NewPageAsync(), javaScript);
    }

    internal Task<IBrowserContext> NewContextAsync(bool javaScript = true) =>
        _browser!.NewContextAsync(new() { JavaScriptEnabled = javaScript, Locale = "nl-BE", TimezoneId = "Europe/Brussels", BaseURL = Stand.Ports.ServiceUrl.AbsoluteUri });

    internal Task<T> InDatabaseAsync<T>(Func<DossierDb, Task<T>> run) => Stand.Records.InDatabaseAsync(run);

    internal Task<Dossier> DossierAsync(Citizen citizen) => Stand.Seed.DossierAsync(citizen, CancellationToken.None);

    internal async Task<IReadOnlyList<Check>> ChecksAsync(Guid dossier) => [.. (await InDatabaseAsync(db => db.Checks.AsNoTracking().Where(check => check.DossierId == dossier).ToListAsync())).OrderBy(check => check.CheckedAt)];

    /// <summary>Runs <c>check</c> as an operator does.</summary>
    internal Task<string> CheckAsync(params string[] more) => Stand.Servers.RunVerbAsync("check-by-test", ["check", .. more], CancellationToken.None);

    /// <summary>How many rows every table of the records has.</summary>
    [SuppressMessage("Security", "EF1002", Justification = "The names of tables come from the model.")]
    internal Task<IReadOnlyDictionary<string, long>> CountRowsAsync() => InDatabaseAsync<IReadOnlyDictionary<string, long>>(async db =>
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct(StringComparer.Ordinal))
        {
            counts[table] = await db.Database.SqlQueryRaw<long>($"SELECT COUNT(*) AS \"Value\" FROM \"{table}\"").SingleAsync();
        }

        return counts;
    });

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (Stand is not null)
        {
            await Stand.DisposeAsync();
        }

        if (_acp is not null)
        {
            await _acp.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>One stand for all tests, one test at a time.</summary>
[CollectionDefinition(Name)]
public sealed class StandCollection : ICollectionFixture<StandFixture>
{
    public const string Name = "stand";
}
