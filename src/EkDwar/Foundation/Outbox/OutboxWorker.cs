namespace EkDwar.Foundation.Outbox;

/// <summary>Runs outbox rounds for as long as the program serves. Any number of nodes may run one each.</summary>
public sealed partial class OutboxWorker(OutboxRound round, ILogger<OutboxWorker> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await round.Drain(stoppingToken);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                RoundFailed(log, Fault.Of(e));
            }
            await Task.Delay(Pause, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An outbox round failed; the next one follows: {Fault}")]
    static partial void RoundFailed(ILogger log, string fault);
}
