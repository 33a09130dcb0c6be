using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EkDwar.Tests.Foundation.Starting.Refused;

public sealed class Starting_without_its_PostgreSQL : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ekdwar-start-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task says_that_nobody_answered()
    {
        await using var started = On("Host=127.0.0.1;Port=1;Username=ekdwar;Database=ekdwar");
        await started.Says("PostgreSQL did not answer", "check that it runs", "--postgres");
    }

    [Fact]
    public async Task says_that_the_connection_string_cannot_be_read()
    {
        await using var started = On("Hots=127.0.0.1");
        await started.Says("PostgreSQL did not answer", "hots", "--postgres");
    }

    [Fact]
    public async Task says_that_the_password_is_wrong_and_not_what_it_was()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var refusing = RefusePasswords(server);
        await using var started = On($"Host=127.0.0.1;Port={((IPEndPoint)server.LocalEndpoint).Port};Username=ekdwar;Password=s3cret;Database=ekdwar;SSL Mode=Disable;GSS Encryption Mode=Disable");
        var (code, sentence) = await started.End();
        Assert.Equal(1, code);
        Assert.Contains("password authentication failed", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", sentence, StringComparison.Ordinal);
        server.Stop();
        await refusing;
    }

    Started On(string postgres) => Started.Run("serve", "--urls", "http://127.0.0.1:0", "--data", folder.FullName, "--postgres", postgres);

    /// <summary>As much of PostgreSQL's protocol as it takes to ask for a password and to refuse it.</summary>
    static async Task RefusePasswords(TcpListener server)
    {
        byte[] ask = [(byte)'R', 0, 0, 0, 8, 0, 0, 0, 3];
        var fields = Encoding.UTF8.GetBytes("SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user \"ekdwar\"\0\0");
        byte[] refuse = [(byte)'E', 0, 0, 0, (byte)(fields.Length + 4), .. fields];
        var unread = new byte[4096];
        try
        {
            while (true)
            {
                using var client = await server.AcceptTcpClientAsync();
                var stream = client.GetStream();
                await stream.ReadAtLeastAsync(unread, 1);
                await stream.WriteAsync(ask);
                await stream.ReadAtLeastAsync(unread, 1);
                await stream.WriteAsync(refuse);
            }
        }
        catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException)
        {
        }
    }
}
