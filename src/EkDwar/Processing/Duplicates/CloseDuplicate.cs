using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Processing.Warnings;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.Duplicates;

/// <summary>
/// Use case: of two running cases of one person and service the desk closes the later one in favour of the earlier, which
/// keeps its date. It is no refusal: a fee that was paid goes back, and both ledgers say so. That only the later one may be
/// closed keeps two desks from closing both.
/// </summary>
public sealed class CloseDuplicate(EkDwarDb db, CaseFiles cases, TimeProvider time)
{
    public Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, string? other, string? words)
    {
        var act = new DeskAct(session, caseId, seenVersion, Stage.CloseDuplicate, CaseEvent.ClosedAsDuplicate, new() { Other = OfficersWords.Or(other), Words = OfficersWords.Or(words) });
        return cases.Act(act, file => Close(file, act, words));
    }

    async Task<Outcome<CaseReference>> Close(CaseFile file, DeskAct act, string? words)
    {
        if (file.Case.Status != CaseStatus.InProcess) return new Refusal("processing.waits_for_citizen");
        if (!CaseReference.TryParse(act.Body.Other, out var kept) || !await IsThere(file.Case, kept)) return new Refusal("processing.duplicate.which_needed", "other");
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) return unfit;
        var now = time.UtcNow();
        file.TakeOff(now);
        file.Record(act.Kind, now, act.Actor, act.Body, new(CaseStatus.Duplicate, IsPaused: false, Clock: file.StopOn(StateTime.Day(now))));
        await db.GiveBackFee(file, now);
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {act.Kind} {kept.Compact}", now));
        // Another case is another transaction.
        db.Add(OutboxMessage.Of(NoteDuplicate.OutboxKind, $"{kept.Compact} {file.Case.Reference.Compact}", now));
        return await db.SaveAct(file.Case);
    }

    async Task<bool> IsThere(Case closed, CaseReference kept) =>
        await db.Set<Case>().AsNoTracking().FirstOrDefaultAsync(c => c.CaseId == kept.CaseId && c.ApplicantId == closed.ApplicantId && c.State == closed.State && c.ServiceId == closed.ServiceId) is { } found
        && OtherCase.MayBeKept(found.Status, (found.SubmittedAt, found.CaseId), closed);
}
