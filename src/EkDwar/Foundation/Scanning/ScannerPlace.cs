using System.Globalization;
using System.Net.Sockets;

namespace EkDwar.Foundation.Scanning;

/// <summary>
/// Where the malware scanner listens: EKDWAR_CLAMD, as <c>tcp://host:port</c> or <c>unix:/path/of/clamd.ctl</c>. Without
/// it papers are taken without being scanned.
/// </summary>
public sealed record ScannerPlace(string? Host, int Port, string? SocketFile)
{
    public static readonly ScannerPlace None = new(null, 0, null);

    public bool IsGiven => Host is not null || SocketFile is not null;

    public static ScannerPlace FromEnvironment() => Parse(Environment.GetEnvironmentVariable("EKDWAR_CLAMD"));

    /// <exception cref="CannotStart">it is neither of the two forms: better not to start than not to scan</exception>
    public static ScannerPlace Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return None;
        if (text.StartsWith("unix:/", StringComparison.Ordinal)) return new(null, 0, text["unix:".Length..]);
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "tcp", Host.Length: > 0, Port: > 0 }) return new(uri.Host, uri.Port, null);
        throw new CannotStart("foundation.start.clamd", ("given", text));
    }

    /// <summary>A new connection. Throws what the network throws.</summary>
    public async Task<Socket> Connect(CancellationToken stop)
    {
        var socket = SocketFile is null ? new Socket(SocketType.Stream, ProtocolType.Tcp) : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            if (SocketFile is null) await socket.ConnectAsync(Host!, Port, stop);
            else await socket.ConnectAsync(new UnixDomainSocketEndPoint(SocketFile), stop);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public override string ToString() => SocketFile is null ? string.Create(CultureInfo.InvariantCulture, $"tcp://{Host}:{Port}") : "unix:" + SocketFile;
}
