using EkDwar.Cases.Emergencies;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.Emergencies;

/// <summary>A request as a desk reads it: who asked, from which post, in whose words while it waits.</summary>
public sealed record EmergencyLine(EmergencyRequest Request, LocalText By, Post From, string Words);

/// <summary>What a desk has of requests: what waits for its answer, and what its official asked from it, the newest first.</summary>
public sealed record EmergencyLists(IReadOnlyList<EmergencyLine> Waiting, IReadOnlyList<EmergencyLine> Own, EmergencyRules? Rules, bool HasOver);

/// <summary>Use case: the requests that wait for this post's answer, and those its official made. No case is opened for it.</summary>
public sealed class ReadEmergencies(EkDwarDb db, EmergencyDesk desk, PostDirectory directory, MasterKey master, TimeProvider time)
{
    const int MostWaiting = 50, MostOwn = 20;

    public async Task<EmergencyLists> Run(DeskSession session)
    {
        var post = await directory.Post(session.PostId);
        var own = await db.Set<EmergencyRequest>().AsNoTracking().Where(one => one.AskedFromId == session.PostId && one.AskedById == session.OfficialId)
            .OrderByDescending(one => one.AskedAt).Take(MostOwn).ToListAsync();
        var waiting = await Waiting(db, session, time.UtcNow()).OrderBy(one => one.AskedAt).Take(MostWaiting).ToListAsync();
        return new(await Lines(waiting), await Lines(own), (await desk.Rules(post))?.Rules, (await desk.Over(post)).Count > 0);
    }

    /// <summary>What waits for the answer of this post, by another than who asked.</summary>
    public static IQueryable<EmergencyRequest> Waiting(EkDwarDb db, DeskSession session, DateTime now) =>
        from one in db.Set<EmergencyApprover>()
        where one.PostId == session.PostId && one.AnswerBy > now
        join request in db.Set<EmergencyRequest>().AsNoTracking() on one.RequestId equals request.RequestId
        where request.Status == EmergencyStatus.Asked && request.AskedById != session.OfficialId
        select request;

    async Task<IReadOnlyList<EmergencyLine>> Lines(IReadOnlyList<EmergencyRequest> requests)
    {
        var officials = requests.Select(one => one.AskedById).Distinct().ToList();
        var names = await db.Set<Official>().AsNoTracking().Where(official => officials.Contains(official.OfficialId)).ToDictionaryAsync(official => official.OfficialId, official => official.Names);
        var lines = new List<EmergencyLine>();
        foreach (var request in requests)
            lines.Add(new(request, names[request.AskedById], await directory.Post(request.AskedFromId), request.WordsOf(master)));
        return lines;
    }
}
