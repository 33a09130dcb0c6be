using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>How many cases of a service need not be kept any more.</summary>
public sealed record PastKeeping(string ServiceId, int Cases);

/// <summary>
/// Use case, by command: says how many closed cases of a state are past the last day on which law asks that they be kept,
/// and, where ordered, destroys their keys by way of the erasure list. What no file gives a term is kept; so is a case by which
/// somebody is still paid. Persons and accounts are not touched: that is <see cref="ErasePerson"/>.
/// </summary>
public sealed class EraseKeptCases(EkDwarDb db, ErasableCases erasable, ErasureList list, Erasures erasures, TimeProvider time)
{
    /// <summary>So many cases are read at a time, by their keys: the table is passed over once.</summary>
    public const int AtOnce = 500;

    public async Task<IReadOnlyList<PastKeeping>> Run(string state, bool erases)
    {
        var (today, found) = (time.Today(), new SortedDictionary<string, int>(StringComparer.Ordinal));
        // No file may keep a case for less than a year.
        var youngest = time.UtcNow().AddYears(-1);
        var last = long.MinValue;
        for (var isMore = true; isMore;)
        {
            var ids = await db.Set<Case>().Where(c => c.CaseId > last && c.State == state && c.WrappedKey != null && c.SubmittedAt < youngest)
                .OrderBy(c => c.CaseId).Select(c => c.CaseId).Take(AtOnce).ToListAsync();
            isMore = ids.Count == AtOnce;
            if (isMore) last = ids[^1];
            var past = (await erasable.Of(db.Set<Case>().Where(c => ids.Contains(c.CaseId)))).Where(c => !c.IsOpen && !c.IsPaid && c.KeptUntil < today).ToList();
            foreach (var one in past) found[one.ServiceId] = found.GetValueOrDefault(one.ServiceId) + 1;
            if (erases && past.Count > 0) list.Add([.. past.Select(c => Erasure.OfCase(c.Reference.CaseId))], time.UtcNow());
        }
        // Listed first, destroyed then: after a crash the next start does it.
        if (erases && found.Count > 0) await erasures.Apply();
        return [.. found.Select(one => new PastKeeping(one.Key, one.Value))];
    }
}
