using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People.Desk;
using EkDwar.People.SignOn;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Staff;

/// <summary>
/// Use case: a second person confirms that an official has lost her factors. Her password, authenticator and passkeys end in
/// the same save, her sessions with them; who confirms gets the second half of the code, good for a day.
/// </summary>
public sealed class ConfirmLostFactors(EkDwarDb db, StaffDesk desk, Enrolments enrolments, OfficialLogins logins, TimeProvider time)
{
    public async Task<Outcome<string>> Run(DeskSession session, Guid enrolmentId)
    {
        var now = time.UtcNow();
        if (await db.Set<Enrolment>().SingleOrDefaultAsync(one => one.EnrolmentId == enrolmentId) is not { } enrolment || !enrolment.AwaitsConfirmation || !enrolment.IsOpen(now)
            || !await enrolments.MayConfirm(session, enrolment)) return StaffDesk.NotYours;
        var official = await db.Set<Official>().SingleAsync(one => one.OfficialId == enrolment.OfficialId);
        logins.End(official);
        official.Recognised();
        official.FactorsEndedAt = now;
        db.RemoveRange(await db.Set<Passkey>().Where(passkey => passkey.OfficialId == official.OfficialId).ToListAsync());
        // Who comes from her state's sign-on next is known there by login again, as at the first time.
        db.RemoveRange(await db.Set<SignOnLink>().Where(link => link.OfficialId == official.OfficialId).ToListAsync());
        var code = enrolments.Confirm(enrolment, session);
        var office = await db.Set<Places.Post>().Where(post => post.PostId == session.PostId).Select(post => post.OfficeId).SingleAsync();
        desk.Record(session, OfficeChangeKind.FactorsEnded, office, official.OfficialId, null, new(null, null, enrolment.Words));
        return await db.TrySave() ? code : StaffDesk.SomebodyElseWasFirst;
    }
}
