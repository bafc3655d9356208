namespace SolidLoonfiches.Vault;

/// <summary>A subscription to what happens in one container (Solid Notifications Protocol 0.3).</summary>
/// <param name="Id">Its address. Whoever knows it may end it on Community Solid Server: a secret.</param>
/// <param name="Kind">How messages come.</param>
/// <param name="EndsAt">When the server lets it lapse; null: it did not say.</param>
/// <param name="Sender">WebID that signs the messages of a webhook.</param>
/// <param name="ReceiveFrom">Address of a WebSocket. A secret: nothing else is asked there.</param>
public sealed record NotificationChannel(Uri Id, ChannelKind Kind, DateTimeOffset? EndsAt, Uri? Sender, Uri? ReceiveFrom)
{
    /// <summary>Never the addresses: it may end in a log.</summary>
    public override string ToString() => $"NotificationChannel {Kind}";
}

/// <summary>How messages come.</summary>
public enum ChannelKind
{
    /// <summary>The vault posts to us.</summary>
    Webhook,

    /// <summary>We hold a connection.</summary>
    WebSocket,
}
