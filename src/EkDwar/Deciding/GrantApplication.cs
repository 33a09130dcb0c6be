using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Cases.Papers;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Deciding;

/// <summary>Use case: the designated officer decides in favour. The clock stops; a sanctioned benefit begins; the certificate is made from the outbox. Two deciding at once: one wins.</summary>
public sealed class GrantApplication(EkDwarDb db, CaseFiles cases, BenefitRegister benefits, AttachedRecords records, TimeProvider time)
{
    public Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, string? words, Checked? ticks = null)
    {
        var act = new DeskAct(session, caseId, seenVersion, "grant", CaseEvent.ApplicationGranted, new LedgerBody { Words = OfficersWords.Or(words) }.With(ticks));
        return cases.Act(act, file => Grant(file, act, words));
    }

    async Task<Outcome<CaseReference>> Grant(CaseFile file, DeskAct act, string? words)
    {
        if (file.Case.Status != CaseStatus.InProcess) return new Refusal("deciding.waits_for_citizen");
        if (OfficersWords.Unfit(words, "words", isNeeded: false) is { } unfit) return unfit;
        if (file.IsUnassessed) return new Refusal("deciding.not_assessed");
        if (await records.Of(file) is { IsDone: false } lacking) return lacking.Refusals.ToList();
        var now = time.UtcNow();
        var (service, answers) = (file.Service, file.Answers);
        var amount = service.Sanction?.Minor(service.Questions, answers, StateTime.Day(now));
        var parts = service.Sanction?.Parts(service.Questions, answers, StateTime.Day(now));
        if (service.Sanction is not null && (amount is null || parts is null)) return new Refusal("deciding.amount_unknown");
        if (service.Sanction is { IsInInstalments: true } sanction
            && await benefits.HasForYear(file, sanction.HoldsUntil(parts!, answers, StateTime.Day(now)))) return new Refusal("deciding.sanctioned_for_year");
        file.TakeOff(now);
        file.Record(act.Kind, now, act.Actor, act.Body,
            new(CaseStatus.Granted, IsPaused: false, Clock: file.StopOn(StateTime.Day(now))));
        if (amount is { } minor) benefits.Start(file, minor, parts!, now);
        if (service.ProvesLife.Length > 0 && answers[service.ProvesLife] is { } benefit) db.Add(ExtendBenefit.Message(LicenceType.NumberOf(benefit), StateTime.Day(now), now));
        // The decision is made in its time; the document waits for the fee, which brings it out.
        db.Add(file.OwesFee ? OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {act.Kind}", now) : OutboxMessage.Of(DeliverNow.MakeCertificate, file.Case.Reference.Compact, now));
        return await db.SaveAct(file.Case);
    }
}
