using EkDwar.Cases;
using EkDwar.Cases.Visits;
using EkDwar.Catalogue;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Processing.Visits;

/// <summary>
/// Use case: the officer who is to report from the field sends a link to the phone of somebody of the office, such as the
/// talathi. The case stays on his desk and the clock runs on; the report that comes recommends, and his own is still his.
/// </summary>
public sealed class AskFieldVisit(EkDwarDb db, CaseFiles cases, FieldVisits visits, TimeProvider time)
{
    /// <summary>How long a link works, and how many may be sent for one case.</summary>
    public static readonly TimeSpan ValidFor = TimeSpan.FromDays(7);
    public const int MostOfACase = 10;
    const int LongestName = 100;

    public Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, string? name, string? mobile, string? words)
    {
        var isMobile = PhoneNumber.TryParse(mobile, out var number);
        var act = new DeskAct(session, caseId, seenVersion, Stage.AskVisit, CaseEvent.FieldVisitAsked,
            new() { Visitor = isMobile ? $"{OfficersWords.Or(name)} {number.Masked}" : null, Words = OfficersWords.Or(words) });
        return cases.Act(act, file => Ask(file, act, name, isMobile ? number : null));
    }

    async Task<Outcome<CaseReference>> Ask(CaseFile file, DeskAct act, string? name, PhoneNumber? mobile)
    {
        if (file.Case.Status != CaseStatus.InProcess) return new Refusal("processing.waits_for_citizen");
        var problems = Problems(name, mobile, act.Body.Words);
        if (problems.Count > 0) return problems;
        var (earlier, now) = (await visits.Of(file), time.UtcNow());
        if (earlier.Any(visit => visit.Visit.PostId == act.Session.PostId && visit.At(now) == LinkState.Open)) return new Refusal("processing.visit.one_waits");
        if (earlier.Count >= MostOfACase) return new Refusal("processing.visit.too_many", null, ("most", $"{MostOfACase}"));
        var (visitId, seq) = (Guid.CreateVersion7(), earlier.Count + 1);
        db.Add(new FieldVisit
        {
            CaseId = file.Case.CaseId, Seq = seq, VisitId = visitId, TokenHash = visits.HashOf(visitId), Stage = file.Desk!.Stage, PostId = act.Session.PostId, OfficialId = act.Session.OfficialId,
            AskedAt = now, ExpiresAt = now + ValidFor, Request = OpenVisit.Sealed(file.Seal, seq, new(name!.Trim(), mobile!.Value.Digits, act.Body.Words!)),
        });
        file.Record(act.Kind, now, act.Actor, act.Body, new());
        var body = EndVisit.BodyOf(file.Case.Reference, seq);
        db.Add(OutboxMessage.Of(FieldVisits.AskVisitor, body, now, OutboxLane.Notices));
        db.Add(OutboxMessage.Of(EndVisit.OutboxKind, body, now + ValidFor));
        return await db.SaveAct(file.Case);
    }

    static List<Refusal> Problems(string? name, PhoneNumber? mobile, string? words)
    {
        var problems = new List<Refusal>();
        if (OfficersWords.Unfit(name, "name", isNeeded: true) is { } unfit) problems.Add(unfit.Code == "cases.words_needed" ? new("processing.visit.name_needed", "name") : unfit);
        else if (name!.Trim().Length > LongestName) problems.Add(new("questions.too_long", "name", ("max", $"{LongestName}"), ("over", $"{name.Trim().Length - LongestName}")));
        if (mobile is null) problems.Add(new("people.mobile_unreadable", "mobile"));
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unclear) problems.Add(unclear);
        return problems;
    }
}
