using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using EkDwar.Foundation;
using EkDwar.Foundation.Scanning;
using Microsoft.Extensions.Logging.Abstractions;

namespace EkDwar.Tests.Foundation.Scanning;

public sealed class Debian_s_clamd(Clamd clamd) : IClassFixture<Clamd>
{
    [Fact]
    public async Task lets_a_clean_file_pass_and_knows_malware_in_a_large_one()
    {
        var scanner = new MalwareScanner(clamd.Place, new TestClock(), NullLogger<MalwareScanner>.Instance);
        var large = RandomNumberGenerator.GetBytes(300_000);
        Assert.Equal(ScanVerdict.Clean, await scanner.Scan(large));
        Clamd.Malware.CopyTo(large, 199_990);
        Assert.Equal(ScanVerdict.Infected, await scanner.Scan(large));
        Assert.Equal(ScanVerdict.Clean, await scanner.Scan(default));
    }

    [Fact]
    public async Task says_that_a_file_is_over_its_limit_and_goes_on_scanning_others()
    {
        var scanner = new MalwareScanner(clamd.Place, new TestClock(), NullLogger<MalwareScanner>.Instance);
        Assert.Equal(ScanVerdict.NotNow, await scanner.Scan(new byte[Clamd.StreamLimit + 1]));
        Assert.Equal(ScanVerdict.Clean, await scanner.Scan("sound"u8.ToArray()));
    }
}

public sealed class A_malware_scanner
{
    readonly TestClock clock = new();

    [Theory]
    [InlineData("stream: OK\0", ScanVerdict.Clean)]
    [InlineData("stream: Eicar-Signature FOUND\0", ScanVerdict.Infected)]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", ScanVerdict.NotNow)]
    [InlineData("stream: OK", ScanVerdict.NotNow)]
    [InlineData("stream: OKAY\0", ScanVerdict.NotNow)]
    [InlineData("COMMAND UNAVAILABLE\0", ScanVerdict.NotNow)]
    [InlineData("", ScanVerdict.NotNow)]
    public async Task believes_what_is_said_whole_and_nothing_else(string reply, ScanVerdict verdict)
    {
        using var listener = Listener();
        var heard = Answer(listener, reply);
        var file = RandomNumberGenerator.GetBytes(150_000);
        Assert.Equal(verdict, await Of(listener).Scan(file));
        Assert.Equal(file, await heard);
    }

    [Fact]
    public async Task that_is_down_is_left_alone_for_half_a_minute()
    {
        var down = Listener();
        var (scanner, place) = (Of(down), (IPEndPoint)down.LocalEndpoint);
        down.Dispose();
        Assert.Equal(ScanVerdict.NotNow, await scanner.Scan("x"u8.ToArray()));
        using var up = new TcpListener(place);
        up.Start();
        Assert.Equal(ScanVerdict.NotNow, await scanner.Scan("x"u8.ToArray()));
        Assert.False(up.Pending());
        clock.Advance(TimeSpan.FromSeconds(31));
        var heard = Answer(up, "stream: OK\0");
        Assert.Equal(ScanVerdict.Clean, await scanner.Scan("x"u8.ToArray()));
        await heard;
    }

    [Theory]
    [InlineData("tcp://localhost:3310", "tcp://localhost:3310")]
    [InlineData("unix:/run/clamav/clamd.ctl", "unix:/run/clamav/clamd.ctl")]
    public void is_found_at_either_kind_of_address(string text, string place) => Assert.Equal(place, ScannerPlace.Parse(text).ToString());

    [Theory]
    [InlineData("localhost:3310")]
    [InlineData("http://localhost:3310")]
    [InlineData("tcp://localhost")]
    [InlineData("unix:clamd.ctl")]
    public void at_no_address_at_all_stops_the_start(string text) =>
        Assert.Equal("foundation.start.clamd", Assert.Throws<CannotStart>(() => ScannerPlace.Parse(text)).Key);

    [Fact]
    public void is_not_there_when_nobody_says_where() => Assert.False(ScannerPlace.Parse(" ").IsGiven);

    MalwareScanner Of(TcpListener listener) =>
        new(ScannerPlace.Parse($"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"), clock, NullLogger<MalwareScanner>.Instance);

    static TcpListener Listener()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    /// <summary>Takes one INSTREAM as clamd(8) describes it, to the letter, and gives what was streamed.</summary>
    static async Task<byte[]> Answer(TcpListener listener, string reply)
    {
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        var command = new byte["zINSTREAM\0".Length];
        await stream.ReadExactlyAsync(command);
        Assert.Equal("zINSTREAM\0"u8.ToArray(), command);
        var taken = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length);
            var chunk = new byte[BinaryPrimitives.ReadUInt32BigEndian(length)];
            if (chunk.Length == 0) break;
            await stream.ReadExactlyAsync(chunk);
            taken.Write(chunk);
        }
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(reply));
        return taken.ToArray();
    }
}
