namespace SolidLoonfiches.Vault;

/// <summary>How a vault is read. Validated on start.</summary>
public sealed class VaultOptions
{
    /// <summary>Largest body that is read, in bytes, from 1 KiB to 64 MiB. Default 1 MiB (a payslip has about 3 KB).</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// Largest listing of a container that is read, in bytes, from 1 KiB to 64 MiB. Default 16 MiB: a Community Solid Server
    /// writes 250 to 400 bytes for each member, so ten thousand members come to some 4 MB.
    /// </summary>
    public int MaxListingBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Longest time for one answer, its body included; more than zero, at most 10 minutes. Default 20 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Allows http to localhost and addresses of the own network: for a stand on one machine only.</summary>
    public bool AllowLoopback { get; set; }
}
