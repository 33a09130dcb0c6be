using EkDwar.Cases;
using EkDwar.Cases.Emergencies;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.Emergencies;

/// <summary>
/// Use case: a second person, from a post that stands over the one that asked, allows or refuses; never herself, and once.
/// Allowed, the case is open to who asked for the hours of the state's file. What was said stands in the ledger of the case.
/// </summary>
public sealed class AnswerEmergency(EkDwarDb db, CaseFiles cases, EmergencyDesk desk, MasterKey master, TimeProvider time)
{
    public async Task<Outcome<EmergencyStatus>> Run(DeskSession session, Guid requestId, bool isAllowed)
    {
        var now = time.UtcNow();
        var isHers = await db.Set<EmergencyApprover>().AnyAsync(one => one.RequestId == requestId && one.PostId == session.PostId);
        if (!isHers || await db.Set<EmergencyRequest>().SingleAsync(one => one.RequestId == requestId) is not { } request || request.AskedById == session.OfficialId
            || desk.RulesOf(request.State) is not { } rules) return EmergencyDesk.NotYours;
        if (!request.Waits(now)) return EmergencyDesk.Answered;
        if (isAllowed && desk.SigningIn(request.State).Unsigned(session) is { } unsigned) return unsigned;
        var file = await cases.Open(request.AskedFor) is { } found && found.Case.Reference == request.Reference ? found : null;
        var words = request.WordsOf(master);
        request.Status = !isAllowed ? EmergencyStatus.Refused : file is null ? EmergencyStatus.NothingThere : EmergencyStatus.Allowed;
        request.OpenUntil = request.Status == EmergencyStatus.Allowed ? now.AddHours(rules.Hours) : null;
        (request.AnsweredById, request.AnsweredFromId, request.AnsweredAt, request.Words) = (session.OfficialId, session.PostId, now, null);
        if (file is not null) Record(file, session, request, words);
        return await db.TrySave() ? request.Status : Acts.SomebodyElseWasFirst;
    }

    void Record(CaseFile file, DeskSession session, EmergencyRequest request, string words)
    {
        var kind = request.Status == EmergencyStatus.Allowed ? CaseEvent.EmergencyLookAllowed : CaseEvent.EmergencyLookRefused;
        var fact = new EmergencyFact(request.RequestId, request.AskedById, request.AskedFromId, request.AskedAt, request.Reason) { OpenUntil = request.OpenUntil };
        file.Record(kind, request.AnsweredAt!.Value, Actor.Post(session.PostId, session.OfficialId), new() { Words = words, Emergency = fact }, new());
        if (kind == CaseEvent.EmergencyLookAllowed) db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {kind}", request.AnsweredAt.Value));
    }
}
