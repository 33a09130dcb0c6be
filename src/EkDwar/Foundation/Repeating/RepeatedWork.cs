namespace EkDwar.Foundation.Repeating;

/// <summary>
/// Work done again and again while the program serves, with a pause between two rounds: from the moment all of it has started, so
/// that a start which fails has done none. A round that fails is told, and the next one follows. Not what is due at a time of its
/// own: that is an outbox message.
/// </summary>
public sealed partial class RepeatedWork(string name, TimeSpan pause, Func<CancellationToken, Task> round, ILogger<RepeatedWork> log) : IHostedLifecycleService, IDisposable
{
    readonly CancellationTokenSource stopping = new();
    Task running = Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        running = Task.Run(Repeat, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>Lets the round that runs come to its end, as long as it may.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    async Task Repeat()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await round(stopping.Token);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                RoundFailed(log, name, Fault.Of(e));
            }
            catch (OutOfMemoryException e)
            {
                // Whoever watches over the program starts it anew; what it had claimed is taken up again.
                Environment.FailFast(name, e);
            }
            await Task.Delay(pause, TimeProvider.System, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => stopping.Dispose();

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of {Work} failed; the next one follows: {Fault}")]
    static partial void RoundFailed(ILogger log, string work, string fault);
}
