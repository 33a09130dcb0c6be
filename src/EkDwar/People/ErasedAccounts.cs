using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.People.SignIns;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People;

/// <summary>An account whose every person was erased has no mobile number any more, nor has any code or message that was sent to it.</summary>
public static class ErasedAccounts
{
    /// <summary>Of the messages that left; the number's keyed hash is their body, and the account.</summary>
    public const string OutboxKind = "forget_messages";

    /// <summary>In the coming save: the accounts of these persons, which were just erased, unless somebody on them is left.</summary>
    public static async Task ForgetEmptyAccounts(this EkDwarDb db, IReadOnlyCollection<Guid> persons, DateTime now)
    {
        var empty = await db.Set<Account>().Where(account => db.Set<Person>().Any(person => person.AccountId == account.AccountId && persons.Contains(person.PersonId))
            && !db.Set<Person>().Any(person => person.AccountId == account.AccountId && person.WrappedKey != null)).ToListAsync();
        foreach (var account in empty.Where(account => !account.IsErased))
        {
            db.Add(OutboxMessage.Of(OutboxKind, $"{account.MobileHash} {account.AccountId}", now));
            db.RemoveRange(await db.Set<SignIn>().Where(one => one.AccountId == account.AccountId).ToListAsync());
            db.RemoveRange(await db.Set<OneTimeCode>().Where(code => code.MobileHash == account.MobileHash).ToListAsync());
            account.Erase();
        }
    }
}
