using EkDwar.Cases;
using EkDwar.Cases.Parties;
using EkDwar.Deadlines;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Applying.Parties;

/// <summary>
/// Use case: a party takes back the consent she gave, while nobody has decided. The case waits for her again, its clock stands
/// where the act lets it, and applicant and desk are told. She may consent anew.
/// </summary>
public sealed class TakeBackConsent(EkDwarDb db, OwnConsents own, CaseClock clock, TimeProvider time)
{
    public async Task<Outcome<CaseReference>> Run(CitizenSession session, long caseId, string key, string? words)
    {
        if (await own.Open(session, caseId, key) is not { } asked) return new Refusal("cases.not_found");
        if (!asked.MayTakeBack) return new Refusal("applying.consent_closed");
        // A family may share the mobile: only who gave it takes it back. What she signed before the officer was nobody's on it.
        if (session.PersonId is null || asked.State.Row.AnsweredBy is { } who && who != session.PersonId) return new Refusal("applying.consent_person");
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) return unfit;
        var (now, file, row) = (time.UtcNow(), asked.File, asked.State.Row);
        var consent = new PartyConsent(key, row.Shown ?? asked.State.Party.Fingerprint) { Means = row.Means, By = await own.NameOf(session) };
        (row.Status, row.Means, row.AnsweredBy, row.SinceAt) = (PartyStatus.Declined, null, session.PersonId, now);
        foreach (var desk in file.Desks) await DeskNotice.Tell(db, desk.CaseId, desk.PostId, CaseEvent.ConsentTakenBack, now);
        file.Record(CaseEvent.ConsentTakenBack, now, Actor.Party, new() { Consent = consent, Words = OfficersWords.Or(words) }, await Waits(file, now));
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.ConsentTakenBack}", now));
        return await db.SaveAct(file.Case);
    }

    /// <summary>What waits for papers or for an answer waits for that first, and for her when it has come.</summary>
    async Task<Change> Waits(CaseFile file, DateTime now)
    {
        if (file.Case.Status is CaseStatus.AwaitingPapers or CaseStatus.AwaitingConsent or CaseStatus.AwaitingCitizen) return new();
        if (file.Case.DueOn is null || file.Case.IsPaused || !(await clock.Act(file)).AllowsPause("consent")) return new(CaseStatus.AwaitingConsent);
        return new(CaseStatus.AwaitingConsent, IsPaused: true, Clock: [ClockFact.Paused(StateTime.Day(now), "consent").ToText()]);
    }
}
