using EkDwar.Deadlines;
using FsCheck;
using FsCheck.Fluent;

namespace EkDwar.Tests.Deadlines;

public class Any_clock
{
    [Fact]
    public void agrees_with_a_count_day_by_day_in_ten_thousand_histories()
    {
        var checkedDays = 0;
        Always(10_000, history =>
        {
            var (reading, oracle) = (history.Read(), history.Oracle);
            if (reading.DueOn != oracle.Due()) return false;
            for (var asOf = history.Start.AddDays(-2); asOf < history.Start.AddDays(120); asOf = asOf.AddDays(7))
            {
                checkedDays++;
                if (reading.DaysUsed(asOf) != oracle.Used(asOf)) return false;
                if (reading.IsOverdue(asOf) != oracle.IsOverdue(asOf)) return false;
            }
            return true;
        });
        Assert.Equal(10_000 * 18, checkedDays);
    }

    [Fact]
    public void is_never_due_on_a_day_the_act_excludes() => Always(2000, history =>
        (history.Oracle.IsClosed(history.Read().DueOn!.Value) == false || (!history.IsWorking && !history.MovesToOpenDay)) && !history.Oracle.Spared.Contains(history.Read().DueOn!.Value));

    [Fact]
    public void has_the_same_date_when_read_again_from_the_ledger() => Always(2000, history =>
    {
        var again = history.Facts.Select(f => ClockFact.Parse(f.ToText())).ToList();
        return again.SequenceEqual(history.Facts) && Clock.Read(history.Limit, history.Act, history.Calendar, again).DueOn == history.Read().DueOn;
    });

    [Fact]
    public void moves_by_exactly_the_countable_days_of_a_pause() => Always(4000, history =>
    {
        var plain = history with { Gaps = [], MovesToOpenDay = false, Orders = [] };
        var due = plain.Read().DueOn!.Value;
        var from = plain.Start.AddDays(history.StartDay % (due.DayNumber - plain.Start.DayNumber + 1));
        var until = from.AddDays(history.Days % 17);
        List<ClockFact> facts = [.. plain.Facts, ClockFact.Paused(from, "query"), ClockFact.Resumed(until)];
        var reading = Clock.Read(plain.Limit, plain.Act, plain.Calendar, facts);

        bool Countable(DateOnly day) => (day > plain.Start || plain.FirstDayCounts) && !(plain.IsWorking && plain.Oracle.IsClosed(day));
        var paused = 0;
        for (var day = from; day < until; day = day.AddDays(1))
            if (Countable(day)) paused++;
        var moved = 0;
        for (var day = due.AddDays(1); day <= reading.DueOn; day = day.AddDays(1))
            if (Countable(day)) moved++;
        return moved == paused && reading.Days(reading.DueOn!.Value).Count(d => d.Reason == DayReason.Paused) == paused;
    });

    /// <summary>An order of n days that count moves the date by exactly n days that count; taken back, it is as if it had never been.</summary>
    [Fact]
    public void moves_by_exactly_the_countable_days_of_an_order() => Always(3000, history =>
    {
        var plain = history with { Gaps = [], MovesToOpenDay = false, Orders = [] };
        var before = plain.Read();
        var from = plain.Start.AddDays(history.Days % 9);
        var until = from.AddDays(history.StartDay % 12);
        List<ClockFact> facts = [.. plain.Facts, ClockFact.Extended(from, until, "calamity")];
        var after = Clock.Read(plain.Limit, plain.Act, plain.Calendar, facts);
        var taken = before.Days(before.DueOn!.Value).Count(day => day.IsCounted && day.On >= from && day.On <= until);
        // The days of the order that lie behind the old date, and would have been counted next, are spared too.
        var gained = after.Days(after.DueOn!.Value).Count(day => day.IsCounted && day.On > before.DueOn);
        var back = Clock.Read(plain.Limit, plain.Act, plain.Calendar, [.. facts, ClockFact.Restored(from, until, "calamity")]);
        return gained == taken && back.DueOn == before.DueOn;
    });

    [Fact]
    public void never_comes_due_earlier_for_a_longer_limit_or_one_more_holiday() => Always(2000, history =>
    {
        var due = history.Read().DueOn!.Value;
        return (history with { Days = history.Days + 1 }).Read().DueOn >= due
            && (history with { HolidayDays = [.. history.HolidayDays, history.StartDay + 3] }).Read().DueOn >= due;
    });

    [Fact]
    public void once_overdue_stays_overdue_whatever_is_recorded_later() => Always(3000, any =>
    {
        // But for an order of the government, which may come after the days it is about.
        var history = any with { Orders = [] };
        var full = history.Read();
        for (var n = 1; n <= history.Facts.Count; n++)
        {
            var prefix = Clock.Read(history.Limit, history.Act, history.Calendar, history.Facts.Take(n).ToList());
            var asOf = history.Facts.Take(n).Max(f => f.On);
            if (prefix.DueOn > full.DueOn) return false;
            if (prefix.IsOverdue(asOf) && !full.IsOverdue(history.Facts.Max(f => f.On))) return false;
        }
        return true;
    });

    [Fact]
    public void explains_each_day_once_and_ends_where_the_date_is() => Always(2000, history =>
    {
        var reading = history.Read();
        var last = reading.DueOn!.Value.AddDays(5);
        var days = reading.Days(last);
        for (var n = 0; n < days.Count; n++)
            if (days[n].On != history.Start.AddDays(n)) return false;
        var numbers = days.Where(d => d.IsCounted).Select(d => d.Number).ToList();
        return numbers.SequenceEqual(Enumerable.Range(1, reading.DaysUsed(last)))
            && (reading.PausedOn <= reading.DueOn || days.All(d => (d.Reason == DayReason.Late) == (d.On > reading.DueOn)));
    });

    static void Always(int times, Func<History, bool> holds) =>
        Prop.ForAll(History.Any, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(times));
}
