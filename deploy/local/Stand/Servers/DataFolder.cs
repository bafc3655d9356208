using System.Text.Json;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Stand;

/// <summary>What a data folder remembers between two starts.</summary>
/// <param name="Ports">Part of the identities in it: kept.</param>
/// <param name="LastMonth">The last of the four months with payslips, fixed when the folder was made.</param>
/// <param name="Told">The whole story was told, with every expectation met.</param>
internal sealed record DataFolderState(StandPorts Ports, Maand LastMonth, bool Told);

/// <summary>The folder that <c>--data</c> names.</summary>
internal sealed class DataFolder
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly string _stateFile;

    private DataFolder(string path, DataFolderState state)
    {
        Root = path;
        _stateFile = Path.Combine(path, "stand.json");
        State = state;
    }

    public string Root { get; }

    public DataFolderState State { get; private set; }

    public string Vaults => Path.Combine(Root, "vaults");

    public string Records => Path.Combine(Root, "records");

    public string Mails => Path.Combine(Root, "mail");

    public string Personas => Path.Combine(Root, "personas.json");

    /// <summary>What stands for the OCMW's package received, a line each.</summary>
    public string Received => Path.Combine(Root, "received.jsonl");

    /// <summary>The secrets with which it verifies events; for this user alone.</summary>
    public string ReceiverSecrets => Path.Combine(Root, "receiver.secrets");

    public string Log(string server) => Path.Combine(Root, "logs", server + ".log");

    /// <param name="lastFullMonth">For a new folder: the month before today's.</param>
    /// <exception cref="StandException">Another port is asked for than the folder was made with.</exception>
    public static DataFolder Open(StandOptions options, Maand lastFullMonth)
    {
        var path = Path.GetFullPath(options.Data);
        Directory.CreateDirectory(path);
        foreach (var part in new[] { "vaults", "records", "mail", "logs" })
        {
            Directory.CreateDirectory(Path.Combine(path, part));
        }

        var stateFile = Path.Combine(path, "stand.json");
        var before = File.Exists(stateFile) ? JsonSerializer.Deserialize<DataFolderState>(File.ReadAllBytes(stateFile), Json) : null;
        var kept = before?.Ports ?? StandPorts.Default;
        var ports = new StandPorts(options.Vaults ?? kept.Vaults, options.Service ?? kept.Service, options.Login ?? kept.Login, options.Smtp ?? kept.Smtp, options.Mail ?? kept.Mail, options.Receiver ?? (kept.Receiver > 0 ? kept.Receiver : StandPorts.Default.Receiver));
        if (before is not null && (ports.Vaults, ports.Service) != (kept.Vaults, kept.Service))
        {
            throw new StandException($"The data folder {path} was made with the vaults on port {kept.Vaults} and the service on port {kept.Service}. These addresses stand in its vaults and access rules: start it with the same ports, or take a new folder with --data.");
        }

        var folder = new DataFolder(path, before is null ? new(ports, lastFullMonth, Told: false) : before with { Ports = ports });
        folder.Save();
        return folder;
    }

    public void MarkTold()
    {
        State = State with { Told = true };
        Save();
    }

    private void Save() => File.WriteAllBytes(_stateFile, JsonSerializer.SerializeToUtf8Bytes(State, Json));
}
