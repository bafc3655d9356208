namespace SolidLoonfiches.Delivery;

/// <summary>How events reach the OCMW's software. Validated on start.</summary>
public sealed class EventOptions
{
    /// <summary>Allows endpoints in the own network, and http to this machine: for software that stands beside the service, or a stand.</summary>
    public bool AllowOwnNetwork { get; set; }

    /// <summary>Root of the service, in the events' <c>source</c> and in what they refer to.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Longest time for one answer. Default 15 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a secret that was replaced still signs beside the new one. Default a week.</summary>
    public TimeSpan FormerSecretHolds { get; set; } = TimeSpan.FromDays(7);

    internal IEnumerable<string> Problems()
    {
        if (Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromMinutes(2))
        {
            yield return "Events:Timeout is more than zero and at most two minutes.";
        }

        if (FormerSecretHolds < TimeSpan.FromHours(1) || FormerSecretHolds > TimeSpan.FromDays(90))
        {
            yield return "Events:FormerSecretHolds lies from an hour to 90 days.";
        }
    }
}
