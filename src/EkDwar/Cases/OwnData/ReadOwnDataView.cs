using EkDwar.Catalogue;
using EkDwar.Design;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.OwnData;

/// <summary>Puts together what somebody is told of her own data. Of the family on her mobile it reads her person alone.</summary>
public sealed class ReadOwnDataView(EkDwarDb db, Accounts accounts, PublishedServices services, CaseRetention retention, PostDirectory directory)
{
    const int Shown = 50;

    /// <summary>Null when the session's person is none of its account.</summary>
    public async Task<OwnDataView?> Run(CitizenSession session, LanguageCode language)
    {
        var personId = session.PersonId;
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(one => one.PersonId == personId && one.AccountId == session.AccountId && one.WrappedKey != null) is not { } person) return null;
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(one => one.AccountId == session.AccountId);
        var sent = await db.Set<Case>().AsNoTracking().Where(c => c.ApplicantId == personId && c.WrappedKey != null).OrderByDescending(c => c.SubmittedAt).Select(c => c.SubmittedAt).ToListAsync();
        var downloads = await db.Set<OwnDownload>().AsNoTracking().Where(one => one.PersonId == personId).OrderByDescending(one => one.GivenAt).Take(Shown).ToListAsync();
        return new(accounts.ProfileOf(person).Name, accounts.MobileOf(account).Masked)
        {
            Cases = await Cases(person.PersonId, language),
            Looks = await Looks(person.PersonId, language),
            Consents = await Consents(account.MobileHash, person.PersonId, language),
            Downloads = [.. downloads.Select(one => When(one.GivenAt, language))],
            Years = [.. sent.Select(at => StateTime.Day(at).Year).Distinct()],
        };
    }

    async Task<List<OwnCaseLine>> Cases(Guid personId, LanguageCode language)
    {
        var lines = new List<OwnCaseLine>();
        foreach (var c in await db.Set<Case>().AsNoTracking().Where(c => c.ApplicantId == personId && c.WrappedKey != null).OrderByDescending(c => c.SubmittedAt).Take(Shown).ToListAsync())
            lines.Add(new(c.Reference, await ServiceOf(c, language), c.Status.IsClosed(), c.Status.IsClosed() ? await retention.KeptUntil(c) : null));
        return lines;
    }

    async Task<List<OwnLookLine>> Looks(Guid personId, LanguageCode language)
    {
        var looks = await (from look in db.Set<Look>().AsNoTracking()
                           join c in db.Set<Case>() on look.CaseId equals c.CaseId
                           where c.ApplicantId == personId && c.WrappedKey != null
                           orderby look.At descending
                           select new { look, c.State }).Take(Shown).ToListAsync();
        var lines = new List<OwnLookLine>();
        foreach (var one in looks)
            lines.Add(new(CaseReference.Of(one.State.ToUpperInvariant(), one.look.CaseId), Phrase.Of((await directory.Post(one.look.PostId)).Names, language), one.look.Told(language), When(one.look.At, language)));
        return lines;
    }

    async Task<List<OwnConsentLine>> Consents(string mobileHash, Guid personId, LanguageCode language)
    {
        var answered = await (from row in OwnPartyData.Answered(db, mobileHash, personId)
                              join c in db.Set<Case>() on row.CaseId equals c.CaseId
                              orderby row.SinceAt descending
                              select new { row, c }).Take(Shown).ToListAsync();
        var lines = new List<OwnConsentLine>();
        foreach (var one in answered) lines.Add(new(one.c.Reference, one.row.Party, await ServiceOf(one.c, language), one.row.Status, When(one.row.SinceAt, language)));
        return lines;
    }

    async Task<Phrase> ServiceOf(Case c, LanguageCode language) => Phrase.Of((await services.Version(c.State, c.ServiceId, c.ServiceVersion)).Names, language);

    static string When(DateTime at, LanguageCode language) => DayPart.At(at, language);
}
