using System.Security.Cryptography;

namespace SolidLoonfiches.Stand;

/// <summary>Starts and stops the servers: the vaults, the login, the mail receiver and the service.</summary>
internal sealed class StandServers(DataFolder data, HttpClient http, Action<string> say) : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(90);

    private readonly List<Server> _running = [];
    private readonly string _clientSecret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>While the story is told the schedule finds what is new; afterwards the vaults tell of it themselves.</summary>
    private bool _vaultsTell = data.State.Told;

    private StandPorts Ports => data.State.Ports;

    /// <summary>Starts all of them and waits until each answers.</summary>
    /// <exception cref="StandException">A port is taken, or a server did not come up.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        FreePorts.Demand(Ports);
        Personas.Write(data.Personas, Ports);
        WriteServiceSettings();

        var vaults = Start("vaults", SolidServer(Ports.VaultsUrl, data.Vaults, "@css:config/file.json"));
        File.AppendAllText(data.ReceiverSecrets, "");
        ForThisUser(data.ReceiverSecrets);
        var receiver = Start("receiver", ["dotnet", Repository.Receiver, "--port", $"{Ports.Receiver}", "--secrets", data.ReceiverSecrets, "--data", data.Received]);
        var mail = Start("mail", ["node", Module("maildev", "dist", "bin", "maildev.js"), "--ip", "127.0.0.1", "--smtp", $"{Ports.Smtp}", "--web-ip", "127.0.0.1", "--web", $"{Ports.Mail}", "--mail-directory", data.Mails]);
        var login = Start("login", ["dotnet", Repository.AcmIdm, "--issuer", Ports.LoginUrl.AbsoluteUri, "--site", Ports.ServiceUrl.AbsoluteUri, "--clientId", "loonfiches", "--personas", data.Personas], new Dictionary<string, string>(StringComparer.Ordinal) { ["clientSecret"] = _clientSecret });
        await login.ReadyAsync(http, new Uri(Ports.LoginUrl, ".well-known/openid-configuration"), LongestStart, cancellation);
        var service = Start("service", ["dotnet", Repository.Service, "serve"], ServiceSettings());
        await Task.WhenAll(
            receiver.ReadyAsync(http, new Uri(Ports.ReceiverUrl, "received"), LongestStart, cancellation),
            mail.ReadyAsync(http, new Uri(Ports.MailUrl, "api/email"), LongestStart, cancellation),
            vaults.ReadyAsync(http, new Uri(Ports.VaultsUrl, ".well-known/openid-configuration"), LongestStart, cancellation),
            service.ReadyAsync(http, new Uri(Ports.ServiceUrl, ".well-known/openid-configuration"), LongestStart, cancellation));
        _running.ForEach(server => server.DemandAlive());
        say($"The vaults, the login, the mail receiver, the OCMW's package and the service answer; their output is in {data.Log("*")}");
    }

    /// <summary>Starts the service anew, subscribed to the vaults.</summary>
    public async Task LetVaultsTellAsync(CancellationToken cancellation)
    {
        var before = _running.Single(server => server.Name == "service");
        _running.Remove(before);
        await before.DisposeAsync();
        _vaultsTell = true;
        WriteServiceSettings();
        var service = Server.Start("service", data.Log("service-after-story"), ["dotnet", Repository.Service, "serve"], ServiceSettings());
        _running.Add(service);
        await service.ReadyAsync(http, new Uri(Ports.ServiceUrl, ".well-known/openid-configuration"), LongestStart, cancellation);
        say("The service subscribed to the vaults: from here on they tell it of a new payslip, and it is checked within seconds");
    }

    /// <summary>Runs a verb of the service to its end.</summary>
    /// <returns>What it wrote.</returns>
    /// <exception cref="StandException">It ended with another code than 0.</exception>
    public async Task<string> RunVerbAsync(string logName, string[] verb, CancellationToken cancellation)
    {
        await using var process = Server.Start("service " + verb[0], data.Log(logName), ["dotnet", Repository.Service, .. verb], ServiceSettings());
        var code = await process.EndAsync(cancellation);
        return code == 0 ? process.Output() : throw new StandException($"The verb '{string.Join(' ', verb)}' of the service ended with code {code}:\n{process.Tail()}");
    }

    /// <summary>Waits until one of the servers ends, which none should.</summary>
    public async Task<StandException> FirstEndAsync(CancellationToken cancellation)
    {
        var ended = await Task.WhenAny(_running.Select(async server =>
        {
            await server.EndAsync(cancellation);
            return server;
        }));
        var server = await ended;
        return new StandException($"The server '{server.Name}' ended by itself:\n{server.Tail()}");
    }

    public async ValueTask DisposeAsync()
    {
        // The service first, so that it does not miss the others.
        _running.Reverse();
        foreach (var server in _running)
        {
            await server.DisposeAsync();
        }

        _running.Clear();
    }

    /// <summary>The command that starts a Community Solid Server on this machine alone.</summary>
    /// <param name="url">Of the server: part of each WebID on it.</param>
    /// <param name="folder">For its files.</param>
    /// <param name="config">One of the server's own: <c>file.json</c> keeps rules by Web Access Control, <c>file-acp.json</c> by Access Control Policy.</param>
    public static IReadOnlyList<string> SolidServer(Uri url, string folder, string config) =>
        ["node", "--require", Path.Combine(Repository.Local, "solid", "loopback.cjs"), Module("@solid", "community-server", "bin", "server.js"), "--port", $"{url.Port}", "--baseUrl", url.AbsoluteUri, "--config", config, "--rootFilePath", folder, "--loggingLevel", "warn"];

    private static string Module(params string[] path) => Path.Combine([Repository.Local, "node_modules", .. path]);

    private Server Start(string name, IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? environment = null)
    {
        var server = Server.Start(name, data.Log(name), command, environment);
        _running.Add(server);
        return server;
    }

    private Dictionary<string, string> ServiceSettings() => new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_URLS"] = Ports.ServiceUrl.AbsoluteUri,
        ["Service__BaseUrl"] = Ports.ServiceUrl.AbsoluteUri,
        ["Service__Data"] = data.Records,
        ["Login__Authority"] = Ports.LoginUrl.AbsoluteUri,
        ["Login__ClientId"] = "loonfiches",
        ["Login__ClientSecret"] = _clientSecret,
        ["Mail__Host"] = "localhost",
        ["Mail__Port"] = $"{Ports.Smtp}",
        ["Mail__Security"] = "None",
        ["Mail__From"] = "loonfiches@ocmw-gent.example",
        ["Vault__AllowLoopback"] = "true",
        ["Signatures__Offices__0"] = Cast.PayrollOffice.WebId(Ports.VaultsUrl).AbsoluteUri,
        ["PayrollOffices__0__Name"] = Cast.PayrollOfficeName,
        ["PayrollOffices__0__WebId"] = Cast.PayrollOffice.WebId(Ports.VaultsUrl).AbsoluteUri,
        ["Events__AllowOwnNetwork"] = "true",
        ["Hints__Enabled"] = _vaultsTell ? "true" : "false",
        ["Ocmws__0__Kbo"] = Cast.Gent.Value,
        ["Ocmws__0__Name"] = Cast.GentName,
        ["Ocmws__1__Kbo"] = Cast.Elsewhere.Value,
        ["Ocmws__1__Name"] = Cast.ElsewhereName,
    };

    // For deploy/local/service, which runs a verb against this stand. Holds a secret: for this user alone.
    private void WriteServiceSettings()
    {
        var file = Path.Combine(data.Root, "service.env");
        File.WriteAllText(file, string.Concat(ServiceSettings().Select(setting => $"export {setting.Key}='{setting.Value}'\n")));
        ForThisUser(file);
    }

    private static void ForThisUser(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
