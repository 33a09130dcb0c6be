using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.Places;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People.Staff;

/// <summary>One official for her administrator: leave, and help when she has lost every factor; and the record of what was done.</summary>
public sealed class OfficialPeoplePage(StaffBook book, StaffDesk desk, Enrolments enrolments, EkDwarDb db, TimeProvider time) : StaffPage
{
    static readonly string[] Acts = ["leave_granted", "leave_ended", "signed_out"];

    public Official Official { get; private set; } = null!;
    public IReadOnlyList<Leave> Leaves { get; private set; } = [];
    public Enrolment? Enrolment { get; private set; }
    public IReadOnlyList<OfficeChange> Changes { get; private set; } = [];
    public IReadOnlyDictionary<Guid, Official> Named { get; private set; } = new Dictionary<Guid, Official>();
    public bool IsHerself => Official.OfficialId == Session.OfficialId;
    public string Address => Desk("people/officials/" + Official.OfficialId);
    public DateOnly Today => time.Today();

    public async Task<IActionResult> OnGet(Guid official)
    {
        if (!await Open(official)) return NotFound();
        if (JustDone() is var (act, about) && about == official.ToString() && Acts.Contains(act)) Done = T("people.staff.done_" + act);
        return Page();
    }

    public async Task<IActionResult> OnPostLeave(Guid official, [FromServices] GrantLeave grant) =>
        await After(official, "leave", "leave_granted", await grant.Run(Session, official, Order("leave")));

    public async Task<IActionResult> OnPostEndLeave(Guid official, Guid leave, [FromServices] EndLeave end) =>
        await After(official, "end-" + leave.ToString("N"), "leave_ended", await end.Run(Session, leave, Order("end-" + leave.ToString("N"))));

    public async Task<IActionResult> OnPostSignOut(Guid official, [FromServices] SignOutOfficial signOut) =>
        await After(official, "sign-out", "signed_out", await signOut.Run(Session, official, Order("sign-out")));

    public async Task<IActionResult> OnPostLost(Guid official, [FromServices] ReportLostFactors report)
    {
        var reported = await report.Run(Session, official, Order("lost"));
        db.ChangeTracker.Clear();
        if (!await Open(official)) return NotFound();
        if (!reported.IsDone) return Refused("lost", reported.Refusals);
        Code = reported.Value;
        return Page();
    }

    async Task<IActionResult> After(Guid official, string form, string done, Outcome<Guid> outcome)
    {
        if (outcome.IsDone) return SeeOther(Desk("people/officials/" + official), done, official.ToString());
        db.ChangeTracker.Clear();
        return await Open(official) ? Refused(form, outcome.Refusals) : NotFound();
    }

    async Task<bool> Open(Guid official)
    {
        if (await desk.Official(Session, official) is not { } found) return false;
        Official = found.Official;
        Leaves = await book.LeavesOf(official);
        Enrolment = await enrolments.Open(official);
        Changes = await book.Changes(postId: null, official);
        Named = await book.Named(Changes.SelectMany(change => new[] { change.ByOfficialId, change.OfficialId ?? change.ByOfficialId }));
        return true;
    }
}
