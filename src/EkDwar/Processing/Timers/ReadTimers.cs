using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.People.Staff;
using EkDwar.Processing.Inboxes;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.Timers;

/// <summary>How late messages of one kind are that wait to be handled, span by span as in <see cref="ReadTimers.Spans"/>, and how many of it are dead.</summary>
public sealed record TimerLine(string Kind, IReadOnlyList<Tally> Late, Tally Dead);

/// <summary>
/// Use case: an administrator sees what of the house's own work is late and by how much, and what was given up. Counts alone, and of
/// nobody's case; what is not due yet is not counted. Each span is read through an index and no further than it is shown.
/// </summary>
public sealed class ReadTimers(EkDwarDb db, StaffDesk staff, TimeProvider time)
{
    /// <summary>The spans by their words; each is what is later than the one before it.</summary>
    public static readonly IReadOnlyList<string> Spans = ["under_a_minute", "under_five_minutes", "under_an_hour", "under_a_day", "longer"];

    static readonly TimeSpan[] Ends = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), TimeSpan.FromDays(1)];

    /// <summary>By kind; null where she looks after no office.</summary>
    public async Task<IReadOnlyList<TimerLine>?> Run(DeskSession session)
    {
        if (await staff.OfficeOf(session) is null) return null;
        var now = time.UtcNow();
        var open = db.Set<OutboxMessage>().AsNoTracking().Where(message => message.DoneAt == null && message.DeadAt == null);
        var spans = new List<Span>();
        for (var n = 0; n < Spans.Count; n++)
        {
            var (from, until) = (n < Ends.Length ? now - Ends[n] : now, n == 0 ? now : now - Ends[n - 1]);
            var late = n < Ends.Length ? open.Where(message => message.DueAt > from && message.DueAt <= until) : open.Where(message => message.DueAt <= until);
            spans.Add(await Counted(late.OrderBy(message => message.DueAt)));
        }
        var dead = await Counted(db.Set<OutboxMessage>().AsNoTracking().Where(message => message.DeadAt != null).OrderByDescending(message => message.DeadAt));
        return [.. spans.Append(dead).SelectMany(span => span.Kinds.Keys).Distinct().Order(StringComparer.Ordinal)
            .Select(kind => new TimerLine(kind, [.. spans.Select(span => span.Of(kind))], dead.Of(kind)))];
    }

    /// <summary>What was read of a span. Where there are more than were read, there may be more of any kind.</summary>
    sealed record Span(IReadOnlyDictionary<string, int> Kinds, bool HasMore)
    {
        public Tally Of(string kind) => new(Kinds.GetValueOrDefault(kind), HasMore);
    }

    static async Task<Span> Counted(IQueryable<OutboxMessage> messages)
    {
        var kinds = await messages.Select(message => message.Kind).Take(Tally.Most + 1).ToListAsync();
        return new(kinds.Take(Tally.Most).CountBy(kind => kind).ToDictionary(), kinds.Count > Tally.Most);
    }
}
