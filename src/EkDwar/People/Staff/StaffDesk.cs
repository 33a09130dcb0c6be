using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Staff;

/// <summary>
/// Who may look after whose posts: the holder of an office's administrator post, for her office and those below it, and
/// never for herself. Also writes the office's record, in the use case's own save.
/// </summary>
public sealed class StaffDesk(EkDwarDb db, OfficesBelow below, HeldPosts held, Rosters rosters, TimeProvider time)
{
    public const string Administrator = "administrator";

    /// <summary>The same for what is not there and for what is not hers.</summary>
    public static readonly Refusal NotYours = new("people.staff.not_yours");
    public static readonly Refusal NotYourself = new("people.staff.not_yourself");
    public static readonly Refusal SomebodyElseWasFirst = new("people.staff.changed_meanwhile");

    public DateOnly Today => time.Today();

    /// <summary>The office whose administrator she is; null when she is none.</summary>
    public async Task<Guid?> OfficeOf(DeskSession session)
    {
        var office = await db.Set<Post>().Where(post => post.PostId == session.PostId && post.Designation == Administrator).Select(post => (Guid?)post.OfficeId).FirstOrDefaultAsync();
        return office is not null && await AnswersFor(session) ? office : null;
    }

    /// <summary>Whether she acts from her post as one who answers for it, and not by delegation.</summary>
    public Task<bool> AnswersFor(DeskSession session) => held.AnswersFor(session.OfficialId, session.PostId);

    public async Task<bool> Administers(DeskSession session, Guid officeId) =>
        await OfficeOf(session) is { } mine && (mine == officeId || await below.Of(mine).AnyAsync(office => office.OfficeId == officeId));

    /// <summary>
    /// The post, to be handed on by her, and its office's roster as it is from today on. An administrator's own post is filled
    /// from the office above.
    /// </summary>
    public async Task<Outcome<(Post Post, Roster Roster)>> Open(DeskSession session, Guid postId)
    {
        if (await db.Set<Post>().SingleOrDefaultAsync(post => post.PostId == postId) is not { IsShared: false } post || !await Administers(session, post.OfficeId)) return NotYours;
        if (post.Designation == Administrator && await OfficeOf(session) == post.OfficeId) return new Refusal("people.staff.from_above");
        // Of two changes of one post at the same moment the second is told so.
        db.Update(post);
        return (post, await rosters.Of(post.OfficeId, Today.AddDays(-1)));
    }

    /// <summary>An official who holds a post of an office she administers, now or later, or has charge of one; null when none does.</summary>
    public async Task<(Official Official, Guid OfficeId)?> Official(DeskSession session, Guid officialId)
    {
        if (await OfficeOf(session) is not { } mine || await db.Set<Official>().SingleOrDefaultAsync(one => one.OfficialId == officialId) is not { } official) return null;
        var offices = await OfficesOf(officialId);
        var hers = await below.Of(mine).Where(office => offices.Contains(office.OfficeId)).Select(office => (Guid?)office.OfficeId).OrderBy(id => id).FirstOrDefaultAsync();
        return hers is null ? null : (official, hers.Value);
    }

    /// <summary>Officials of a state: who holds a post of one of its offices, held one or will. Somebody relieved elsewhere and not posted yet is one of them.</summary>
    public IQueryable<Official> OfState(string state) => db.Set<Official>().Where(official => (
        from holding in db.Set<PostHolding>()
        where holding.OfficialId == official.OfficialId
        join post in db.Set<Post>() on holding.PostId equals post.PostId
        join office in db.Set<Office>() on post.OfficeId equals office.OfficeId
        where office.State == state
        select holding).Any());

    /// <summary>Where she holds a post or will, or has charge of one.</summary>
    public Task<List<Guid>> OfficesOf(Guid officialId)
    {
        var today = Today;
        return (from holding in db.Set<PostHolding>()
                where holding.OfficialId == officialId && (holding.UntilOn == null || holding.UntilOn >= today)
                join post in db.Set<Post>() on holding.PostId equals post.PostId
                select post.OfficeId).Distinct().ToListAsync();
    }

    public void Record(DeskSession session, OfficeChangeKind kind, Guid officeId, Guid? officialId, Guid? postId, StaffOrder order) => db.Add(new OfficeChange
    {
        ChangeId = Guid.CreateVersion7(), OfficeId = officeId, At = time.UtcNow(), Kind = kind, ByOfficialId = session.OfficialId, ByPostId = session.PostId,
        OfficialId = officialId, PostId = postId, FromOn = order.FromOn, UntilOn = order.UntilOn, Words = order.Reason,
    });
}
