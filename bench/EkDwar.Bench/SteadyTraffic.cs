using System.Collections.Concurrent;

namespace EkDwar.Bench;

/// <summary>
/// Requests that come at their time, whether earlier ones were answered or not, as people do. A latency is from the moment a request was due: waiting
/// for a free connection counts.
/// </summary>
public static class SteadyTraffic
{
    public static async Task<IReadOnlyList<double>> Run(ServerProcess server, double perSecond, TimeSpan length, Func<RawConnection, int, Task> piece)
    {
        var (idle, latencies, running) = (new ConcurrentBag<RawConnection>(), new ConcurrentBag<double>(), new List<Task>());
        var began = TimeProvider.System.GetTimestamp();
        for (var number = 0; number / perSecond < length.TotalSeconds; number++)
        {
            var due = TimeSpan.FromSeconds(number / perSecond);
            if (due - TimeProvider.System.GetElapsedTime(began) is { Ticks: > 0 } wait) await Task.Delay(wait);
            var which = number;
            running.Add(Task.Run(async () =>
            {
                var connection = idle.TryTake(out var free) ? free : await RawConnection.Open(server.Port);
                await piece(connection, which);
                idle.Add(connection);
                latencies.Add((TimeProvider.System.GetElapsedTime(began) - due).TotalMilliseconds);
            }));
        }
        await Task.WhenAll(running);
        foreach (var connection in idle) connection.Dispose();
        return [.. latencies];
    }
}
