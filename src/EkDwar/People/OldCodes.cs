using EkDwar.Foundation.Clearing;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People;

/// <summary>One-time codes a day after they could last be used: limits look back an hour, and nothing asks for older ones.</summary>
public sealed class OldCodes(EkDwarDb db, TimeProvider time) : IKeptForAWhile
{
    public async Task<int> Clear(int most, CancellationToken stopping)
    {
        var old = time.UtcNow().AddDays(-1);
        var ids = await db.Set<OneTimeCode>().Where(code => code.ExpiresAt < old).OrderBy(code => code.ExpiresAt).Select(code => code.CodeId).Take(most).ToListAsync(stopping);
        return ids.Count == 0 ? 0 : await db.Set<OneTimeCode>().Where(code => ids.Contains(code.CodeId)).ExecuteDeleteAsync(stopping);
    }
}
