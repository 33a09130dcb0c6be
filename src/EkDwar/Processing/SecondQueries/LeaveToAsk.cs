using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.SecondQueries;

/// <summary>A second query that a senior may answer: the case, what was asked for it, and from which post.</summary>
public sealed record SecondQuery(CaseFile File, TimelineEntry Asked, AwaitedLeave Leave)
{
    /// <summary>Whether the case lies still where leave was asked for it.</summary>
    public bool IsThere => File.Case.Status == CaseStatus.InProcess && File.Desks.Any(item => item.PostId == Leave.AskedFromId);
}

/// <summary>Finds the second queries that wait for a senior. It says who may answer; what is answered is each use case's own.</summary>
public sealed class LeaveToAsk(EkDwarDb db, CaseFiles cases, Timeline timeline)
{
    const int MostShown = 50;

    /// <summary>The entry that asks for leave, while it waits and the case is still with who asked; null otherwise.</summary>
    public static TimelineEntry? Waiting(CaseFile file, IReadOnlyList<TimelineEntry> entries) =>
        entries.LastOrDefault(entry => entry.Kind is CaseEvent.SecondQueryAsked or CaseEvent.SecondQueryAllowed or CaseEvent.SecondQueryRefused or CaseEvent.SecondQueryTakenBack) is { Kind: CaseEvent.SecondQueryAsked } asked
            && file.Desks.Any(item => item.PostId == asked.PostId) ? asked : null;

    /// <summary>The newest one of this case that this post may answer, answered or not; never who asked herself, whatever post she acts from.</summary>
    public async Task<SecondQuery?> Of(DeskSession session, CaseReference reference)
    {
        var leave = await db.Set<AwaitedLeave>().Where(one => one.PostId == session.PostId && one.CaseId == reference.CaseId).OrderByDescending(one => one.Seq).FirstOrDefaultAsync();
        if (leave is null || leave.AskedById == session.OfficialId || await cases.Open(reference.CaseId) is not { } file || file.Case.Reference != reference) return null;
        return new(file, (await timeline.Of(file)).Single(entry => entry.Seq == leave.Seq), leave);
    }

    /// <summary>What waits for this post, the oldest first; read by an index, and no more than are shown.</summary>
    public static IQueryable<AwaitedLeave> For(EkDwarDb db, DeskSession session) => (
        from leave in db.Set<AwaitedLeave>().AsNoTracking()
        where leave.PostId == session.PostId && leave.AnsweredAt == null && leave.AskedById != session.OfficialId
            && db.Set<WorkItem>().Any(item => item.CaseId == leave.CaseId && item.PostId == leave.AskedFromId && item.DoneAt == null)
        orderby leave.AskedAt, leave.CaseId
        select leave).Take(MostShown);
}
