using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Secrets;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying.Wishes;

/// <summary>Whose wishes they are: those of the account somebody signed in to as a person of it. Whoever acts for another has no say in how that one is told.</summary>
public sealed class OwnAccount(EkDwarDb db, KeyedHash hash)
{
    public static readonly Refusal NotYours = new("people.choose_person", "email");

    public async Task<Account?> Of(CitizenSession session) => session.IsForAnother || session.PersonId is null ? null
        : await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(one => one.AccountId == session.AccountId
            && db.Set<Person>().Any(person => person.PersonId == session.PersonId && person.AccountId == one.AccountId && person.WrappedKey != null));

    /// <summary>What a code is for that proves this address: for no other.</summary>
    public string PurposeOf(EmailAddress address) => $"{OneTimeCodes.ForEmail} {hash.Of("email", address.Folded)}";
}
