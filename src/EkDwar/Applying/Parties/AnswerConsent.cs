using EkDwar.Cases;
using EkDwar.Cases.Parties;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying.Parties;

/// <summary>What a party answers: yes, ticked, or no in her words; and the hash of what she had before her.</summary>
public sealed record ConsentReply(bool Consents, string Shown, bool IsTicked, string? Words);

/// <summary>
/// Use case: a party consents, or declines. Asked: her own mobile, a person who is nobody else in this application, and that
/// what she read is what the case says. With the last consent, and paper, the clock starts and a desk gets the case.
/// </summary>
public sealed class AnswerConsent(EkDwarDb db, OwnConsents own, CaseStart start, Accounts accounts, TimeProvider time)
{
    // Three witnesses may answer at one moment: each of them is one of a few.
    const int Tries = 5;

    public async Task<Outcome<CaseReference>> Run(CitizenSession session, long caseId, string key, ConsentReply reply)
    {
        for (var tried = 1; ; tried++)
        {
            var outcome = await Once(session, caseId, key, reply);
            if (tried == Tries || !outcome.Refusals.Contains(Acts.SomebodyElseWasFirst)) return outcome;
        }
    }

    async Task<Outcome<CaseReference>> Once(CitizenSession session, long caseId, string key, ConsentReply reply)
    {
        if (await own.Open(session, caseId, key) is not { } asked) return new Refusal("cases.not_found");
        if (!asked.IsOpen) return new Refusal("applying.consent_closed");
        if (asked.State.Party.Fingerprint != reply.Shown) return new Refusal("applying.consent_changed");
        if (asked.IsSomebodyElse(session)) return new Refusal("applying.consent_person");
        if (reply.Consents && !reply.IsTicked) return new Refusal("applying.consent_tick", "agrees");
        if (!reply.Consents && OfficersWords.Unfit(reply.Words, "words", isNeeded: true) is { } unfit) return unfit;
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(person => person.PersonId == session.PersonId && person.AccountId == session.AccountId) is not { } person)
            return new Refusal("cases.not_found");
        var now = time.UtcNow();
        var (file, row) = (asked.File, asked.State.Row);
        (row.Status, row.Shown, row.AnsweredBy, row.SinceAt) = (reply.Consents ? PartyStatus.Consented : PartyStatus.Declined, reply.Shown, session.PersonId, now);
        row.Means = !reply.Consents ? null : asked.IsShared(session) ? PartyMeans.SharedMobile : PartyMeans.OwnMobile;
        var consent = new PartyConsent(key, reply.Shown) { Means = row.Means, By = accounts.ProfileOf(person).Name };
        if (reply.Consents) await start.Consented(file, new ConsentEntry(CaseEvent.ConsentGiven, now, Actor.Party, new() { Consent = consent }), asked.Others);
        else
        {
            file.Record(CaseEvent.ConsentDeclined, now, Actor.Party, new() { Consent = consent, Words = OfficersWords.Or(reply.Words) }, new());
            db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.ConsentDeclined}", now));
        }
        return await db.SaveAct(file.Case);
    }
}
