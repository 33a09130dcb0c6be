using System.Net;
using EkDwar.Foundation.Outbox;
using EkDwar.Processing.Inboxes;
using EkDwar.Processing.Timers;
using EkDwar.Tests.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Processing.Timers;

/// <summary>How late the house is with its own work, shown to whoever looks after an office and to nobody else.</summary>
public sealed class The_page_of_timers : IAsyncLifetime
{
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    Task Put(string kind, TimeSpan late, int count = 1, bool isDead = false) => house.Db(async db =>
    {
        var now = house.Clock.GetUtcNow().UtcDateTime;
        for (var n = 0; n < count; n++)
        {
            var message = OutboxMessage.Of(kind, $"x{n}", now - late);
            if (isDead) message.DeadAt = now;
            db.Add(message);
        }
        await db.Save();
    });

    [Fact]
    public async Task counts_what_is_late_by_kind_and_span_and_what_was_given_up()
    {
        await house.OutboxDrained();
        await Put("limit", TimeSpan.Zero, 2);
        await Put("limit", TimeSpan.FromSeconds(10));
        await Put("limit", TimeSpan.FromMinutes(2));
        await Put("notice", TimeSpan.FromMinutes(50), 4);
        await Put("notice", TimeSpan.FromDays(1) * -1, 7);
        await Put("notice", TimeSpan.FromDays(3), 5, isDead: true);
        await Put("some_new_kind", TimeSpan.FromHours(23));
        await Put("some_new_kind", TimeSpan.FromHours(24));
        var lines = (await house.Use(async (ReadTimers read) => await read.Run(await house.Desk("administrator"))))!;
        Assert.Equal(["limit 3 1 0 0 0 0", "notice 0 0 4 0 0 5", "some_new_kind 0 0 0 1 1 0"], lines.Select(line => $"{line.Kind} {string.Join(' ', line.Late)} {line.Dead}"));
        var page = await (await house.Signed("admin.haveli")).Open("/desk/en/timers");
        Assert.Equal(["Time limits 3 1 0 0 0 0", "Messages to applicants 0 0 4 0 0 5", "some_new_kind 0 0 0 1 1 0"],
            page.Document.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim()))));
    }

    [Fact]
    public async Task counts_no_further_than_it_shows()
    {
        await Put("limit", TimeSpan.FromMinutes(2), 150);
        await Put("notice", TimeSpan.FromMinutes(1.5));
        var lines = (await house.Use(async (ReadTimers read) => await read.Run(await house.Desk("administrator"))))!;
        // What lies behind the hundred is not read: there may be more of any kind.
        Assert.Equal(new Tally(100, HasMore: true), lines.Single(line => line.Kind == "limit").Late[1]);
        Assert.All(lines, line => Assert.True(line.Late[1].HasMore));
    }

    [Fact]
    public async Task is_closed_to_whoever_looks_after_no_office()
    {
        foreach (var login in (string[])["clerk.haveli", "tahsildar.haveli"])
        {
            var browser = await house.Signed(login);
            var page = await browser.Open("/desk/en/timers");
            Assert.Equal(HttpStatusCode.Forbidden, page.Status);
            Assert.False(page.Has("table"));
            Assert.DoesNotContain("/timers", (await browser.Open("/desk/en/inbox")).Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
        Assert.Contains("Nothing is late", (await (await Drained("admin.haveli")).Follow("Late work of the system")).Text);
    }

    async Task<Page> Drained(string login)
    {
        await house.OutboxDrained();
        return await (await house.Signed(login)).Open("/desk/en/inbox");
    }
}
