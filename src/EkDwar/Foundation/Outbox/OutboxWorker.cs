namespace EkDwar.Foundation.Outbox;

/// <summary>Runs outbox rounds for as long as the program serves, each lane by itself. Any number of nodes may run one each.</summary>
public sealed partial class OutboxWorker(OutboxRound round, ILogger<OutboxWorker> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enum.GetValues<OutboxLane>().Select(lane => Work(lane, stoppingToken)));

    async Task Work(OutboxLane lane, CancellationToken stoppingToken)
    {
        // Not one after the other up to where each first waits: that is what the others would wait for.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (!stoppingToken.IsCancellationRequested && await round.Run(lane, stoppingToken) > 0) { }
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
