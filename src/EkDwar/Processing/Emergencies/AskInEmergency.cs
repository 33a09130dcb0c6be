using EkDwar.Cases;
using EkDwar.Cases.Emergencies;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.Emergencies;

/// <summary>
/// Use case: an official asks to open a case that is not and was not on her desk, with a kind of reason and her own words. The
/// case is not looked for: a reference that is nobody's is taken like any other, and told of only after somebody allowed it.
/// Refused when her post has asked too often, or nobody stands over it.
/// </summary>
public sealed class AskInEmergency(EkDwarDb db, CaseFiles cases, EmergencyDesk desk, MasterKey master, TimeProvider time)
{
    public async Task<Outcome<Guid>> Run(DeskSession session, string? typed, string? reason, string? words)
    {
        var post = await db.Set<Post>().SingleAsync(one => one.PostId == session.PostId);
        if (await desk.Rules(post) is not var (state, rules)) return EmergencyDesk.NotHere;
        var faults = Faults(rules, typed, reason, words, out var reference);
        if (faults.Count > 0) return faults;
        if (!string.Equals(reference.State, state, StringComparison.OrdinalIgnoreCase)) return new Refusal("processing.emergency.other_state", "reference");
        if (await cases.WasAt(reference.CaseId, session.PostId)) return new Refusal("processing.emergency.on_your_desk", "reference");
        var over = await desk.Over(post);
        if (over.Count == 0) return EmergencyDesk.NobodyOver;
        var now = time.UtcNow();
        var since = now.AddDays(-1);
        if (await db.Set<EmergencyRequest>().Where(one => one.AskedFromId == session.PostId && one.AskedAt > since).Take(rules.AsksADay).CountAsync() >= rules.AsksADay)
            return new Refusal("processing.emergency.too_often", "reference", ("count", $"{rules.AsksADay}"));
        var request = new EmergencyRequest
        {
            RequestId = Guid.CreateVersion7(), State = state, AskedFor = reference.CaseId, AskedById = session.OfficialId, AskedFromId = session.PostId, AskedAt = now,
            Reason = reason!, AnswerBy = now.AddHours(rules.AnswerHours),
        };
        request.Seal(master, words!.Trim());
        db.Add(request);
        db.AddRange(over.Select(one => new EmergencyApprover { PostId = one.PostId, RequestId = request.RequestId, AnswerBy = request.AnswerBy }));
        // Of two requests of one post at the same moment the second is told so: none slips past the bound.
        db.Update(post);
        return await db.TrySave() ? request.RequestId : Acts.SomebodyElseWasFirst;
    }

    static List<Refusal> Faults(EmergencyRules rules, string? typed, string? reason, string? words, out CaseReference reference)
    {
        var faults = new List<Refusal>();
        if (!CaseReference.TryParse(typed, out reference)) faults.Add(new("cases.reference_unreadable", "reference"));
        if (!rules.Reasons.Exists(one => one.Code == reason)) faults.Add(new("processing.emergency.reason_needed", "reason"));
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) faults.Add(unfit);
        return faults;
    }
}
