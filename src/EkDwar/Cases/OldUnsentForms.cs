using EkDwar.Foundation.Clearing;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>What an official had typed and never sent, after its day: nobody is shown it any more.</summary>
public sealed class OldUnsentForms(EkDwarDb db, TimeProvider time) : IKeptForAWhile
{
    public async Task<int> Clear(int most, CancellationToken stopping)
    {
        var old = time.UtcNow() - UnsentForms.KeptFor;
        // Few are there at any time, so all go at once and nothing is left.
        return Math.Min(most - 1, await db.Set<UnsentForm>().Where(form => form.KeptAt < old).ExecuteDeleteAsync(stopping));
    }
}
