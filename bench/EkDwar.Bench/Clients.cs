using System.Collections.Concurrent;

namespace EkDwar.Bench;

/// <summary>What a round of concurrent clients came to. CPU is of the servers alone; the clients' own stands beside it.</summary>
public sealed record Round(int Done, double Seconds, double AppCpu, double DatabaseCpu, double ClientCpu, IReadOnlyList<double> Latencies)
{
    public double PerSecond => Done / Seconds;
    public double CpuEach => (AppCpu + DatabaseCpu) / Done;
}

/// <summary>Runs numbered pieces of work on concurrent connections, each client beginning the next as it ends one.</summary>
public static class Clients
{
    /// <summary>Rounds that are not counted: the runtime compiles what is hot once more after thousands of calls.</summary>
    public const int WarmUps = 5;

    public static async Task<Round> Run(BenchGround ground, ServerProcess server, int count, Func<RawConnection, int, int, Task<double>> piece)
    {
        var latencies = new ConcurrentBag<double>();
        var next = -1;
        var connections = await Task.WhenAll(Enumerable.Range(0, ground.Clients).Select(_ => RawConnection.Open(server.Port)));
        var (app, database, own) = (CpuTime.Of(server.Id), CpuTime.Of(ground.Postmaster), Own());
        var began = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(connections.Select((connection, client) => Task.Run(async () =>
        {
            for (var number = Interlocked.Increment(ref next); number < count; number = Interlocked.Increment(ref next))
                latencies.Add(await piece(connection, client, number));
        })));
        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        foreach (var connection in connections) connection.Dispose();
        return new(count, seconds, CpuTime.Of(server.Id) - app, CpuTime.Of(ground.Postmaster) - database, Own() - own, [.. latencies]);
    }

    static double Own() => Environment.CpuUsage.TotalTime.TotalMilliseconds;

    /// <summary>An answer of another status than the right one is no measurement.</summary>
    public static RawAnswer Must(this RawAnswer answer, int status, string what) => answer.Status == status
        ? answer
        : throw new InvalidOperationException($"{what}: {answer.Status} instead of {status}\n{answer.Headers}");
}
