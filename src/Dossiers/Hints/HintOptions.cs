namespace SolidLoonfiches.Dossiers;

/// <summary>Whether vaults are asked to tell us of news, and where.</summary>
public sealed class HintOptions
{
    /// <summary>False: nothing is subscribed to, and what was is ended. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Root of the service as vaults reach it.</summary>
    public Uri? BaseUrl { get; set; }
}
