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
    readonly ConcurrentDictionary<(string State, string Id, int Version), ServiceDefinition> compiled = new();
    volatile IReadOnlyList<ServiceDefinition>? current;

    /// <summary>The version in force of every service of a state.</summary>
    public async Task<IReadOnlyList<ServiceDefinition>> Current(string state)
    {
        var all = current ??= await LoadCurrent();
        return [.. all.Where(service => service.State == state)];
    }

    /// <summary>The version in force of one service, or null.</summary>
    public async Task<ServiceDefinition?> Current(string state, string serviceId) =>
        (current ??= await LoadCurrent()).FirstOrDefault(service => service.State == state && service.Id == serviceId);

    /// <summary>One version, in force or not. Throws when it was never published.</summary>
    public async Task<ServiceDefinition> Version(string state, string serviceId, int version)
    {
        if (compiled.TryGetValue((state, serviceId, version), out var known)) return known;
        await using var scope = scopes.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<EkDwarDb>().Set<ServiceVersion>().AsNoTracking()
            .SingleAsync(v => v.State == state && v.ServiceId == serviceId && v.Version == version);
        return Compile(row);
    }

    /// <summary>Forgets what is compiled, after a publication.</summary>
    public void Forget() => current = null;

    async Task<IReadOnlyList<ServiceDefinition>> LoadCurrent()
    {
        await using var scope = scopes.CreateAsyncScope();
        var today = time.Today();
        var rows = await scope.ServiceProvider.GetRequiredService<EkDwarDb>().Set<ServiceVersion>().AsNoTracking()
            .Where(v => v.EffectiveOn <= today).ToListAsync();
        return [.. rows.GroupBy(v => (v.State, v.ServiceId)).Select(versions => Compile(versions.MaxBy(v => v.Version)!))];
    }

    ServiceDefinition Compile(ServiceVersion row) =>
        compiled.GetOrAdd((row.State, row.ServiceId, row.Version), _ => ServiceFile.Load(row.Definition, $"{row.ServiceId} version {row.Version}"));
}
