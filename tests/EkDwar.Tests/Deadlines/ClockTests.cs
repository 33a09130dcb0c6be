using System.Diagnostics;
using EkDwar.Deadlines;
using EkDwar.Foundation.Languages;

namespace EkDwar.Tests.Deadlines;

public class A_clock(ITestOutputHelper output)
{
    static readonly ActRules Act = StateFiles.Act("mh");
    static readonly WorkingCalendar Calendar = StateFiles.Calendar("mh");
    static readonly TimeLimit FiveWorking = new(5, DayKind.Working);

    static DateOnly June(int day) => new(2026, 6, day);
    static ClockReading Read(params ClockFact[] facts) => Clock.Read(FiveWorking, Act, Calendar, facts);

    [Fact]
    public void has_no_date_before_the_papers_are_complete()
    {
        var reading = Read();
        Assert.Null(reading.DueOn);
        Assert.False(reading.IsOverdue(June(30)));
        Assert.False(reading.IsProvisional);
        Assert.Equal(reading.Limit.Days - 5, reading.DaysUsed(June(30)));
        Assert.Equal([DayReason.BeforeStart, DayReason.BeforeStart], reading.Days(June(2), June(1)).Select(d => d.Reason));
    }

    [Fact]
    public void counts_down_and_is_overdue_the_day_after()
    {
        var reading = Read(ClockFact.Started(June(1)));
        Assert.Equal(June(8), reading.DueOn);
        Assert.Equal((0, 1, 4, 5, 5), (reading.DaysUsed(June(1)), reading.DaysUsed(June(2)), reading.DaysUsed(June(7)), reading.DaysUsed(June(8)), reading.DaysUsed(June(20))));
        Assert.False(reading.IsOverdue(June(8)));
        Assert.True(reading.IsOverdue(June(9)));
    }

    [Fact]
    public void is_not_overdue_while_it_waits()
    {
        var reading = Read(ClockFact.Started(June(1)), ClockFact.Paused(June(4), "query"));
        Assert.True(reading.IsPaused);
        Assert.Equal(June(8), reading.DueOn);
        Assert.False(reading.IsOverdue(June(30)));
        Assert.Equal(reading.Limit.Days - 3, reading.DaysUsed(June(30)));
    }

    [Fact]
    public void stays_overdue_when_the_query_came_too_late()
    {
        var reading = Read(ClockFact.Started(June(1)), ClockFact.Paused(June(9), "query"));
        Assert.Equal(June(8), reading.DueOn);
        Assert.True(reading.IsOverdue(June(9)));
    }

    [Fact]
    public void asked_on_the_last_day_leaves_the_day_of_the_answer()
    {
        var reading = Read(ClockFact.Started(June(1)), ClockFact.Paused(June(8), "query"), ClockFact.Resumed(June(18)));
        Assert.Equal(June(18), reading.DueOn);
        Assert.False(reading.IsOverdue(June(18)));
    }

    [Fact]
    public void resumed_on_a_closed_day_counts_from_the_next_open_one() =>
        Assert.Equal(June(23), Read(ClockFact.Started(June(15)), ClockFact.Paused(June(19), "query"), ClockFact.Resumed(June(21))).DueOn);

    [Fact]
    public void stopped_in_time_is_never_overdue_and_stopped_late_always_is()
    {
        Assert.False(Read(ClockFact.Started(June(1)), ClockFact.Stopped(June(8))).IsOverdue(June(30)));
        var late = Read(ClockFact.Started(June(1)), ClockFact.Stopped(June(9)));
        Assert.True(late.IsOverdue(June(30)));
        Assert.False(late.IsOverdue(June(8)));
        Assert.Equal(June(9), late.Days(June(30))[^1].On);
    }

    [Theory]
    [InlineData(1, 1, DayReason.DueAtOnce)]
    [InlineData(7, 8, DayReason.WeeklyOff)]
    public void that_is_due_at_once_is_due_on_the_day_it_starts_or_the_next_open_one(int started, int due, DayReason first)
    {
        var reading = Clock.Read(TimeLimit.AtOnce, Act, Calendar, [ClockFact.Started(June(started))]);
        Assert.Equal((June(due), 0), (reading.DueOn, reading.DaysUsed(June(30))));
        var days = reading.Days(June(due + 1));
        Assert.Equal((first, DayReason.DueAtOnce, DayReason.Late), (days[0].Reason, days[^2].Reason, days[^1].Reason));
        Assert.False(reading.IsOverdue(June(due)));
        Assert.True(reading.IsOverdue(June(due + 1)));
    }

