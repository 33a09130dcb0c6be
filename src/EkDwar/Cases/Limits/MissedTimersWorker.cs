using EkDwar.Foundation;

namespace EkDwar.Cases.Limits;

/// <summary>Looks for late cases without a timer when the program starts, and every hour while it serves.</summary>
public sealed partial class MissedTimersWorker(IServiceScopeFactory scopes, ILogger<MissedTimersWorker> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SetMissedTimers>().Run();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                SweepFailed(log, Fault.Of(e));
            }
            await Task.Delay(Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Late cases without a timer could not be looked for; the next round does: {Fault}")]
    static partial void SweepFailed(ILogger log, string fault);
}
