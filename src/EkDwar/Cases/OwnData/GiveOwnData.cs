using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.OwnData;

/// <summary>
/// Use case: somebody signed in asks for all that is kept of her person. Her session is not enough: a code sent for this
/// alone must be typed. It is recorded before anything is given; five times a day at most.
/// </summary>
public sealed class GiveOwnData(EkDwarDb db, OneTimeCodes codes, Accounts accounts, TimeProvider time)
{
    public const int ADay = 5;

    static readonly Refusal Nobody = new("people.choose_person", "code");

    public async Task<Outcome<PhoneNumber>> SendCode(CitizenSession session, string language)
    {
        if (await Find(session) is not { } found) return Nobody;
        var mobile = accounts.MobileOf(found.Account);
        if (await codes.Send(mobile, PurposeOf(found.Person), language) is { } wait) return wait with { Field = "code" };
        await db.Save();
        return mobile;
    }

    /// <param name="year">of which year's applications alone; null for all</param>
    public async Task<Outcome<OwnDataOf>> Run(CitizenSession session, string? code, LanguageCode language, int? year)
    {
        if (await Find(session) is not { } found) return Nobody;
        var (today, personId) = (time.Today(), found.Person.PersonId);
        var given = await db.Set<OwnDownload>().CountAsync(one => one.PersonId == personId && one.GivenOn == today);
        if (given >= ADay) return new Refusal("cases.own.too_often", "code", ("count", $"{ADay}"));
        if (await codes.Check(accounts.MobileOf(found.Account), PurposeOf(found.Person), code) is { } refusal)
        {
            await db.Save();
            return refusal;
        }
        db.Add(new OwnDownload { PersonId = personId, GivenOn = today, Seq = given + 1, GivenAt = time.UtcNow(), Year = year });
        // The same code twice at one moment: the other request has it.
        if (!await db.TrySave()) return new Refusal("people.code_expired", "code");
        return new OwnDataOf(found.Person, found.Account.MobileHash, language, year);
    }

    /// <summary>The mobile as a page may show it: its last four digits.</summary>
    public async Task<string> MobileOf(CitizenSession session) => await Find(session) is { } found ? accounts.MobileOf(found.Account).Masked : "";

    // A code for one of the family opens nobody else's.
    static string PurposeOf(Person person) => $"{OneTimeCodes.ForOwnData} {person.PersonId:N}";

    sealed record Found(Person Person, Account Account);

    Task<Found?> Find(CitizenSession session) => (
        from person in db.Set<Person>().AsNoTracking()
        join account in db.Set<Account>().AsNoTracking() on person.AccountId equals account.AccountId
        where person.PersonId == session.PersonId && account.AccountId == session.AccountId && person.WrappedKey != null
        select new Found(person, account)).FirstOrDefaultAsync();
}
