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

    // By the text itself: a version never changes, and what one text says is the same in every database.
    static readonly ConcurrentDictionary<string, ServiceDefinition> compiled = new();

    readonly ConcurrentDictionary<(string State, string Id, int Version), ServiceDefinition> versions = new();
    volatile InForce? current;

    /// <summary>The version in force of every service, and the lists made of them so far.</summary>
    sealed record InForce(DateOnly On, DateTime ReadAt, IReadOnlyDictionary<(string State, string Id), int> Versions)
    {
        public ConcurrentDictionary<string, IReadOnlyList<ServiceDefinition>> Lists { get; init; } = new();
    }

    /// <summary>The version in force of every service of a state, by id. The same list again as long as it says the same.</summary>
    public async Task<IReadOnlyList<ServiceDefinition>> Current(string state)
    {
        var known = await Read();
        if (known.Lists.TryGetValue(state, out var list)) return list;
        var wanted = known.Versions.Where(version => version.Key.State == state).ToDictionary(version => version.Key.Id, version => version.Value);
        if (wanted.Any(version => !versions.ContainsKey((state, version.Key, version.Value)))) await ReadAll(state, wanted);
        return known.Lists.GetOrAdd(state, _ => [.. wanted.OrderBy(version => version.Key, StringComparer.Ordinal).Select(version => versions[(state, version.Key, version.Value)])]);
    }

    /// <summary>The version in force of one service, or null.</summary>
    public async Task<ServiceDefinition?> Current(string state, string serviceId) =>
        (await Read()).Versions.TryGetValue((state, serviceId), out var version) ? await Version(state, serviceId, version) : null;

    /// <summary>One version, in force or not. Throws when it was never published.</summary>
    public async Task<ServiceDefinition> Version(string state, string serviceId, int version)
    {
        if (versions.TryGetValue((state, serviceId, version), out var known)) return known;
        await using var scope = scopes.CreateAsyncScope();
        return Compile(await scope.ServiceProvider.GetRequiredService<EkDwarDb>().Set<ServiceVersion>().AsNoTracking()
            .SingleAsync(v => v.State == state && v.ServiceId == serviceId && v.Version == version));
    }

    /// <summary>Reads again what is in force, after a publication.</summary>
    public void Forget() => current = null;

    async Task<InForce> Read()
    {
        var (now, today, known) = (time.UtcNow(), time.Today(), current);
        // A version may come into force at midnight with nobody publishing anything.
        if (known is not null && known.On == today && now - known.ReadAt < Fresh) return known;
        await using var scope = scopes.CreateAsyncScope();
        var read = await scope.ServiceProvider.GetRequiredService<EkDwarDb>().Set<ServiceVersion>().AsNoTracking().Where(v => v.EffectiveOn <= today)
            .GroupBy(v => new { v.State, v.ServiceId }).Select(v => new { v.Key.State, v.Key.ServiceId, Version = v.Max(one => one.Version) }).ToListAsync();
        var inForce = read.ToDictionary(v => (v.State, v.ServiceId), v => v.Version);
        var isSame = known is not null && known.Versions.Count == inForce.Count && !known.Versions.Except(inForce).Any();
        return current = new(today, now, inForce) { Lists = isSame ? known!.Lists : new() };
    }

    async Task ReadAll(string state, IReadOnlyDictionary<string, int> wanted)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var row in await scope.ServiceProvider.GetRequiredService<EkDwarDb>().Set<ServiceVersion>().AsNoTracking().Where(v => v.State == state).ToListAsync())
            if (wanted.GetValueOrDefault(row.ServiceId) == row.Version) Compile(row);
    }

    ServiceDefinition Compile(ServiceVersion row) => versions.GetOrAdd((row.State, row.ServiceId, row.Version),
        _ => compiled.GetOrAdd(row.Sha256, _ => ServiceFile.Load(row.Definition, $"{row.ServiceId} version {row.Version}")));
}
