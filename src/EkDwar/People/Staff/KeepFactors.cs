using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Staff;

/// <summary>Use case: an official who is signed in says that she has lost nothing. What somebody reported of her ends, before anybody confirms it.</summary>
public sealed class KeepFactors(EkDwarDb db, Enrolments enrolments, StaffDesk desk, TimeProvider time)
{
    public async Task<Outcome<Guid>> Run(DeskSession session)
    {
        if (await enrolments.Open(session.OfficialId) is not { AwaitsConfirmation: true } enrolment) return StaffDesk.NotYours;
        enrolment.EndedAt = time.UtcNow();
        var office = await db.Set<Post>().Where(post => post.PostId == enrolment.AskedFromId).Select(post => post.OfficeId).SingleAsync();
        desk.Record(session, OfficeChangeKind.FactorsKept, office, session.OfficialId, null, new(null, null, enrolment.Words));
        return await db.TrySave() ? session.OfficialId : StaffDesk.SomebodyElseWasFirst;
    }
}
