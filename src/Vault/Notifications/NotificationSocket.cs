using System.Net.WebSockets;

namespace SolidLoonfiches.Vault;

/// <summary>Listens on the WebSocket of a subscription.</summary>
public sealed class NotificationSocket(bool allowLoopback) : IDisposable
{
    private readonly HttpMessageInvoker _guarded = new(GuardedHandler.Transport(allowLoopback));

    /// <summary>Calls back for each message, until the vault closes the connection or it breaks.</summary>
    /// <param name="receiveFrom">The address that the subscription gave.</param>
    /// <param name="onMessage">The message itself is not looked at: it is a hint.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="WebSocketException">It could not be opened, or broke.</exception>
    public async Task ListenAsync(Uri receiveFrom, Action onMessage, CancellationToken cancellation)
    {
        var asHttp = new UriBuilder(receiveFrom) { Scheme = receiveFrom.Scheme == "ws" ? Uri.UriSchemeHttp : receiveFrom.Scheme == "wss" ? Uri.UriSchemeHttps : receiveFrom.Scheme, Port = receiveFrom.Port }.Uri;
        if (AddressGuard.Refusal(asHttp, allowLoopback) is { } refusal)
        {
            throw new WebSocketException(WebSocketError.Faulted, refusal);
        }

        using var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(30);
        await socket.ConnectAsync(receiveFrom, _guarded, cancellation);
        var piece = new byte[4096];
        while (true)
        {
            var got = await socket.ReceiveAsync(piece.AsMemory(), cancellation);
            if (got.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            if (got.EndOfMessage)
            {
                onMessage();
            }
        }
    }

    public void Dispose() => _guarded.Dispose();
}
