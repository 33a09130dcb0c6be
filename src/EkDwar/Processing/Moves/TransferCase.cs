using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;

namespace EkDwar.Processing.Moves;

/// <summary>
/// Use case: a case that lies at the wrong office goes to the one that serves the place the officer names, to the first desk
/// of its way. The clock runs on and the due date stays: which office was right is not the citizen's to know. To a body of another kind, with
/// other officers, nothing goes: what was decided when it was sent stays. Her answers stay as she gave them.
/// </summary>
public sealed class TransferCase(EkDwarDb db, CaseFiles cases, CasePath path, PostDirectory directory, TimeProvider time)
{
    public Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, string? place, string? words)
    {
        var act = new DeskAct(session, caseId, seenVersion, Stage.Transfer, CaseEvent.CaseTransferred, new() { Place = OfficersWords.Or(place), Words = OfficersWords.Or(words) });
        return cases.Act(act, file => Move(file, act, words));
    }

    async Task<Outcome<CaseReference>> Move(CaseFile file, DeskAct act, string? words)
    {
        if (file.Case.Status != CaseStatus.InProcess) return new Refusal("processing.waits_for_citizen");
        var service = file.Service;
        if (act.Body.Place is not { } place || await directory.Serving(service.State, place, file.Terms.Served(service)) is not { } office) return new Refusal("processing.transfer.place_needed", "place");
        if (office.OfficeId == file.Case.OfficeId) return new Refusal("processing.transfer.same_office", "place");
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) return unfit;
        var (now, before) = (time.UtcNow(), file.Case.OfficeId);
        if (await path.Move(file, office, now) is { } lacks) return lacks.Code == "processing.no_next_post" ? new Refusal("processing.transfer.no_post", "place") : lacks;
        file.Case.PlaceId = (await directory.Places(service.State)).IdOf(place) ?? file.Case.PlaceId;
        file.Record(act.Kind, now, act.Actor, act.Body with { Office = office.OfficeId, OfficeBefore = before }, new());
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {act.Kind}", now));
        return await db.SaveAct(file.Case);
    }
}
