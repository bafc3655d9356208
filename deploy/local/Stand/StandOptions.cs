namespace SolidLoonfiches.Stand;

/// <summary>Where the servers listen, all on loopback.</summary>
/// <param name="Vaults">The Solid server. Its address is part of every WebID, so a data folder keeps it.</param>
/// <param name="Service">The pages. Its address is the service's own identity, so a data folder keeps it too.</param>
/// <param name="Login">The provider that stands for ACM/IDM.</param>
/// <param name="Smtp">The mail receiver.</param>
/// <param name="Mail">Where its messages are read.</param>
/// <param name="Receiver">What stands for the OCMW's own package.</param>
internal sealed record StandPorts(int Vaults, int Service, int Login, int Smtp, int Mail, int Receiver)
{
    public static StandPorts Default { get; } = new(3000, 5000, 5100, 1025, 1080, 5200);

    public Uri VaultsUrl => Url(Vaults);

    public Uri ServiceUrl => Url(Service);

    public Uri LoginUrl => Url(Login);

    public Uri MailUrl => Url(Mail);

    public Uri ReceiverUrl => Url(Receiver);

    // Not 127.0.0.1: the Solid server accepts http from the host named localhost alone.
    private static Uri Url(int port) => new($"http://localhost:{port}/");
}

/// <param name="Data">Folder that keeps everything: vaults, records, mails, logs.</param>
/// <param name="Vaults">Port, or null for the one of the data folder, else the default; likewise the others.</param>
internal sealed record StandOptions(string Data, int? Vaults = null, int? Service = null, int? Login = null, int? Smtp = null, int? Mail = null, int? Receiver = null);
