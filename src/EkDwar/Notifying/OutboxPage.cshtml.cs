using EkDwar.Design;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying;

/// <summary>Some of the outbox that have something in common, and how many there are: of more than a hundred only that there are more.</summary>
public sealed record OutboxGroup(string Title, string Count, IReadOnlyList<OutboxMessage> Messages);

/// <summary>
/// Development's outbox: what waits, is tried again, or is dead, and a way to have the dead tried anew. Of no message more than
/// its kind: its body names a case. No page at all anywhere else.
/// </summary>
[DevelopmentOnly]
public sealed class OutboxPage(EkDwarDb db) : EkPage
{
    const int Most = 100, Shown = 20;

    public IReadOnlyList<OutboxGroup> Groups { get; private set; } = [];

    public async Task OnGet()
    {
        var open = db.Set<OutboxMessage>().AsNoTracking().Where(message => message.DoneAt == null);
        var living = open.Where(message => message.DeadAt == null);
        Groups =
        [
            await Group("notifying.outbox_dead", open.Where(message => message.DeadAt != null).OrderByDescending(message => message.DeadAt)),
            await Group("notifying.outbox_retried", living.Where(message => message.LastError != null).OrderBy(message => message.DueAt)),
            await Group("notifying.outbox_waiting", living.Where(message => message.LastError == null).OrderBy(message => message.DueAt)),
        ];
    }

    public async Task<IActionResult> OnPostReplay(Guid message, [FromServices] ReplayDead replay) =>
        (await replay.Run(message)).IsDone ? Redirect("/dev/outbox") : NotFound();

    public string When(DateTime at) => DayPart.At(at, Language);

    static async Task<OutboxGroup> Group(string title, IQueryable<OutboxMessage> of)
    {
        var first = await of.Take(Most + 1).ToListAsync();
        return new(title, first.Count > Most ? $"{Most}+" : $"{first.Count}", [.. first.Take(Shown)]);
    }
}