    [Fact]
    public void that_is_due_at_once_waits_for_an_answer_like_any_other()
    {
        ClockFact[] asked = [ClockFact.Started(June(1)), ClockFact.Paused(June(1), "query")];
        Assert.False(Clock.Read(TimeLimit.AtOnce, Act, Calendar, asked).IsOverdue(June(9)));
        var answered = Clock.Read(TimeLimit.AtOnce, Act, Calendar, [.. asked, ClockFact.Resumed(June(9))]);
        Assert.Equal(June(9), answered.DueOn);
        Assert.Equal([DayReason.Paused, DayReason.DueAtOnce], [answered.Days(June(9))[0].Reason, answered.Days(June(9))[^1].Reason]);
    }

    [Fact]
    public void that_is_due_at_once_stands_on_a_closed_day_where_the_act_says_so()
    {
        var stands = Act with { Counting = Act.Counting with { ClosedLastDay = ClosedLastDay.Stands } };
        Assert.Equal(June(7), Clock.Read(TimeLimit.AtOnce, stands, Calendar, [ClockFact.Started(June(7))]).DueOn);
    }

    [Fact]
    public void refuses_a_history_that_cannot_be()
    {
        Assert.Throws<InvalidOperationException>(() => Read(ClockFact.Paused(June(1), "query")));
        Assert.Throws<InvalidOperationException>(() => Read(ClockFact.Started(June(1)), ClockFact.Started(June(2))));
        Assert.Throws<InvalidOperationException>(() => Read(ClockFact.Started(June(1)), ClockFact.Resumed(June(2))));
        Assert.Throws<InvalidOperationException>(() => Read(ClockFact.Started(June(1)), ClockFact.Stopped(June(2)), ClockFact.Resumed(June(3))));
        var twice = Assert.Throws<InvalidOperationException>(() => Read(ClockFact.Started(June(1)), ClockFact.Paused(June(2), "query"), ClockFact.Paused(June(3), "query")));
        Assert.Contains("fact 3, 'paused 2026-06-03 query'", twice.Message);
    }

    [Fact]
    public void says_when_the_year_s_holidays_are_not_all_known()
    {
        Assert.False(Read(ClockFact.Started(June(1))).IsProvisional);
        Assert.True(Read(ClockFact.Started(new(2026, 12, 28))).IsProvisional);
    }

    [Fact]
    public void tells_each_day_in_the_reader_s_language()
    {
        var days = Read(ClockFact.Started(June(22)), ClockFact.Paused(June(24), "query"), ClockFact.Resumed(June(25))).Days(June(30));
        Assert.Equal(
            ["First day, not counted", "Day 1", "Waiting for your answer", "Day 2", "Holiday: Moharram", "Saturday, office closed", "Sunday, office closed", "Day 3", "Day 4"],
            days.Select(d => d.Text(LanguageCode.English)));
        Assert.Equal("सुट्टी: मोहरम", days[4].Text(LanguageCode.Marathi));
        Assert.Equal("तुमच्या उत्तराची प्रतीक्षा", days[2].Text(LanguageCode.Marathi));
        Assert.Equal("ਛੁੱਟੀ: ਮੁਹੱਰਮ", days[4].Text(LanguageCode.Punjabi));
    }

    [Fact]
    public void has_its_texts_in_four_languages()
    {
        var texts = Texts.Every.Where(t => t.Key.StartsWith("deadlines.", StringComparison.Ordinal)).ToList();
        Assert.True(texts.Count >= 15);
        Assert.All(texts, t => Assert.Equal(["en", "hi", "mr", "pa"], t.Value.Keys.Order()));
    }

    [Fact]
    public void is_read_within_a_few_microseconds_and_without_litter()
    {
        IReadOnlyList<ClockFact> facts = [ClockFact.Started(June(1))];
        TimeLimit limit = new(15, DayKind.Working);
        for (var n = 0; n < 20_000; n++) Clock.Read(limit, Act, Calendar, facts);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var rounds = new List<double>();
        for (var round = 0; round < 21; round++)
        {
            var started = Stopwatch.GetTimestamp();
            for (var n = 0; n < 1000; n++) Clock.Read(limit, Act, Calendar, facts);
            rounds.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds / 1000);
        }
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 21_000;
        rounds.Sort();
        output.WriteLine($"median {rounds[10]:F2} µs, {bytes} bytes");
        Assert.InRange(bytes, 1, 128);
        Assert.True(rounds[0] < 20, $"{rounds[0]} µs for one reading");
    }
}
