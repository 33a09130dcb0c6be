using System.Net;
using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.People;
using EkDwar.Places;
using EkDwar.Processing;
using EkDwar.Processing.Inboxes;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Processing;

/// <summary>A desk's list in every way it can be narrowed, and the desks below seen from above.</summary>
public sealed class A_narrowed_inbox(FullDesks desks) : IClassFixture<FullDesks>
{
    public static IEnumerable<InboxFilter> All() =>
        from service in new[] { null, FullDesks.Other }
        from isUrgent in new[] { false, true }
        from waits in new bool?[] { null, false, true }
        from due in DueSpans.All.Select(span => (DueSpan?)span).Append(null)
        let filter = new InboxFilter { Service = service, IsUrgent = isUrgent, IsWithApplicant = waits, Due = due }
        from either in due is null && waits is null ? new[] { filter, filter.ToPaused() } : [filter]
        select either;

    [Fact]
    public async Task is_as_long_page_by_page_as_its_count_says_whatever_is_put_together()
    {
        foreach (var filter in All())
        {
            var expected = desks.OfClerk.Where(item => Fits(item, filter)).Select(item => item.DueOn).ToList();
            var (total, lines) = await Whole(desks.Clerk, filter);
            Assert.Equal((filter, new Tally(expected.Count, false)), (filter, total));
            // What has no date yet stands last, on either engine.
            Assert.Equal(expected.OrderBy(on => on is null).ThenBy(on => on), lines.Select(line => line.DueOn));
        }
    }

    // Said once more in other words than the filter's own.
    bool Fits(WorkItem item, InboxFilter filter)
    {
        var days = item.DueOn?.DayNumber - desks.Today.DayNumber;
        var span = days switch { null => DueSpan.Unknown, < 0 => DueSpan.Overdue, 0 => DueSpan.Today, <= 7 => DueSpan.Week, _ => DueSpan.Later };
        return item.IsPaused == filter.IsPaused && (filter.Due ?? span) == span && (filter.Service ?? item.ServiceId) == item.ServiceId
            && (filter.IsWithApplicant ?? item.IsWithApplicant) == item.IsWithApplicant && (!filter.IsUrgent || item.IsUrgent);
    }

    [Fact]
    public async Task is_counted_to_a_hundred_and_no_further()
    {
        var (today, lines) = await Whole(desks.Circle, new() { Due = DueSpan.Today });
        Assert.Equal(("100", 100), (today.ToString(), lines.Count));
        var (later, more) = await Whole(desks.Circle, new() { Due = DueSpan.Later });
        Assert.Equal(("100+", 101), (later.ToString(), more.Count));
        Assert.Equal("200+", (await Whole(desks.Circle, new())).Total.ToString());
    }

    [Fact]
    public async Task is_read_from_an_index_in_its_order()
    {
        if (TestHouse.Engine != Engine.Sqlite) return;
        foreach (var (filter, isDated) in All().SelectMany(filter => new[] { (filter, true), (filter, false) }))
        {
            var plan = await desks.House.Db(async db =>
            {
                var open = filter.Of(db.Set<WorkItem>(), desks.Clerk.PostId, desks.Today);
                var part = isDated ? open.Where(item => item.DueOn != null).OrderBy(item => item.DueOn).ThenBy(item => item.CaseId) : open.Where(item => item.DueOn == null).OrderBy(item => item.CaseId);
                await using var command = part.Take(21).CreateDbCommand();
                command.CommandText = "explain query plan " + command.CommandText;
                await db.Database.OpenConnectionAsync();
                await using var reader = await command.ExecuteReaderAsync();
                var lines = new List<string>();
                while (await reader.ReadAsync()) lines.Add(reader.GetString(3));
                return string.Join("; ", lines);
            });
            Assert.Matches("INDEX work_items_(inbox|service|urgent|with_applicant) ", plan);
            Assert.DoesNotContain("SCAN w", plan);
            Assert.DoesNotContain("TEMP B-TREE", plan);
        }
    }

    [Fact]
    public async Task is_chosen_in_a_form_and_each_choice_is_a_chip_that_takes_it_off()
    {
        var browser = await desks.House.AtDesk("clerk");
        var page = await browser.Open("/desk/en/inbox");
        page = await page.Form("#filter").With("service", FullDesks.Other).With("due", "Later").With("waits", "desk").Press();
        Assert.Equal(["Age, nationality and domicile certificate", "Due later", "The desk is to act"], Chips(page));
        Assert.Equal((FullDesks.Other, "Later"), (page.Form("#filter").Value("service"), page.Form("#filter").Value("due")));
        Assert.Equal($"Applications on this list: {Rows(page)}", page.TextOf("#total"));
        page = await page.Follow(".ek-chips li:nth-child(2) a");
        Assert.Equal(["Age, nationality and domicile certificate", "The desk is to act"], Chips(page));
        page = await page.Follow(".ek-chips li:nth-child(1) a");
        page = await page.Follow(".ek-chips li:nth-child(1) a");
        Assert.Empty(Chips(page));
        Assert.Equal("/desk/en/inbox", page.Address.PathAndQuery);
        page = await (await browser.Open("/desk/en/inbox?paused=true")).Form("#filter").With("service", FullDesks.Other).Press();
        Assert.Equal(desks.OfClerk.Count(item => item.IsPaused && item.ServiceId == FullDesks.Other), Rows(page));
    }

