using System.Diagnostics;
using System.Net.Sockets;
using EkDwar.Foundation.Scanning;

namespace EkDwar.Tests.Foundation.Scanning;

/// <summary>
/// Debian's clamd, with one signature of our own and nothing else: no network, no updater, no database of anybody's. It
/// stops when disposed. Whatever holds <see cref="Malware"/> is malware to it.
/// </summary>
public sealed class Clamd : IAsyncLifetime
{
    public static readonly byte[] Malware = "EKDWAR MALWARE TEST"u8.ToArray();
    public const int StreamLimit = 11 * 1024 * 1024;

    readonly string folder = Directory.CreateTempSubdirectory("ekdwar-clamd-").FullName;
    Process? process;

    public ScannerPlace Place => ScannerPlace.Parse("unix:" + Path.Combine(folder, "socket"));

    public async ValueTask InitializeAsync()
    {
        var database = Directory.CreateDirectory(Path.Combine(folder, "signatures")).FullName;
        await File.WriteAllTextAsync(Path.Combine(database, "ours.ndb"), $"EkDwar.Test:0:*:{Convert.ToHexStringLower(Malware)}\n");
        var settings = Path.Combine(folder, "clamd.conf");
        await File.WriteAllTextAsync(settings, $"DatabaseDirectory {database}\nLocalSocket {Place.SocketFile}\nForeground yes\nStreamMaxLength {StreamLimit}\n");
        var program = new[] { "/usr/sbin/clamd", "/usr/bin/clamd" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("these tests need Debian's clamd: apt-get install clamav-daemon");
        process = Process.Start(new ProcessStartInfo(program, ["-c", settings]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await Listens(late.Token)) await Task.Delay(50, late.Token);
    }

    async Task<bool> Listens(CancellationToken stop)
    {
        if (process!.HasExited) throw new InvalidOperationException($"clamd ended with {process.ExitCode}");
        try
        {
            using var socket = await Place.Connect(stop);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
        Directory.Delete(folder, recursive: true);
    }
}
