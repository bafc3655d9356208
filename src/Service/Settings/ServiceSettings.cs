using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>Where the service stands and keeps its data: <c>Service:*</c> and <c>Storage:*</c>.</summary>
/// <param name="BaseUrl">Root URL as browsers and vaults reach it, ending in a slash.</param>
/// <param name="Data">Folder for the files of SQLite.</param>
/// <param name="Storage">The database and Quartz's own.</param>
internal sealed record ServiceSettings(Uri BaseUrl, string Data, StorageOptions Storage)
{
    private static readonly string[] DataFiles = ["dossiers.db", "schedule.db"];

    /// <summary>Plain http is for one machine only: it is allowed at localhost and nowhere else.</summary>
    public bool IsHttps => BaseUrl.Scheme == Uri.UriSchemeHttps;

    public Uri At(string path) => new(BaseUrl, path);

    /// <summary>A cookie's name with the prefix that binds it to this host and to https, where there is https (RFC 6265bis §4.1.3).</summary>
    public string CookieName(string name) => IsHttps ? "__Host-" + name : name;

    /// <exception cref="SettingsException">A setting is missing or cannot be.</exception>
    public static ServiceSettings Read(IConfiguration configuration)
    {
        var baseUrl = ReadBaseUrl(configuration["Service:BaseUrl"]);
        var data = Path.GetFullPath(configuration["Service:Data"] is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "solidloonfiches"));
        var storage = configuration.GetSection("Storage").Get<StorageOptions>() ?? new StorageOptions();
        switch (storage.Provider)
        {
            case "Sqlite":
                storage.ConnectionString = Or(storage.ConnectionString, SourceOf(data, DataFiles[0]));
                storage.ScheduleConnectionString = Or(storage.ScheduleConnectionString, SourceOf(data, DataFiles[1]));
                break;
            case "Postgres" when storage.ConnectionString.Length > 0:
                storage.ScheduleConnectionString = Or(storage.ScheduleConnectionString, storage.ConnectionString);
                break;
            case "Postgres":
                throw new SettingsException("Storage:ConnectionString", "ontbreekt: met Storage:Provider Postgres is een verbinding nodig");
            default:
                throw new SettingsException("Storage:Provider", "is Sqlite of Postgres");
        }

        return new(baseUrl, data, storage);
    }

    /// <summary>Makes the data folder and its files, for the user of this process only; a folder that somebody else made keeps the rights that it has.</summary>
    public void MakeDataFolder()
    {
        if (Storage.Provider != "Sqlite")
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Data);
            return;
        }

        Directory.CreateDirectory(Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        // SQLite makes files as the umask has it, mostly readable to all, and gives its log and index the rights of the file itself.
        foreach (var file in DataFiles.Where(name => Storage.ConnectionString == Source(name) || Storage.ScheduleConnectionString == Source(name)))
        {
            using var made = new FileStream(Path.Combine(Data, file), new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        }

        string Source(string name) => SourceOf(Data, name);
    }

    private static string SourceOf(string data, string file) => "Data Source=" + Path.Combine(data, file);

    private static Uri ReadBaseUrl(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.AbsolutePath != "/" || url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            throw new SettingsException("Service:BaseUrl", "is het adres van de dienst zelf, zonder pad, zoals https://loonfiches.example/");
        }

        return url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.Host == "localhost")
            ? url
            : throw new SettingsException("Service:BaseUrl", "moet met https beginnen; http mag alleen voor http://localhost");
    }

    private static string Or(string value, string fallback) => value.Length > 0 ? value : fallback;
}

/// <summary>The operator's configuration cannot work. The message names the setting and never repeats its value, which may be a secret.</summary>
internal sealed class SettingsException(string setting, string problem) : Exception($"De instelling {setting} {problem}.");
