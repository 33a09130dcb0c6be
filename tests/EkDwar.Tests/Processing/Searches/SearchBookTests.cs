using EkDwar.Cases;
using EkDwar.Cases.Names;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using EkDwar.Processing.Searches;
using EkDwar.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EkDwar.Tests.Processing.Searches;

/// <summary>Who searched when stays known; what for is kept for its months; and many searches are pointed out and end.</summary>
public sealed class The_book_of_searches(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly TestHouse house = shared.House;

    Task Writes(DeskSession session, string words, int times = 1) => house.Use(async (SearchBook book) =>
    {
        for (var at = 0; at < times; at++) await book.Write(session, new Sought { Words = words }.ToText(), 0);
    });

    Task<List<Search>> Of(DeskSession session) => house.Db(db => db.Set<Search>().AsNoTracking().Where(search => search.OfficialId == session.OfficialId).OrderBy(search => search.At).ToListAsync());

    [Fact]
    public async Task forgets_what_was_asked_after_its_months()
    {
        var circle = await house.Desk("circle_officer");
        await Writes(circle, "पहिला शोध");
        var first = (await Of(circle))[^1];
        Assert.Contains("पहिला", await house.Use((SearchBook book) => book.Asked(first)));
        house.Clock.Advance(TimeSpan.FromDays(31 * (SearchBook.KeptMonths + 1)));
        await Writes(circle, "दुसरा शोध");
        Assert.Null(await house.Use((SearchBook book) => book.Asked(first)));
        var second = (await Of(circle))[^1];
        Assert.Contains("दुसरा", await house.Use((SearchBook book) => book.Asked(second)));
        Assert.NotEqual(first.SearchId, second.SearchId);
    }

    [Fact]
    public async Task begins_a_month_once_though_several_search_first_and_no_fault_is_logged()
    {
        var lines = new LogLines();
        await using var node = await TestHouse.Open(services => services.AddSingleton(LoggerFactory.Create(log => log.AddProvider(lines))));
        var desks = new[] { await node.Desk("clerk"), await node.Desk("circle_officer"), await node.Desk("tahsildar"), await node.Desk("awal_karkun") };
        await Task.WhenAll(desks.Select(desk => node.Use((SearchBook book) => book.Write(desk, new Sought { Words = $"शोध {desk.PostId}" }.ToText(), 0))));
        Assert.Equal(1, await node.Db(db => db.Set<SearchMonth>().CountAsync()));
        var searches = await node.Db(db => db.Set<Search>().AsNoTracking().ToListAsync());
        Assert.Equal(desks.Select(desk => desk.OfficialId).Order(), searches.Select(one => one.OfficialId).Order());
        foreach (var one in searches) Assert.Contains($"शोध {one.PostId}", await node.Use((SearchBook book) => book.Asked(one)));
        Assert.Empty(lines.Errors);
    }

    [Fact]
    public async Task points_out_many_searches_to_who_looks_after_the_office_with_what_was_asked()
    {
        var clerk = await house.Desk("clerk");
        // Noon in India: no rule about the night.
        house.Clock.Set(new DateTimeOffset(house.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1).AddHours(6.5), TimeSpan.Zero));
        Task<List<UnusualLook>> Notices() => house.Db(db => db.Set<UnusualLook>().Where(one => one.OfficialId == clerk.OfficialId && one.Rule == UnusualRule.Searches).ToListAsync());
        await Writes(clerk, "Pawar", 59);
        Assert.Empty(await Notices());
        await Writes(clerk, "एक शोध", 3);
        var notice = Assert.Single(await Notices());
        var senior = await house.Signed("tahsildar.haveli");
        var page = await (await senior.Open("/desk/en/unusual-looks")).Follow($"main a[href$='{notice.UnusualId}']");
        Assert.Equal("Many searches by name within a short time", page.Heading);
        Assert.Contains("एक शोध", page.Text);
        Assert.Contains("Pawar", page.Text);
    }

    [Fact]
    public async Task ends_after_so_many_within_an_hour_and_goes_on_later()
    {
        var tahsildar = await house.Desk("tahsildar");
        var now = house.Clock.UtcNow();
        await house.Db(async db =>
        {
            for (var at = 0; at < SearchBook.MostInAnHour; at++) db.Add(new Search { SearchId = Guid.CreateVersion7(), At = now, OfficialId = tahsildar.OfficialId, PostId = tahsildar.PostId });
            await db.Save();
        });
        async Task<bool> Searches() => (await house.Use((FindCases find) => find.Run(tahsildar, new() { Words = "Pawar" }, 0))).IsDone;
        Assert.False(await Searches());
        house.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.True(await Searches());
    }
}
