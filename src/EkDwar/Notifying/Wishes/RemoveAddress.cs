using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying.Wishes;

/// <summary>Use case: she wants no more e-mail. The address is forgotten at once; what was to go there is dropped when its turn comes.</summary>
public sealed class RemoveAddress(EkDwarDb db, OwnAccount own)
{
    public async Task<Outcome<Guid>> Run(CitizenSession session)
    {
        if (await own.Of(session) is not { } known) return OwnAccount.NotYours;
        var account = await db.Set<Account>().SingleAsync(one => one.AccountId == known.AccountId);
        (account.Email, account.EmailProvedAt) = (null, null);
        await db.Save();
        return account.AccountId;
    }
}
