using System.Net;
using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.People;
using EkDwar.Places;
using EkDwar.Tests.People;
using EkDwar.Tests.Processing.Emergencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Processing.Unusual;

/// <summary>Looks that a state's rules call unusual: noticed once, shown to those who look after the office, explained by its administrator; nobody is stopped.</summary>
public sealed class An_unusual_look(SharedHouse shared) : IClassFixture<SharedHouse>
{
    const string Page = "/desk/en/unusual-looks";

    TestHouse House => shared.House;

    [Fact]
    public async Task at_night_is_noticed_once_and_closed_with_words_by_the_administrator_alone()
    {
        var c = await House.Case().Submitted();
        var clerk = await House.Desk("clerk");
        await Looks(clerk, c);
        Assert.Empty(await Notices(clerk));
        // Eleven at night in India.
        House.Clock.Set(new DateTimeOffset(House.Clock.GetUtcNow().UtcDateTime.Date.AddHours(17.5), TimeSpan.Zero));
        await Looks(clerk, c);
        await Looks(clerk, c);
        House.Clock.Advance(TimeSpan.FromHours(6));
        await Looks(clerk, c);
        var notice = Assert.Single(await Notices(clerk));
        Assert.Equal((UnusualRule.Night, TimeSpan.FromHours(8)), (notice.Rule, notice.UntilAt - notice.FromAt));
        House.Clock.Advance(TimeSpan.FromHours(3));

        var senior = await (await (await House.Signed("tahsildar.haveli")).Open("/desk/en/inbox")).Follow("Looks worth asking about");
        var seen = await senior.Follow($"main a[href$='{notice.UnusualId}']");
        Assert.Equal("At night", seen.Heading);
        Assert.Equal(3, seen.Document.QuerySelectorAll("tbody tr").Count(row => row.TextContent.Contains(c.Reference.ToString(), StringComparison.Ordinal)));
        Assert.False(seen.Has("main form"));
        Assert.False(seen.Has("main a[href*='/cases/']"));
        foreach (var stranger in (string[])["circle.haveli", "clerk.haveli"])
        {
            var browser = await House.Signed(stranger);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"{Page}/{notice.UnusualId}")).Status);
            Assert.DoesNotContain("At night", (await browser.Open(Page)).Text);
        }

        var admin = await House.Signed("admin.haveli");
        var open = await (await admin.Open(Page)).Follow($"main a[href$='{notice.UnusualId}']");
        Assert.Equal(["Write your reasons in words."], (await open.Form("#close").With("words", "1").Press()).Problems);
        var closed = await open.Form("#close").With("words", "शिबिरामुळे उशिरापर्यंत काम होते.").Press();
        Assert.Contains("It is written down and closed.", closed.Text);
        Assert.Contains("शिबिरामुळे उशिरापर्यंत काम होते.", closed.Text);
        Assert.Equal(HttpStatusCode.Conflict, (await open.Form("#close").With("words", "पुन्हा").Press()).Status);
        Assert.Contains("Explained", (await admin.Open(Page)).Text);
        // The citizen is told of each look, and of no notice.
        Assert.Equal(4, await House.Db(db => db.Set<Look>().CountAsync(look => look.CaseId == c.CaseId)));
    }

    [Fact]
    public async Task at_many_cases_within_an_hour_is_noticed_and_stops_nobody()
    {
        var circle = await House.Desk("circle_officer");
        var cases = new List<TestCase> { await House.Case().Submitted(), await House.Case().Submitted(), await House.Case().Submitted() };
        UnusualRule[] rules = [new() { Rule = UnusualRule.Many, Cases = 3, Hours = 1, Source = "example" }];
        for (var again = 0; again < 4; again++) await Looks(circle, cases[0], rules);
        await Looks(circle, cases[1], rules);
        await Looks(circle, cases[2], rules, "paper income_proof");
        Assert.Empty(await Notices(circle));
        await Looks(circle, cases[2], rules);
        await Looks(circle, cases[1], rules);
        Assert.Equal(UnusualRule.Many, Assert.Single(await Notices(circle)).Rule);
        // An hour later the count begins anew.
        House.Clock.Advance(TimeSpan.FromMinutes(61));
        await Looks(circle, cases[0], rules);
        Assert.Single(await Notices(circle));
    }

    [Fact]
    public async Task at_a_case_of_another_district_is_noticed_and_at_one_of_the_same_is_not()
    {
        var c = await House.Case().Submitted();
        UnusualRule[] rules = [new() { Rule = UnusualRule.Elsewhere, Beyond = "district", Source = "example" }];
        var (near, far) = (await House.At("mulshi_tahsil", "clerk"), await House.At("solapur_tax", "tax_clerk"));
        await Looks(near, c, rules);
        await Looks(far, c, rules);
        await Looks(far, c, rules);
        Assert.Empty(await Notices(near));
        Assert.Equal(UnusualRule.Elsewhere, Assert.Single(await Notices(far)).Rule);
    }

    /// <summary>Looks at a case, as the desk's own use cases write it down; under these rules, or the state's own.</summary>
    Task Looks(DeskSession who, TestCase c, UnusualRule[]? rules = null, string what = LookBook.Whole) => House.Use(async (IServiceProvider services) =>
    {
        var db = services.GetRequiredService<EkDwarDb>();
        var states = rules is null ? services.GetRequiredService<IReadOnlyDictionary<string, StateProfile>>()
            : new Dictionary<string, StateProfile> { ["mh"] = new() { Code = "mh", UnusualLooks = [.. rules] } };
        var book = new LookBook(db, services.GetRequiredService<PostDirectory>(), states, House.Clock);
        await book.Write(who, await c.Row(), what, "assigned");
        return true;
    });

    Task<List<UnusualLook>> Notices(DeskSession who) => House.Db(db => db.Set<UnusualLook>().AsNoTracking().Where(one => one.OfficialId == who.OfficialId).ToListAsync());
}