    [Fact]
    public async Task shows_figures_that_lead_to_lists_of_that_length()
    {
        var browser = await desks.House.AtDesk("clerk");
        foreach (var address in new[] { "/desk/en/inbox", $"/desk/en/inbox?service={FullDesks.Other}" })
        {
            var tiles = (await browser.Open(address)).Document.QuerySelectorAll("a.ek-tile").Select(tile => (int.Parse(tile.QuerySelector("b")!.TextContent), tile.GetAttribute("href")!)).ToList();
            Assert.InRange(tiles.Count, 5, 6);
            foreach (var (figure, list) in tiles) Assert.Equal((list, figure), (list, await Walked(await browser.Open(list))));
        }
    }

    [Fact]
    public async Task says_that_nothing_fits_and_leads_back_to_the_whole()
    {
        var browser = await desks.House.AtDesk("tahsildar");
        var page = await browser.Open("/desk/en/inbox?due=Overdue");
        Assert.Contains("No application fits what you chose.", page.Text);
        Assert.Equal("/desk/en/inbox", (await page.Follow("Show the whole list")).Address.PathAndQuery);
    }

    [Fact]
    public async Task passes_over_what_means_nothing()
    {
        var browser = await desks.House.AtDesk("clerk");
        var page = await browser.Open("/desk/en/inbox?service=zzz&due=5&due=Overdue&waits=x&post=1&urgent=maybe&page=zz&paused=perhaps");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(Chips(page));
    }

    [Fact]
    public async Task of_a_post_below_names_nobody_and_of_any_other_is_not_in_sight()
    {
        var browser = await desks.House.AtDesk("tahsildar");
        var page = await browser.Open($"/desk/en/inbox?post={desks.Clerk.PostId}");
        Assert.Equal("Work of another desk", page.Heading);
        Assert.Equal(20, Rows(page));
        Assert.DoesNotContain("Rhalkar", page.Text);
        Assert.DoesNotContain("र्‍हाळकर", page.Text);
        Assert.False(page.Has("main a[href*='/cases/']"));
        var elsewhere = await desks.House.Db(db => db.Set<Post>().Where(post => post.Designation == "clerk" && post.PostId != desks.Clerk.PostId).Select(post => post.PostId).FirstAsync());
        var clerk = await desks.House.AtDesk("clerk");
        foreach (var (who, post) in new[] { (browser, elsewhere), (browser, Guid.CreateVersion7()), (clerk, desks.Tahsildar.PostId), (clerk, desks.Circle.PostId) })
        {
            page = await who.Open($"/desk/en/inbox?post={post}");
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Contains("This is neither.", page.Text);
            Assert.False(page.Has("main tbody"));
        }
    }

    [Fact]
    public async Task is_told_of_the_team_figure_by_figure()
    {
        var browser = await desks.House.AtDesk("tahsildar");
        var page = await (await browser.Open("/desk/en/inbox")).Follow("The team’s work");
        var clerk = page.Document.QuerySelectorAll("main tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Trim() == "Clerk, Haveli");
        var figures = clerk.QuerySelectorAll("td a").Select(link => (link.ChildNodes[0].TextContent, link.GetAttribute("href")!)).ToList();
        Assert.Equal([.. Expected().Select(count => count.ToString())], figures.Select(figure => figure.TextContent));
        foreach (var (figure, list) in figures) Assert.Equal(figure, (await Walked(await browser.Open(list))).ToString());
        Assert.Contains("Additional charge", page.Text);
        Assert.Contains("200+", page.Document.QuerySelectorAll("main tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Trim() == "Circle Officer, Haveli").TextContent);
        Assert.Contains("No post of your office is below yours.", (await (await desks.House.AtDesk("talathi")).Open("/desk/en/team")).Text);
    }

    int[] Expected()
    {
        var running = desks.OfClerk.Where(item => !item.IsPaused).ToList();
        int In(int from, int to) => running.Count(item => item.DueOn?.DayNumber - desks.Today.DayNumber is { } days && days >= from && days <= to);
        return [running.Count, In(-9999, -1), In(0, 0), In(1, 7), desks.OfClerk.Count - running.Count];
    }

    async Task<(Tally Total, List<InboxLine> Lines)> Whole(DeskSession session, InboxFilter filter)
    {
        var lines = new List<InboxLine>();
        for (var page = 0; ; page++)
        {
            var read = (await desks.House.Use((ReadInbox inbox) => inbox.Run(session, filter, page))).Value!;
            lines.AddRange(read.Lines);
            if (!read.HasMore) return (read.Total, lines);
        }
    }

    static async Task<int> Walked(Page page)
    {
        var rows = Rows(page);
        while (page.Has("a[rel=next]")) rows += Rows(page = await page.Follow("a[rel=next]"));
        return rows;
    }

    static int Rows(Page page) => page.Document.QuerySelectorAll("main tbody tr").Length;

    static List<string> Chips(Page page) => [.. page.Document.QuerySelectorAll(".ek-chips a").Select(chip => chip.ChildNodes.Skip(1).First().TextContent.Replace("Remove filter: ", "").Trim())];
}
