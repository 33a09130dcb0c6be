using EkDwar.Foundation;

namespace EkDwar.Notifying.Email;

/// <summary>Reads the Maildir every ten seconds while the program serves, where the settings name one.</summary>
public sealed partial class BounceWorker(IServiceScopeFactory scopes, MailSettings settings, ILogger<BounceWorker> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings.Bounces is not null && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ReadBounces>().Run();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                NotRead(log, Fault.Of(e));
            }
            await Task.Delay(Every, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What came back by e-mail could not be read: {Fault}")]
    static partial void NotRead(ILogger log, string fault);
}
