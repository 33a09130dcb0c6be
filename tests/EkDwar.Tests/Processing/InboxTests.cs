using System.Net;

namespace EkDwar.Tests.Processing;

public sealed class An_inbox
{
    [Fact]
    public async Task has_the_earliest_due_date_first_and_says_what_is_late()
    {
        await using var house = await TestHouse.Open();
        var oldest = await house.Case().Submitted().After(10);
        var middle = await house.Case().Submitted().After(7);
        var newest = await house.Case().Submitted();
        var inbox = await (await house.AtDesk("clerk")).Open("/desk/en/inbox");
        Assert.Equal([oldest.Reference.ToString(), middle.Reference.ToString(), newest.Reference.ToString()], References(inbox));
        var tags = inbox.Document.QuerySelectorAll("main .ek-tag").Select(tag => tag.TextContent.Trim()).ToList();
        Assert.Equal((await Due(oldest)).DayNumber - Today(house).DayNumber, -int.Parse(tags[0].Split(' ')[0]));
        Assert.EndsWith("overdue", tags[0]);
        Assert.EndsWith("days left", tags[2]);
        Assert.Contains("ज्ञानेश्वर र्‍हाळकर", inbox.Text);
        Assert.Contains("Dnyaneshwar Rhalkar", inbox.Text);
    }

    [Fact]
    public async Task keeps_paused_cases_apart()
    {
        await using var house = await TestHouse.Open();
        var running = await house.Case().Submitted();
        var paused = await house.Case().Queried();
        var browser = await house.AtDesk("clerk");
        var inbox = await browser.Open("/desk/en/inbox");
        Assert.Equal([running.Reference.ToString()], References(inbox));
        var apart = await inbox.Follow("Paused – with applicant");
        Assert.Equal([paused.Reference.ToString()], References(apart));
        Assert.Contains("Paused – with applicant", apart.TextOf("main .ek-tag"));
        Assert.True((await paused.WorkItems()).Single().IsWithApplicant);
        Assert.True((await paused.Answer()).IsDone);
        Assert.False((await paused.WorkItems()).Single().IsWithApplicant);
    }

    [Fact]
    public async Task goes_page_by_page()
    {
        await using var house = await TestHouse.Open();
        for (var n = 0; n < 21; n++) await house.Case().Submitted();
        var browser = await house.AtDesk("clerk");
        var first = await browser.Open("/desk/en/inbox");
        Assert.Equal(20, References(first).Count);
        var second = await first.Follow("a[rel=next]");
        Assert.Single(References(second));
        Assert.DoesNotContain(References(second)[0], References(first));
        Assert.False(second.Has("a[rel=next]"));
        Assert.Equal(References(first), References(await second.Follow("a[rel=prev]")));
    }

    [Fact]
    public async Task says_so_when_nothing_waits()
    {
        await using var house = await TestHouse.Open();
        Assert.Contains("No application waits on your desk.", (await (await house.AtDesk("tahsildar")).Open("/desk/en/inbox")).Text);
    }

    [Theory, InlineData("mr"), InlineData("hi"), InlineData("pa"), InlineData("en")]
    public async Task speaks_the_language_of_its_address(string language)
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Reported();
        var browser = await house.AtDesk("tahsildar", language);
        foreach (var path in new[] { "inbox", "inbox?paused=true", $"cases/{c.Reference}", $"cases/{c.Reference}/grant", $"cases/{c.Reference}/refuse", $"cases/{c.Reference}/certificate" })
        {
            var page = await browser.Open($"/desk/{language}/{path}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(language, page["html"].GetAttribute("lang"));
            Assert.DoesNotMatch(@"\[[a-z]+\.[a-z_.A-Z]+\]", page.Text + page.Title);
        }
    }

    static List<string> References(Page page) => [.. page.Document.QuerySelectorAll("main tbody th a").Select(link => link.TextContent.Trim())];

    static async Task<DateOnly> Due(TestCase c) => (await c.Row()).DueOn!.Value;

    static DateOnly Today(TestHouse house) => EkDwar.Foundation.Time.StateTime.Today(house.Clock);
}
