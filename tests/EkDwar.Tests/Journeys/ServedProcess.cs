using System.Diagnostics;
using EkDwar.Foundation;
using EkDwar.Paying.Razorpay;
using EkDwar.Paying.Simulator;
using EkDwar.Tests.Foundation.Starting;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Journeys;

/// <summary>The built program serving in a process of its own, so that it can be killed as a power cut would.</summary>
sealed class ServedProcess : IDisposable
{
    const int KilledBySignal = 128 + 9;
    static readonly TimeSpan StartAtMost = TimeSpan.FromSeconds(60);

    readonly Process process;

    ServedProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts it; null when it died before it served, as it does at some crash points.</summary>
    public static async Task<ServedProcess?> Start(Settings settings, string? crashAt = null)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.BuiltProgram, "serve", "--urls", "http://127.0.0.1:0", "--data", settings.Folders.Data])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        if (settings.Database.Postgres is { } postgres) foreach (var word in new[] { "--postgres", postgres }) start.ArgumentList.Add(word);
        // Named points are honoured in Development alone; killed from outside it is the program as an operator serves it, and seeds nothing.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = crashAt is null ? "Production" : "Development";
        Started.BriefLife(start);
        HearsTheGateway(start);
        if (crashAt is not null) start.Environment["EKDWAR_CRASH_AT"] = crashAt;
        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var tooLong = new CancellationTokenSource(StartAtMost);
        while (await process.StandardOutput.ReadLineAsync(tooLong.Token) is { } line)
        {
            if (!line.StartsWith("EkDwar: http://", StringComparison.Ordinal)) continue;
            // Read on, so that a full pipe never holds the process.
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return new(process, new UriBuilder(line[8..].Trim()) { Host = "localhost" }.Uri);
        }
        await process.WaitForExitAsync(tooLong.Token);
        using (process) Assert.True(process.ExitCode == KilledBySignal, $"it did not start: {await errors}");
        return null;
    }

    /// <summary>It believes what the simulator of the tests signs, and has nobody to ask: what is called back is all it learns.</summary>
    static void HearsTheGateway(ProcessStartInfo start)
    {
        var told = new RazorpayOptions { BaseUrl = "http://127.0.0.1:9/", KeyId = GatewaySimulator.KeyId, KeySecret = GatewaySimulator.KeySecret, WebhookSecret = GatewaySimulator.WebhookSecret };
        foreach (var (name, value) in new[] { (nameof(told.BaseUrl), told.BaseUrl), (nameof(told.KeyId), told.KeyId), (nameof(told.KeySecret), told.KeySecret), (nameof(told.WebhookSecret), told.WebhookSecret) })
            start.Environment["Paying__Razorpay__" + name] = value;
    }

    public bool IsDead => process.HasExited;

    /// <summary>SIGKILL: nothing is flushed, nobody is asked.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Waits until it has killed itself.</summary>
    public async Task<bool> Dies(TimeSpan within)
    {
        using var tooLong = new CancellationTokenSource(within);
        await process.WaitForExitAsync(tooLong.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        return process.HasExited;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }
}
