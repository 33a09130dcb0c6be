using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.People.SignIns;

namespace EkDwar.People.Staff;

/// <summary>Use case: the administrator ends every sign-in of an official, as when a computer of hers was left open or stolen. Her password, authenticator and passkeys stay.</summary>
public sealed class SignOutOfficial(EkDwarDb db, StaffDesk desk, SignInBook signIns)
{
    public async Task<Outcome<Guid>> Run(DeskSession session, Guid officialId, StaffOrder order)
    {
        if (await desk.Official(session, officialId) is not { } found) return StaffDesk.NotYours;
        if (officialId == session.OfficialId) return StaffDesk.NotYourself;
        List<Refusal> faults = [.. order.WordFaults()];
        if (faults.Count > 0) return faults;
        desk.Record(session, OfficeChangeKind.SignedOut, found.OfficeId, officialId, null, order);
        if (!await db.TrySave()) return StaffDesk.SomebodyElseWasFirst;
        await signIns.EndOthers(new Holder(null, officialId), but: null);
        return officialId;
    }
}
