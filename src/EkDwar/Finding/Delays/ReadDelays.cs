using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outages;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Finding.Delays;

/// <summary>One outage as a state's people are told of it: which part, and for a register the services that come from it.</summary>
/// <param name="Kind">a channel of messages, <c>payments</c> or <c>register</c></param>
public sealed record Delay(string Kind, IReadOnlyList<ServiceDefinition> Services, DateTime BeganAt, DateTime? EndedAt);

/// <summary>What a state's services wait for just now, and what they waited for in the last seven days. Everybody may know it.</summary>
public sealed class ReadDelays(EkDwarDb db, PublishedServices published, TimeProvider time)
{
    const int AtMost = 20;
    static readonly TimeSpan Shown = TimeSpan.FromDays(7);

    public async Task<(IReadOnlyList<Delay> Now, IReadOnlyList<Delay> Over)> Run(string state)
    {
        var since = time.UtcNow() - Shown;
        var now = await db.Set<Outage>().AsNoTracking().Where(outage => outage.EndedAt == null).OrderBy(outage => outage.BeganAt).ToListAsync();
        var over = await db.Set<Outage>().AsNoTracking().Where(outage => outage.EndedAt > since).OrderByDescending(outage => outage.EndedAt).Take(AtMost).ToListAsync();
        var services = await published.Current(state);
        return (Of(now, services), Of(over, services));
    }

    // A register that serves another state alone is nothing to this one.
    static IReadOnlyList<Delay> Of(IEnumerable<Outage> outages, IReadOnlyList<ServiceDefinition> services) =>
    [
        .. from outage in outages
           let isRegister = OutageBook.IsRegister(outage.Part)
           let waiting = isRegister ? services.Where(service => service.Instant is { } instant && OutageBook.Register(instant.Register) == outage.Part).ToList() : []
           where !isRegister || waiting.Count > 0
           select new Delay(isRegister ? "register" : outage.Part, waiting, outage.BeganAt, outage.EndedAt),
    ];
}
