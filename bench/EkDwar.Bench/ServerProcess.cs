using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EkDwar.Bench;

/// <summary>A server started for a measurement, the application or a bare peer; stopped at the end.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    readonly Process process;

    ServerProcess(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    public int Id => process.Id;

    /// <summary>From the start of the process to its first 200, in milliseconds.</summary>
    public double StartMilliseconds { get; private set; }

    /// <summary>The application as it is delivered, serving pages only: background work is measured apart.</summary>
    public static Task<ServerProcess> Application(BenchGround ground, Store store, bool works = false) => Start(port =>
    [
        ground.Program, "serve", "--postgres", store.ConnectionString, "--data", store.DataFolder, "--urls", $"http://127.0.0.1:{port}",
        .. works ? Array.Empty<string>() : ["--no-work"],
    ], "/mh/mr");

    public static Task<ServerProcess> Bare(Store? store) =>
        Start(port => [typeof(Bench).Assembly.Location, "bare", $"http://127.0.0.1:{port}", .. store is null ? Array.Empty<string>() : [store.ConnectionString]], "/");

    static async Task<ServerProcess> Start(Func<int, string[]> arguments, string firstPath)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", arguments(port)) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_ENVIRONMENT"] = start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var began = TimeProvider.System.GetTimestamp();
        var process = Process.Start(start)!;
        // What the server says of its failures is worth more than the status a client saw.
        process.OutputDataReceived += (_, line) => { if (line.Data is { Length: > 0 } said && !said.StartsWith("EkDwar: http", StringComparison.Ordinal)) Console.Error.WriteLine(said); };
        process.ErrorDataReceived += (_, line) => { if (line.Data is { Length: > 0 }) Console.Error.WriteLine(line.Data); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(process, port);
        while (!await server.Answers(firstPath))
        {
            if (process.HasExited || TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromSeconds(60)) throw new InvalidOperationException("the server did not start");
            await Task.Delay(2);
        }
        server.StartMilliseconds = TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    async Task<bool> Answers(string path)
    {
        try
        {
            using var connection = await RawConnection.Open(Port);
            return (await connection.Get(path, "lang=mr")).Status == 200;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
