using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying.Wishes;

/// <summary>Use case: she types the code that came to the address she named. From then on she is told there too; an address she gave before is forgotten.</summary>
public sealed class ProveAddress(EkDwarDb db, OneTimeCodes codes, Accounts accounts, OwnAccount own)
{
    public async Task<Outcome<EmailAddress>> Run(CitizenSession session, string? typed, string? code)
    {
        if (await own.Of(session) is not { } account) return OwnAccount.NotYours;
        // The code was made for this address: with another beside it, it is none.
        if (!EmailAddress.TryParse(typed, out var address)) return new Refusal("notifying.wishes.unreadable", "email");
        if (await codes.Check(accounts.MobileOf(account), own.PurposeOf(address), code) is { } refusal)
        {
            await db.Save();
            return refusal;
        }
        accounts.Give(await db.Set<Account>().SingleAsync(one => one.AccountId == account.AccountId), address);
        await db.Save();
        return address;
    }
}
