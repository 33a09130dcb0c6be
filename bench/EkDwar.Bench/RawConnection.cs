using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EkDwar.Bench;

/// <summary>What came back: the status, the headers as text, and how long it took in milliseconds. The body is read and thrown away.</summary>
public readonly record struct RawAnswer(int Status, string Headers, int BodyLength, double Milliseconds)
{
    public string? Header(string name)
    {
        var at = Headers.IndexOf("\r\n" + name + ": ", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        at += name.Length + 4;
        return Headers[at..Headers.IndexOf("\r\n", at, StringComparison.Ordinal)];
    }
}

/// <summary>
/// One kept-alive HTTP/1.1 connection over a bare socket: as little work as a client can do, because it shares the two
/// cores with what it measures. It understands Content-Length and chunked bodies and nothing else.
/// </summary>
public sealed class RawConnection : IDisposable
{
    readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    readonly byte[] buffer = new byte[256 * 1024];
    int start, end;

    public static async Task<RawConnection> Open(int port)
    {
        var connection = new RawConnection();
        await connection.socket.ConnectAsync(IPAddress.Loopback, port);
        return connection;
    }

    public Task<RawAnswer> Get(string path, string cookies) => Send(Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nAccept-Encoding: gzip, deflate, br\r\nCookie: {cookies}\r\n\r\n"));

    public Task<RawAnswer> Post(string path, string cookies, string body) => Send(Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nAccept-Encoding: gzip, deflate, br\r\nCookie: {cookies}\r\n"
        + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));

    public async Task<RawAnswer> Send(ReadOnlyMemory<byte> request)
    {
        var began = TimeProvider.System.GetTimestamp();
        (start, end) = (0, 0);
        await socket.SendAsync(request);
        int headersEnd;
        while ((headersEnd = buffer.AsSpan(0, end).IndexOf("\r\n\r\n"u8)) < 0) await Receive();
        var headers = Encoding.ASCII.GetString(buffer, 0, headersEnd + 2);
        start = headersEnd + 4;
        var answer = new RawAnswer(int.Parse(headers.AsSpan(9, 3), CultureInfo.InvariantCulture), headers, 0, 0);
        var length = answer.Header("Content-Length") is { } given ? await Body(int.Parse(given, CultureInfo.InvariantCulture))
            : answer.Header("Transfer-Encoding") is null ? 0 : await Chunks();
        return answer with { BodyLength = length, Milliseconds = TimeProvider.System.GetElapsedTime(began).TotalMilliseconds };
    }

    /// <summary>The body just read, when it came with a Content-Length.</summary>
    public ReadOnlySpan<byte> LastBytes => buffer.AsSpan(0, end);

    public void Dispose() => socket.Dispose();

    async Task<int> Body(int length)
    {
        while (end - start < length) await Receive();
        return length;
    }

    async Task<int> Chunks()
    {
        var all = 0;
        while (true)
        {
            int line;
            while ((line = buffer.AsSpan(start, end - start).IndexOf("\r\n"u8)) < 0) await Receive();
            var size = int.Parse(Encoding.ASCII.GetString(buffer, start, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            start += line + 2;
            while (end - start < size + 2) await Receive();
            start += size + 2;
            all += size;
            if (size == 0) return all;
        }
    }

    async Task Receive()
    {
        if (end == buffer.Length) throw new InvalidDataException("an answer of more than 256 KB");
        var count = await socket.ReceiveAsync(buffer.AsMemory(end));
        if (count == 0) throw new EndOfStreamException("the server closed the connection");
        end += count;
    }
}
