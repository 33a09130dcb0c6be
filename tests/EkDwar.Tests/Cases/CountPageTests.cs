using EkDwar.Deadlines;
using EkDwar.Foundation.Languages;

namespace EkDwar.Tests.Cases;

/// <summary>The page that says, and prints, how the last day of a decision was counted.</summary>
public sealed class The_count_of_a_case(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly TestHouse house = shared.House;

    [Theory, InlineData("en"), InlineData("mr"), InlineData("hi"), InlineData("pa")]
    public async Task has_each_day_in_words_and_the_rules_with_their_sources(string language)
    {
        var citizen = await house.SignedInCitizen();
        var c = await house.Case().By(citizen).Submitted();
        var page = await citizen.Browser.Open($"/mh/{language}/cases/{c.Reference}/days");
        var rows = page.Document.QuerySelectorAll("main tbody tr").Select(row => (Day: row.QuerySelector("time")!.GetAttribute("datetime")!, Said: row.QuerySelector("td")!.TextContent)).ToList();
        // Sent on Monday 2 March 2026; 15 days, each counted but the first: the last is Tuesday the 17th.
        Assert.Equal(Enumerable.Range(0, 16).Select(n => $"2026-03-{2 + n:D2}"), rows.Select(row => row.Day));
        var parsed = LanguageCode.Parse(language);
        Assert.Equal(new ClockDay(new(2026, 3, 2), DayReason.FirstDay).Text(parsed), rows[0].Said);
        Assert.Equal(new ClockDay(new(2026, 3, 17), DayReason.Counted, 15).Text(parsed), rows[^1].Said);
        Assert.Contains(LongDate.Of(new(2026, 3, 17), parsed), page.Text);
        Assert.Contains("General Clauses Act", page.Text);
        Assert.Equal(0, page.Document.QuerySelectorAll("main details").Length);
    }

    [Fact]
    public async Task says_that_it_has_not_begun_while_a_paper_is_missing()
    {
        var citizen = await house.SignedInCitizen();
        var c = await house.Case().By(citizen).WithoutPaper().Submitted();
        Assert.Contains("No day is counted yet", (await citizen.Browser.Open($"/mh/en/cases/{c.Reference}/days")).Text);
    }
}
