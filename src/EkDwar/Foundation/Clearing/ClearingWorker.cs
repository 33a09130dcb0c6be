namespace EkDwar.Foundation.Clearing;

/// <summary>Clears what is past its time when the program starts, and every hour while it serves.</summary>
public sealed partial class ClearingWorker(ClearingRound round, ILogger<ClearingWorker> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await round.Run(stoppingToken);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                ClearingFailed(log, Fault.Of(e));
            }
            await Task.Delay(Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is past its time could not be cleared; the next round tries again: {Fault}")]
    static partial void ClearingFailed(ILogger log, string fault);
}
