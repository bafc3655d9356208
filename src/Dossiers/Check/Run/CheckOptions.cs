namespace SolidLoonfiches.Dossiers;

/// <summary>How much a run does at the same time.</summary>
public sealed class CheckOptions
{
    /// <summary>Dossiers of one process, over all its runs.</summary>
    public int AtOnce { get; set; } = 64;

    /// <summary>Requests in flight to one server of vaults, over all processes that share the database: a Solid server gains nothing above eight.</summary>
    public int PerHost { get; set; } = 8;

    /// <summary>An OCMW with more is done in slices, side by side on all nodes.</summary>
    public int DossiersPerSlice { get; set; } = 5_000;
}
