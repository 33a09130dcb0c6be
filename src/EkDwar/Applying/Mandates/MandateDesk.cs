using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying.Mandates;

/// <summary>What giving, confirming and taking back have in common: it is hers alone, signed in with her own mobile as herself.</summary>
public sealed class MandateDesk(EkDwarDb db, IReadOnlyDictionary<string, StateProfile> states, TimeProvider time)
{
    public static readonly Refusal NotYours = new("people.choose_person", "name");

    public DateTime Now => time.UtcNow();
    public DateOnly Today => time.Today();

    public ActingRules? Rules(string state) => states.GetValueOrDefault(state)?.ActForAnother;

    public static string PurposeOf(Guid mandateId) => $"{OneTimeCodes.ForMandate} {mandateId:N}";

    /// <summary>The person she is and her account; null where she acts for another or has not said who she is.</summary>
    public async Task<(Person Person, Account Account)?> Own(CitizenSession session)
    {
        if (session.IsForAnother || await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(one => one.PersonId == session.PersonId && one.AccountId == session.AccountId && one.WrappedKey != null) is not { } person) return null;
        return (person, await db.Set<Account>().AsNoTracking().SingleAsync(one => one.AccountId == session.AccountId));
    }
}
