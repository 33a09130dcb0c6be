using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using EkDwar.Notifying.Email;
using EkDwar.People;

namespace EkDwar.Tests.Notifying.Email;

/// <summary>A mail as it arrived, read by Python's own reader, with the envelope it came in.</summary>
public sealed record Arrived(JsonElement Mail, JsonElement Envelope)
{
    public string Header(string name) => Mail.GetProperty("headers").GetProperty(name).GetString()!;
    public bool Has(string header) => Mail.GetProperty("headers").TryGetProperty(header, out _);
    public string FromName => Mail.GetProperty("from_name").GetString()!;
    public string Text => Mail.GetProperty("text").GetString()!;
    public string Html => Mail.GetProperty("html").GetString()!;
    public IReadOnlyList<(string Name, string Type, byte[] Content)> Files => [.. Mail.GetProperty("files").EnumerateArray().Select(file =>
        (file.GetProperty("name").GetString()!, file.GetProperty("type").GetString()!, file.GetProperty("content").GetBytesFromBase64()))];
    public IReadOnlyList<string> Defects => [.. Mail.GetProperty("defects").EnumerateArray().Select(defect => defect.GetString()!)];
    public string ReturnPath => Envelope.GetProperty("from").GetString()!;
    public IReadOnlyList<string> To => [.. Envelope.GetProperty("to").EnumerateArray().Select(one => one.GetString()!)];
    public bool CameByTls => Envelope.GetProperty("tls").GetBoolean();
    public bool HadLogin => Envelope.GetProperty("login").GetBoolean();
}

/// <summary>Debian's aiosmtpd on a port of its own, with a certificate made for it. It takes mail, or misbehaves as it is told.</summary>
public sealed class MailServer : IAsyncDisposable
{
    public const string From = "no-reply@ekdwar.example";

    // One authority for the process: whom to trust is asked in one place for all lines.
    static readonly Lazy<(string Certificate, string Key)> Own = new(MakeCertificate);

    readonly Process process;
    readonly string folder = Directory.CreateTempSubdirectory("ekdwar-mail").FullName;

    public MailServer(bool isStranger = false)
    {
        var (certificate, key) = isStranger ? MakeCertificate() : Own.Value;
        process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-W", "ignore", Script("smtp_server.py"), folder, certificate, key]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Port = int.Parse(process.StandardOutput.ReadLine()!.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    public int Port { get; }

    public MailRelay Relay(string name = "smtp") => new(name, "localhost", Port) { Authority = Own.Value.Certificate, Longest = TimeSpan.FromSeconds(20) };

    public static MailSettings Settings(params MailRelay[] relays) => new(Parsed(From), "returns.ekdwar.example", relays);

    public static EmailAddress Parsed(string address)
    {
        Assert.True(EmailAddress.TryParse(address, out var parsed), address);
        return parsed;
    }

    /// <summary>take, gone, later, stall, cut, bare or log-in: from now on.</summary>
    public async Task Becomes(string mode)
    {
        await process.StandardInput.WriteLineAsync(mode);
        await process.StandardInput.FlushAsync();
        Assert.Equal($"is {mode}", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>All that came whole so far, in the order in which it came.</summary>
    public async Task<IReadOnlyList<Arrived>> Came()
    {
        var all = new List<Arrived>();
        for (var at = 1; File.Exists(Path.Combine(folder, $"{at}.json")); at++)
            all.Add(new(await Read(Path.Combine(folder, $"{at}.eml")), JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, $"{at}.json"))).RootElement));
        return all;
    }

    static async Task<JsonElement> Read(string file)
    {
        using var reader = Process.Start(new ProcessStartInfo("/usr/bin/python3", [Script("read_mail.py"), file]) { RedirectStandardOutput = true })!;
        var json = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        Assert.Equal(0, reader.ExitCode);
        return JsonDocument.Parse(json).RootElement;
    }

    static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Notifying", "Email", name);

    static (string Certificate, string Key) MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var asked = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        asked.CertificateExtensions.Add(names.Build());
        // TLS asks the machine's clock, not the house's.
        var now = TimeProvider.System.GetUtcNow();
        using var made = asked.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        var folder = Directory.CreateTempSubdirectory("ekdwar-tls").FullName;
        var (certificate, secret) = (Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem"));
        File.WriteAllText(certificate, made.ExportCertificatePem());
        File.WriteAllText(secret, key.ExportPkcs8PrivateKeyPem());
        return (certificate, secret);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
