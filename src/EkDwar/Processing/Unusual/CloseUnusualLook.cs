using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.People.Staff;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.Unusual;

/// <summary>Use case: the administrator closes a notice of unusual looks with what explains them, once. What was seen stays recorded.</summary>
public sealed class CloseUnusualLook(EkDwarDb db, UnusualDesk desk, TimeProvider time)
{
    public async Task<Outcome<Guid>> Run(DeskSession session, Guid unusualId, string? words)
    {
        if (!await desk.MayClose(session) || await desk.InSight(session) is not { } inSight || !await inSight.AnyAsync(one => one.UnusualId == unusualId)) return UnusualDesk.NotYours;
        var notice = await db.Set<UnusualLook>().SingleAsync(one => one.UnusualId == unusualId);
        if (notice.ClosedAt is not null) return StaffDesk.SomebodyElseWasFirst;
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) return unfit;
        (notice.ClosedAt, notice.ClosedById, notice.Words) = (time.UtcNow(), session.OfficialId, words!.Trim());
        return await db.TrySave() ? unusualId : StaffDesk.SomebodyElseWasFirst;
    }
}
