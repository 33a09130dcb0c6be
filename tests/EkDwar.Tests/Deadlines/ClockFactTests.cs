using EkDwar.Deadlines;

namespace EkDwar.Tests.Deadlines;

public class A_clock_fact
{
    static readonly DateOnly Day = new(2026, 3, 5);

    [Fact]
    public void has_one_text()
    {
        Assert.Equal("started 2026-03-05", ClockFact.Started(Day).ToText());
        Assert.Equal("paused 2026-03-05 query", ClockFact.Paused(Day, "query").ToText());
        Assert.Equal("resumed 2026-03-05", ClockFact.Resumed(Day).ToText());
        Assert.Equal("stopped 2026-03-05", ClockFact.Stopped(Day).ToText());
        foreach (var fact in new[] { ClockFact.Started(Day), ClockFact.Paused(Day, "query_2"), ClockFact.Resumed(Day), ClockFact.Stopped(Day) })
            Assert.Equal(fact, ClockFact.Parse(fact.ToText()));
    }

    [Theory, InlineData(null), InlineData(""), InlineData("started"), InlineData("started 2026-3-5"), InlineData("Started 2026-03-05"), InlineData("started 2026-03-05 query")]
    [InlineData("paused 2026-03-05"), InlineData("paused 2026-03-05 "), InlineData("paused 2026-03-05 Query"), InlineData("paused 2026-03-05 a b"), InlineData("started  2026-03-05")]
    [InlineData("started 2026-02-30"), InlineData("started 2026-03-05\n"), InlineData("paused 2026-03-05 query\n"), InlineData("started २०२६-०३-०५")]
    public void has_no_other_spelling(string? text) => Assert.False(ClockFact.TryParse(text, out _));

    [Fact]
    public void is_paused_only_for_a_code() => Assert.Throws<ArgumentException>(() => ClockFact.Paused(Day, "Ring the citizen, 98…"));
}

public class A_day_of_the_state
{
    [Theory]
    [InlineData("2026-03-31T18:29:59Z", "2026-03-31"), InlineData("2026-03-31T18:30:00Z", "2026-04-01")]
    [InlineData("2028-02-28T18:30:00Z", "2028-02-29"), InlineData("2028-02-29T18:29:59Z", "2028-02-29"), InlineData("2028-02-29T18:30:00Z", "2028-03-01")]
    [InlineData("2026-12-31T18:30:00Z", "2027-01-01")]
    public void begins_at_half_past_six_in_the_evening_utc(string utc, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), StateDay.Of(DateTime.Parse(utc, null, System.Globalization.DateTimeStyles.AdjustToUniversal)));

    [Fact]
    public void begins_where_the_day_before_ends()
    {
        var begins = StateDay.BeginsAt(new(2026, 4, 1));
        Assert.Equal(new DateTime(2026, 3, 31, 18, 30, 0, DateTimeKind.Utc), begins);
        Assert.Equal(DateTimeKind.Utc, begins.Kind);
        Assert.Equal(new DateOnly(2026, 3, 31), StateDay.Of(begins.AddTicks(-1)));
    }

    [Fact]
    public void is_not_taken_from_a_local_time() =>
        Assert.Throws<ArgumentException>(() => StateDay.Of(DateTime.SpecifyKind(new(2026, 4, 1), DateTimeKind.Local)));
}
