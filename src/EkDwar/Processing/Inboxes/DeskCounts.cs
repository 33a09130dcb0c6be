using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.Inboxes;

/// <summary>How much of what a filter lets through lies on one desk, span by span, and how much of it is paused.</summary>
public sealed class DeskCounts
{
    readonly Tally[] spans;

    DeskCounts(Tally[] spans, Tally paused) => (this.spans, Paused) = (spans, paused);

    public Tally this[DueSpan span] => spans[(int)span];
    public Tally Paused { get; }

    /// <summary>All whose clock is not paused.</summary>
    public Tally Running => spans.Aggregate((one, other) => one.And(other));

    /// <summary>How long the list of this filter is.</summary>
    public Tally Of(InboxFilter filter) => filter.IsPaused ? Paused : filter.Due is { } span ? this[span] : Running;

    /// <summary>Counts in one round trip; the filter's own span and list are passed over, as each is counted.</summary>
    public static async Task<DeskCounts> Read(EkDwarDb db, Guid postId, InboxFilter filter, DateOnly today)
    {
        IQueryable<WorkItem> Some(InboxFilter some) => some.Of(db.Set<WorkItem>(), postId, today).Take(Tally.Most + 1);
        IQueryable<WorkItem> In(DueSpan span) => Some(filter.ToRunning() with { Due = span });
        var (overdue, due, week, later, unknown, paused) = (In(DueSpan.Overdue), In(DueSpan.Today), In(DueSpan.Week), In(DueSpan.Later), In(DueSpan.Unknown), Some(filter.ToPaused()));
        var counted = await db.Set<Post>().Where(post => post.PostId == postId).Select(_ => new
        {
            Overdue = overdue.Count(), Today = due.Count(), Week = week.Count(), Later = later.Count(), Unknown = unknown.Count(), Paused = paused.Count(),
        }).SingleAsync();
        int[] inOrder = [counted.Overdue, counted.Today, counted.Week, counted.Later, counted.Unknown];
        return new([.. inOrder.Select(Tally.Of)], Tally.Of(counted.Paused));
    }
}
