using System.Net;
using System.Net.Sockets;

namespace SolidLoonfiches.Vault;

/// <summary>Refuses URLs that may not be visited before anything is resolved.</summary>
internal sealed class GuardedHandler(bool allowLoopback) : DelegatingHandler
{
    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var refusal = request.RequestUri is { } url ? AddressGuard.Refusal(url, allowLoopback) : "no URL";
        return refusal is null ? base.SendAsync(request, cancellationToken) : throw new AddressRefusedException(refusal);
    }

    /// <summary>
    /// The transport: resolves the name, checks the addresses, and connects to a checked one, so that a second answer of
    /// the name server cannot lead elsewhere. No redirects, cookies, proxy (it would connect in our place) or compression.
    /// </summary>
    public static SocketsHttpHandler Transport(bool allowLoopback) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        Credentials = null,
        // No trace headers to vaults, and no spans that carry a vault's URL.
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        // Names are resolved anew, so that a vault that moves is found.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        // A Solid server answers about 100 requests a second; more connections to one host only add waiting.
        MaxConnectionsPerServer = 16,
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, allowLoopback, cancellation),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, bool allowLoopback, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellation);
        var allowed = Array.FindAll(addresses, address => AddressGuard.Allows(address, allowLoopback));
        if (allowed.Length == 0 && addresses.Length > 0)
        {
            throw new AddressRefusedException("the name leads to an address that may not be visited");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
