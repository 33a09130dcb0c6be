namespace EkDwar.Foundation.Repeating;

/// <summary>How a room has something of its own done again and again.</summary>
public static class RepeatingSetup
{
    /// <summary>Each round gets a <typeparamref name="T"/> of a scope of its own.</summary>
    public static IServiceCollection AddRepeatedWork<T>(this IServiceCollection services, TimeSpan pause, Func<T, CancellationToken, Task> round) where T : notnull =>
        services.AddSingleton<IHostedService>(provider => new RepeatedWork(typeof(T).Name, pause, async stopping =>
        {
            await using var scope = provider.CreateAsyncScope();
            await round(scope.ServiceProvider.GetRequiredService<T>(), stopping);
        }, provider.GetRequiredService<ILogger<RepeatedWork>>()));
}
