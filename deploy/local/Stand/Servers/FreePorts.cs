using System.Net;
using System.Net.Sockets;

namespace SolidLoonfiches.Stand;

internal static class FreePorts
{
    /// <exception cref="StandException">Something listens there.</exception>
    public static void Demand(StandPorts ports)
    {
        foreach (var (port, what, option) in new[] { (ports.Vaults, "the vaults", "--vault-port"), (ports.Service, "the service", "--service-port"), (ports.Login, "the login", "--login-port"), (ports.Smtp, "incoming mail", "--smtp-port"), (ports.Mail, "the mail page", "--mail-port"), (ports.Receiver, "the receiver of events", "--receiver-port") })
        {
            if (!IsFree(port, IPAddress.Loopback) || !IsFree(port, IPAddress.IPv6Loopback))
            {
                throw new StandException($"Port {port}, meant for {what}, is taken. Stop what listens there, or give another one with {option} (a data folder keeps its ports: take a new one with --data).");
            }
        }
    }

    /// <summary>Ports that are free at this moment.</summary>
    public static StandPorts Any()
    {
        var listeners = Enumerable.Range(0, 6).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        try
        {
            foreach (var listener in listeners)
            {
                listener.Start();
            }

            var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
            return new(ports[0], ports[1], ports[2], ports[3], ports[4], ports[5]);
        }
        finally
        {
            foreach (var listener in listeners)
            {
                listener.Dispose();
            }
        }
    }

    private static bool IsFree(int port, IPAddress address)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException fault) when (fault.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported or SocketError.ProtocolFamilyNotSupported)
        {
            // A machine without IPv6.
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
