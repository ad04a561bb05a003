using System.Net;
using System.Net.Sockets;

namespace VideoPoet.Torch.Gloo;

/// <summary>The address of this machine by which others reach it.</summary>
internal static class OwnAddress
{
    /// <summary>The address from which a machine is reached; no packet is sent.</summary>
    /// <exception cref="SocketException">The name is unknown, or no way leads there.</exception>
    public static IPAddress Towards(string host, int port)
    {
        var target = Dns.GetHostAddresses(host)[0];
        using var socket = new Socket(target.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        socket.Connect(target, port);
        return ((IPEndPoint)socket.LocalEndPoint!).Address;
    }

    /// <summary>
    /// The address that the others can reach: the name of rank 0's machine often stands for its loopback on that machine itself, and then the way to
    /// one of the others tells.
    /// </summary>
    /// <param name="own">The address towards rank 0.</param>
    /// <param name="all">The same of every rank.</param>
    /// <param name="port">Any port.</param>
    public static IPAddress Reachable(IPAddress own, IEnumerable<string> all, int port) =>
        IPAddress.IsLoopback(own) && all.FirstOrDefault(other => !IPAddress.IsLoopback(IPAddress.Parse(other))) is { } elsewhere
            ? Towards(elsewhere, port)
            : own;
}
