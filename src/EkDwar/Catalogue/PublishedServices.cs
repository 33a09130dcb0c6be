using System.Collections.Concurrent;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Catalogue;

/// <summary>
/// The published services, compiled once and kept. What is kept may be lost at any time: the database is the truth.
/// A case keeps the version it was filed under.
/// </summary>
public sealed class PublishedServices(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>How late a node learns of what another node has published.</summary>
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<(string State, string Id, int Version), ServiceDefinition> compiled = new();
    volatile InForce? current;

    sealed record InForce(DateOnly On, DateTime ReadAt, IReadOnlyDictionary<string, IReadOnlyList<ServiceDefinition>> ByState);

    /// <summary>The version in force of every service of a state, by id. The same list again as long as it says the same.</summary>
    public async Task<IReadOnlyList<ServiceDefinition>> Current(string state) => (await Read()).ByState.GetValueOrDefault(state, []);

    /// <summary>The version in force of one service, or null.</summary>
    public async Task<ServiceDefinition?> Current(string state, string serviceId) =>
        (await Current(state)).FirstOrDefault(service => service.Id == serviceId);

    /// <summary>One version, in force or not. Throws when it was never published.</summary>
    public async Task<ServiceDefinition> Version(string state, string serviceId, int version)
    {
        if (compiled.TryGetValue((state, serviceId, version), out var known)) return known;
        await using var scope = scopes.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<EkDwarDb>().Set<ServiceVersion>().AsNoTracking()
            .SingleAsync(v => v.State == state && v.ServiceId == serviceId && v.Version == version);
        return Compile(row);
    }

    /// <summary>Reads again what is in force, after a publication.</summary>
    public void Forget() => current = null;

    async Task<InForce> Read()
    {
        var (now, today, known) = (time.UtcNow(), time.Today(), current);
        // A version may come into force at midnight with nobody publishing anything.
        if (known is not null && known.On == today && now - known.ReadAt < Fresh) return known;
        var byState = await ReadVersions(today);
        return current = new(today, now, byState.ToDictionary(state => state.Key, state => Same(known?.ByState.GetValueOrDefault(state.Key), state.Value)));
    }

    async Task<Dictionary<string, IReadOnlyList<ServiceDefinition>>> ReadVersions(DateOnly today)
    {
        await using var scope = scopes.CreateAsyncScope();
        var versions = scope.ServiceProvider.GetRequiredService<EkDwarDb>().Set<ServiceVersion>().AsNoTracking();
        var inForce = versions.Where(v => v.EffectiveOn <= today
            && !versions.Any(newer => newer.State == v.State && newer.ServiceId == v.ServiceId && newer.EffectiveOn <= today && newer.Version > v.Version));
        // The texts are long: all at once at the start, and later only those that are new.
        if (compiled.IsEmpty)
            foreach (var row in await inForce.ToListAsync()) Compile(row);
        var services = new List<ServiceDefinition>();
        foreach (var v in await inForce.Select(v => new { v.State, v.ServiceId, v.Version }).ToListAsync()) services.Add(await Version(v.State, v.ServiceId, v.Version));
        return services.GroupBy(service => service.State)
            .ToDictionary(state => state.Key, IReadOnlyList<ServiceDefinition> (state) => [.. state.OrderBy(service => service.Id, StringComparer.Ordinal)]);
    }

    static IReadOnlyList<ServiceDefinition> Same(IReadOnlyList<ServiceDefinition>? known, IReadOnlyList<ServiceDefinition> read) =>
        known is not null && known.SequenceEqual(read) ? known : read;

    ServiceDefinition Compile(ServiceVersion row) =>
        compiled.GetOrAdd((row.State, row.ServiceId, row.Version), _ => ServiceFile.Load(row.Definition, $"{row.ServiceId} version {row.Version}"));
}
