using System.Collections.Concurrent;
using EkDwar.Deadlines;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.Orders;

/// <summary>The extension orders of each state, kept for a minute: a case that begins while one holds is counted with it from its first day.</summary>
public sealed class ExtensionOrders(IServiceScopeFactory scopes, PlaceTrees trees, TimeProvider time)
{
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, (DateTime ReadAt, IReadOnlyList<ExtensionOrder> Orders)> known = new();

    public void Forget() => known.Clear();

    /// <summary>What the orders say of a case's days, in the order in which they were recorded, so that of two about one day the later counts.</summary>
    public async Task<IReadOnlyList<ClockFact>> For(Case c)
    {
        var orders = await Of(c.State);
        if (orders.Count == 0) return [];
        var places = await trees.Today(c.State);
        return [.. orders.Where(order => order.IsAbout(c.ServiceId) && Covers(places, order, c)).Where(order => order.LastOn >= order.FromOn)
            .Select(order => ClockFact.Extended(order.FromOn, order.LastOn, order.Kind))];
    }

    /// <summary>Whether a case belongs to the order's area: by the place its office was chosen by, or else by where that office is.</summary>
    public static bool Covers(PlaceDay places, ExtensionOrder order, Case c) =>
        places.CodeOf(order.PlaceId) is { } area && (c.PlaceId is { } place ? places.CodeOf(place) : places.PlaceOf(c.OfficeId)) is { } at && places.LiesIn(at).Prepend(at).Contains(area);

    async Task<IReadOnlyList<ExtensionOrder>> Of(string state)
    {
        var now = time.UtcNow();
        if (known.TryGetValue(state, out var there) && now - there.ReadAt < Fresh) return there.Orders;
        await using var scope = scopes.CreateAsyncScope();
        var orders = await scope.ServiceProvider.GetRequiredService<EkDwarDb>().Set<ExtensionOrder>().AsNoTracking()
            .Where(order => order.State == state).OrderBy(order => order.RecordedAt).ThenBy(order => order.ExtensionOrderId).ToListAsync();
        known[state] = (now, orders);
        return orders;
    }
}
