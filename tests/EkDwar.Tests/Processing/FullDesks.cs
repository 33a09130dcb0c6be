using EkDwar.Cases;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Processing.Inboxes;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Processing;

/// <summary>A desk with something of everything a list can be narrowed by, on both sides of each border, and one with more than is counted.</summary>
public sealed class FullDesks : IAsyncLifetime
{
    public const string Other = "domicile-certificate";

    public TestHouse House { get; private set; } = null!;
    public DeskSession Clerk { get; private set; } = null!;
    public DeskSession Circle { get; private set; } = null!;
    public DeskSession Tahsildar { get; private set; } = null!;
    public DateOnly Today => House.Clock.Today();
    public List<WorkItem> OfClerk { get; private set; } = [];
    TestCase one = null!;
    int last = 1000;

    public async ValueTask InitializeAsync()
    {
        House = await TestHouse.Open();
        one = await House.Case().Submitted();
        (Clerk, Circle, Tahsildar) = (await House.Desk("clerk"), await House.Desk("circle_officer"), await House.Desk("tahsildar"));
        int?[] days = [-400, -2, -1, 0, 0, 1, 7, 8, 30, null, .. Enumerable.Range(9, 25).Select(day => (int?)day)];
        var items = days.Select((day, at) => Item(Clerk, day, isPaused: false, at)).ToList();
        items.AddRange(Enumerable.Range(0, 5).Select(at => Item(Clerk, at - 2, isPaused: true, at)));
        items.AddRange(Enumerable.Range(0, Tally.Most).Select(at => Item(Circle, 0, isPaused: false, at)));
        items.AddRange(Enumerable.Range(0, Tally.Most + 1).Select(at => Item(Circle, at + 20, isPaused: false, at)));
        await House.Db(async db =>
        {
            db.AddRange(items);
            return await db.SaveChangesAsync();
        });
        OfClerk = await House.Db(db => db.Set<WorkItem>().AsNoTracking().Where(item => item.PostId == Clerk.PostId && item.DoneAt == null).ToListAsync());
    }

    // Only what is read of an item differs: to the list they are as many cases.
    WorkItem Item(DeskSession desk, int? day, bool isPaused, int at) => new()
    {
        CaseId = one.CaseId, Seq = last++, PostId = desk.PostId, Stage = "scrutiny", SinceAt = House.Clock.UtcNow(), DueOn = day is { } days ? Today.AddDays(days) : null, IsPaused = isPaused,
        ServiceId = at % 3 == 1 ? Other : "income-certificate", IsWithApplicant = isPaused || at % 4 == 2, IsUrgent = at % 5 == 3,
    };

    public async ValueTask DisposeAsync() => await House.DisposeAsync();
}
