using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.People.Staff;

/// <summary>
/// Use case: the administrator writes down that an official has lost her passkeys and her authenticator. She gets the first
/// half of a code; nothing ends before a second person has confirmed. A newcomer who never enrolled gets a new code in the same way.
/// </summary>
public sealed class ReportLostFactors(EkDwarDb db, StaffDesk desk, Enrolments enrolments)
{
    public async Task<Outcome<string>> Run(DeskSession session, Guid officialId, StaffOrder order)
    {
        if (await desk.Official(session, officialId) is not { } found) return StaffDesk.NotYours;
        if (officialId == session.OfficialId) return StaffDesk.NotYourself;
        List<Refusal> faults = [.. order.WordFaults()];
        if (faults.Count > 0) return faults;
        if (await enrolments.Open(officialId) is not null) return new Refusal("people.staff.enrolment_open");
        var code = enrolments.Ask(session, officialId, EnrolmentKind.Lost, order.Reason);
        // Two such reports at the same moment: the second loses here.
        db.Update(found.Official);
        desk.Record(session, OfficeChangeKind.FactorsReportedLost, found.OfficeId, officialId, null, order);
        return await db.TrySave() ? code : StaffDesk.SomebodyElseWasFirst;
    }
}
