using EkDwar.Foundation;

namespace EkDwar.Cases;

/// <summary>Makes a checkpoint when the program starts, for what a crash left waiting, and every minute while it serves.</summary>
public sealed partial class CheckpointWorker(IServiceScopeFactory scopes, ILogger<CheckpointWorker> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<MakeCheckpoint>().Run();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                CheckpointFailed(log, Fault.Of(e));
            }
            await Task.Delay(Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The minute's checkpoint could not be made; the next one covers its heads: {Fault}")]
    static partial void CheckpointFailed(ILogger log, string fault);
}
