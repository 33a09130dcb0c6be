using System.Text;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Deadlines;

/// <summary>The dates of <see cref="CountedInMaharashtra"/>, <see cref="CountedInPunjab"/> and <see cref="CountedInHaryana"/>, and what the house makes of them. Each is printed with its calendar.</summary>
public class Dates_counted_by_hand(ITestOutputHelper output)
{
    /// <summary>Where to write the page; it is compared then as ever.</summary>
    const string Switch = "EKDWAR_COUNTED_DATES", Page = "docs/counted-dates.md";

    static readonly (string Name, CountedDate[] Dates)[] States =
        [("Maharashtra", [.. CountedInMaharashtra.Plain, .. CountedInMaharashtra.Waiting, .. CountedInMaharashtra.Ordered]), ("Punjab", CountedInPunjab.All), ("Haryana", CountedInHaryana.All)];

    public static TheoryData<string, string, string, string, string, string> Counted()
    {
        var rows = new TheoryData<string, string, string, string, string, string>();
        foreach (var date in States.SelectMany(state => state.Dates)) rows.Add(date.State, date.Limit, date.Start, date.Due, date.Meanwhile, date.ByHand);
        return rows;
    }

    [Theory, MemberData(nameof(Counted))]
    public void agree(string state, string limit, string start, string due, string meanwhile, string byHand)
    {
        var date = new CountedDate(state, limit, start, due, byHand, meanwhile);
        var reading = date.Read();
        output.WriteLine(Told(date));
        output.WriteLine(date.Weeks(reading));
        Assert.Equal(CountedDate.Day(due), reading.DueOn);
    }

    [Fact]
    public void are_at_least_sixty_and_no_two_the_same()
    {
        var dates = States.SelectMany(state => state.Dates).ToList();
        Assert.True(dates.Count >= 60, $"only {dates.Count}");
        Assert.Equal(dates.Count, dates.Select(date => date with { ByHand = "", Due = "" }).Distinct().Count());
    }

    [Fact]
    public void stand_in_the_documents_with_their_calendar()
    {
        var page = Printed();
        if (Environment.GetEnvironmentVariable(Switch) is { Length: > 0 } file) File.WriteAllText(Path.Combine(Repository.Root, file), page);
        Assert.True(page == Repository.Text(Page), $"make it anew: {Switch}={Page} ./test --filter Dates_counted_by_hand");
    }

    [Theory]
    // The list of Maharashtra for 2026 is complete; no other is.
    [InlineData("mh", "15 working", "Mon 2026-03-02", false)]
    [InlineData("mh", "15 working", "Mon 2026-12-14", true)] // the fifteenth is 5 January 2027
    [InlineData("mh", "15 calendar", "Mon 2026-12-14", false)] // 29 December
    [InlineData("mh", "15 calendar", "Thu 2026-12-17", true)] // 1 January 2027
    [InlineData("mh", "15 calendar", "Wed 2025-12-24", false)] // 8 January 2026: no holiday of 2025 could move it
    [InlineData("mh", "15 working", "Wed 2025-12-24", true)] // a holiday of 2025 could
    [InlineData("mh", "immediate", "Thu 2026-12-31", false)]
    [InlineData("pb", "15 calendar", "Mon 2026-03-02", true)]
    [InlineData("hr", "15 working", "Mon 2026-03-02", true)]
    public void may_move_while_holidays_of_a_year_that_counts_are_not_published(string state, string limit, string start, bool mayMove) =>
        Assert.Equal(mayMove, new CountedDate(state, limit, start, "", "").Read().IsProvisional);

    [Theory, InlineData("pb"), InlineData("hr")]
    public void know_no_order_where_no_law_was_found_that_allows_one(string state) => Assert.Empty(StateFiles.Act(state).Extensions);

    static string Told(CountedDate date) =>
        $"{date.Limit}, from {date.Start}{(date.Meanwhile == "" ? "" : $", {date.Meanwhile}")}: due {date.Due}. By hand: {date.ByHand}.";

    static string Printed()
    {
        var page = new StringBuilder($"""
            # Dates counted by hand

            Limits of the three acts counted by hand on a wall calendar, from `services/*/calendar.yaml` and `act.yaml`, and beneath each its weeks as the house counts them: {States.Sum(state => state.Dates.Length)} dates, 0 differences. The dates stand in `tests/EkDwar.Tests/Deadlines/`; this page is printed by `Dates_counted_by_hand`, which compares it (`{Switch}={Page} ./test --filter Dates_counted_by_hand` writes it anew).

            Each line is a week and begins with the date of its Monday. A number is a day that counts, with `+` one that is added for the channel; `start` is the day the clock starts, `.` a day before it; `-` is a weekly closed day, `holiday` is named at the end of the line; on `waits` the house waits for the citizen at the end of the day; `order` is a day that an order takes out; `due` is the last day. In the count by hand, "4-6: 1-3" says that the 4th to the 6th are days 1 to 3.

            """);
        foreach (var (name, dates) in States)
        {
            page.Append($"\n## {name}\n");
            foreach (var (n, date) in dates.Index()) page.Append($"\n{n + 1}. {Told(date)}\n\n```\n{date.Weeks(date.Read())}```\n");
        }
        return page.ToString();
    }
}
