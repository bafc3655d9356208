using System.Net;
using System.Net.Sockets;

namespace SolidLoonfiches.Vault;

/// <summary>
/// Which URLs and addresses may be visited. A vault's URL comes from a citizen's profile, so it may point anywhere:
/// also into the OCMW's own network (server-side request forgery). Ranges: the IANA special-purpose registries for
/// IPv4 and IPv6 (RFC 6890 and later), those not globally reachable.
/// </summary>
internal static class AddressGuard
{
    // Never, on no stand: "this network", cloud metadata (link-local), documentation, benchmarking, multicast, reserved,
    // and the ranges that carry an IPv4 address inside them (NAT64, 6to4, Teredo), which would hide another one.
    private static readonly IPNetwork[] Never =
    [
        .. Networks("0.0.0.0/8 169.254.0.0/16 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"),
        .. Networks("::/128 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fe80::/10 fec0::/10 ff00::/8"),
    ];

    // The own machine and the own network: on a stand only. CGNAT (100.64/10) stands here because container networks use it.
    private static readonly IPNetwork[] OwnNetwork =
        [.. Networks("10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 172.16.0.0/12 192.168.0.0/16 ::1/128 fc00::/7")];

    /// <summary>May this address be connected to?</summary>
    public static bool Allows(IPAddress address, bool allowLoopback)
    {
        // ::ffff:10.0.0.1 is 10.0.0.1. The deprecated ::a.b.c.d form is refused with the rest of ::/96 below.
        var folded = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (Never.Any(network => network.Contains(folded)))
        {
            return false;
        }

        if (OwnNetwork.Any(network => network.Contains(folded)))
        {
            return allowLoopback;
        }

        return folded.AddressFamily switch
        {
            AddressFamily.InterNetwork => true,
            // Only 2000::/3 has been given out as global unicast.
            AddressFamily.InterNetworkV6 => (folded.GetAddressBytes()[0] & 0xE0) == 0x20,
            _ => false,
        };
    }

    /// <summary>May this URL be asked for? Says why not, in English and without the URL; null where it may.</summary>
    public static string? Refusal(Uri url, bool allowLoopback)
    {
        if (!url.IsAbsoluteUri || url.Host.Length == 0)
        {
            return "not an absolute URL";
        }

        if (url.UserInfo.Length > 0)
        {
            return "user information in the URL";
        }

        if (url.Scheme == Uri.UriSchemeHttp)
        {
            return allowLoopback && IsLoopbackName(url) ? null : "http without encryption";
        }

        if (url.Scheme != Uri.UriSchemeHttps)
        {
            return "a scheme that is not https";
        }

        // Below 1024 stand mail, shells and directories; no vault does.
        return url.Port is 443 or >= 1024 ? null : "a port that belongs to another service";
    }

    private static bool IsLoopbackName(Uri url) =>
        url.IsLoopback || url.IdnHost.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<IPNetwork> Networks(string list) => list.Split(' ').Select(IPNetwork.Parse);
}

/// <summary>The URL or address may not be visited (<see cref="AddressGuard"/>).</summary>
public sealed class AddressRefusedException(string message) : Exception(message);
