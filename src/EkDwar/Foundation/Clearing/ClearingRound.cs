namespace EkDwar.Foundation.Clearing;

/// <summary>Removes all that is past its time, a few at a time, each kind in a scope of its own.</summary>
public sealed class ClearingRound(IServiceScopeFactory scopes)
{
    public const int AtOnce = 500;

    /// <summary>Gives how many were removed.</summary>
    public async Task<int> Run(CancellationToken stopping)
    {
        var (all, kinds) = (0, 1);
        for (var kind = 0; kind < kinds && !stopping.IsCancellationRequested; kind++)
            for (var removed = AtOnce; removed == AtOnce && !stopping.IsCancellationRequested; all += removed)
            {
                await using var scope = scopes.CreateAsyncScope();
                var kept = scope.ServiceProvider.GetServices<IKeptForAWhile>().ToList();
                kinds = kept.Count;
                removed = kind < kinds ? await kept[kind].Clear(AtOnce, stopping) : 0;
            }
        return all;
    }
}
