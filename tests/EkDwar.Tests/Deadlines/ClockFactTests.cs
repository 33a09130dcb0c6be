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
        Assert.Equal("extended 2026-03-05 2026-03-09 calamity", ClockFact.Extended(Day, Day.AddDays(4), "calamity").ToText());
        Assert.Equal("restored 2026-03-05 2026-03-05 election", ClockFact.Restored(Day, Day, "election").ToText());
        foreach (var fact in new[] { ClockFact.Extended(Day, Day.AddDays(365), "calamity"), ClockFact.Restored(Day, Day, "election"), ClockFact.Started(Day), ClockFact.Paused(Day, "query_2"), ClockFact.Resumed(Day), ClockFact.Stopped(Day) })
            Assert.Equal(fact, ClockFact.Parse(fact.ToText()));
    }

    [Theory, InlineData(null), InlineData(""), InlineData("started"), InlineData("started 2026-3-5"), InlineData("Started 2026-03-05"), InlineData("started 2026-03-05 query")]
    [InlineData("paused 2026-03-05"), InlineData("paused 2026-03-05 "), InlineData("paused 2026-03-05 Query"), InlineData("paused 2026-03-05 a b"), InlineData("started  2026-03-05")]
    [InlineData("started 2026-02-30"), InlineData("started 2026-03-05\n"), InlineData("paused 2026-03-05 query\n"), InlineData("started २०२६-०३-०५")]
    public void has_no_other_spelling(string? text) => Assert.False(ClockFact.TryParse(text, out _));

    [Fact]
    public void is_paused_only_for_a_code() => Assert.Throws<ArgumentException>(() => ClockFact.Paused(Day, "Ring the citizen, 98…"));
}
