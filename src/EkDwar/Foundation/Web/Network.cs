using System.Net;
using System.Net.Sockets;

namespace EkDwar.Foundation.Web;

/// <summary>
/// The network a request comes from, as far as limits and the log need it: one address of IPv4, a house's or an office's
/// block of IPv6. None for this machine and for private addresses: such a one is a proxy nobody named, or the office's own
/// network, and a limit by it would shut out everybody.
/// </summary>
public static class Network
{
    const int HostBytesOfIPv6 = 8;

    /// <summary>The network of who asks; null when nothing is limited by it.</summary>
    public static string? Of(HttpContext context) => context.Connection.RemoteIpAddress is { } address ? Of(address) : null;

    public static string? Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (IPAddress.IsLoopback(address) || IsPrivate(address, bytes)) return null;
        return address.AddressFamily == AddressFamily.InterNetwork ? address.ToString() : $"{new IPAddress([.. bytes[..HostBytesOfIPv6], .. new byte[HostBytesOfIPv6]])}/64";
    }

    /// <summary>Wide enough that a line of the log points at a provider and a place, and at nobody.</summary>
    public static string Coarse(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address)) return "this machine";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return bytes.Length == 4 ? $"{bytes[0]}.{bytes[1]}.{bytes[2]}.0/24" : $"{new IPAddress([.. bytes[..6], .. new byte[10]])}/48";
    }

    // RFC 1918, RFC 3927, RFC 4193, RFC 4291 (link-local). The addresses carriers share (RFC 6598) are a network like any other.
    static bool IsPrivate(IPAddress address, byte[] bytes) => address.AddressFamily == AddressFamily.InterNetwork
        ? bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and <= 31) || (bytes[0] == 192 && bytes[1] == 168) || (bytes[0] == 169 && bytes[1] == 254)
        : address.IsIPv6LinkLocal || (bytes[0] & 0xfe) == 0xfc;
}
