using System.Collections.Concurrent;
using EkDwar.Deadlines;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>
/// The laws cases are counted with. The one in force is kept in the database before the first case names it, so that
/// what a ledger names can always be read again. What is remembered here may be lost at any time.
/// </summary>
public sealed class KeptLaws(IServiceScopeFactory scopes, Laws laws, TimeProvider time)
{
    readonly ConcurrentDictionary<string, Law> known = new();

    /// <summary>The law of the state as its folder has it now.</summary>
    public async Task<Law> InForce(string state)
    {
        var law = laws.Of(state);
        if (known.ContainsKey(law.Sha256)) return law;
        await Keep(state, law);
        known[law.Sha256] = law;
        return law;
    }

    /// <summary>The law a ledger names. Throws when it was never kept, or is not what was kept: no date may rest on that.</summary>
    public async Task<Law> Named(string sha256)
    {
        if (known.TryGetValue(sha256, out var law)) return law;
        await using var scope = scopes.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<EkDwarDb>().Set<KeptLaw>().AsNoTracking().SingleAsync(kept => kept.Sha256 == sha256);
        law = Law.Read(row.State, row.Act, row.Calendar);
        return law.Sha256 == sha256 ? known[sha256] = law : throw new InvalidOperationException($"the law {sha256} was altered");
    }

    async Task Keep(string state, Law law)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EkDwarDb>();
        if (await db.Set<KeptLaw>().AnyAsync(kept => kept.Sha256 == law.Sha256)) return;
        db.Add(new KeptLaw { Sha256 = law.Sha256, State = state, Act = law.ActText, Calendar = law.CalendarText, KeptAt = time.UtcNow() });
        // Another node may keep the same texts at the same time; then they are kept.
        await db.TrySave();
    }
}
