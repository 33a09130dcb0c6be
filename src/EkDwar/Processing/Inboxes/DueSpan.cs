using EkDwar.Cases;

namespace EkDwar.Processing.Inboxes;

/// <summary>When the legal date of what lies on a desk comes, in days of the calendar from today. What is not paused is in exactly one of these.</summary>
public enum DueSpan
{
    Overdue,
    Today,

    /// <summary>Not today, but within the seven days after it.</summary>
    Week,
    Later,

    /// <summary>No date yet: the clock has not started.</summary>
    Unknown,
}

/// <summary>Takes a span out of work items.</summary>
public static class DueSpans
{
    public static readonly IReadOnlyList<DueSpan> All = Enum.GetValues<DueSpan>();

    public static IQueryable<WorkItem> Due(this IQueryable<WorkItem> items, DueSpan span, DateOnly today)
    {
        var week = today.AddDays(7);
        return span switch
        {
            DueSpan.Overdue => items.Where(item => item.DueOn < today),
            DueSpan.Today => items.Where(item => item.DueOn == today),
            DueSpan.Week => items.Where(item => item.DueOn > today && item.DueOn <= week),
            DueSpan.Later => items.Where(item => item.DueOn > week),
            _ => items.Where(item => item.DueOn == null),
        };
    }
}
