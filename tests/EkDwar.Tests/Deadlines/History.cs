using EkDwar.Deadlines;
using EkDwar.Foundation.Languages;
using FsCheck;
using FsCheck.Fluent;

namespace EkDwar.Tests.Deadlines;

/// <summary>A random calendar, act, limit and history, given both to the clock and to the oracle.</summary>
sealed record History(
    int StartDay, int Days, bool IsWorking, bool FirstDayCounts, bool MovesToOpenDay, bool HasOldSaturdays, int[] HolidayDays, int[] Gaps, bool IsStopped, int[] Orders)
{
    static readonly DateOnly Origin = new(2026, 11, 1);

    public TimeLimit Limit => new(Days, IsWorking ? DayKind.Working : DayKind.Calendar);
    public ActRules Act => Rules(FirstDayCounts, MovesToOpenDay ? ClosedLastDay.NextOpenDay : ClosedLastDay.Stands);
    public DateOnly Start => Origin.AddDays(StartDay);

    public WorkingCalendar Calendar
    {
        get
        {
            OfficeWeek five = new(Oracle.FiveDayWeekFrom, [new(DayOfWeek.Sunday), new(DayOfWeek.Saturday)], "example");
            OfficeWeek old = new(new(2000, 1, 1), [new(DayOfWeek.Sunday), new(DayOfWeek.Saturday, 2), new(DayOfWeek.Saturday, 4)], "example");
            var years = Holidays.GroupBy(d => d.Year).Select(y => new HolidayYear(y.Key, true, "example", [.. y.Select(d => new Holiday(d, new LocalText("a holiday")))]));
            return new("MH", HasOldSaturdays ? [old, five] : [five], [.. years]);
        }
    }

    public HashSet<DateOnly> Holidays => [.. HolidayDays.Select(Origin.AddDays)];

    /// <summary>Start, then pauses and answers in turn; a gap below zero is a server's clock stepped back.</summary>
    public List<ClockFact> Facts
    {
        get
        {
            List<ClockFact> facts = [ClockFact.Started(Start)];
            var day = Start;
            for (var n = 0; n < Gaps.Length; n++)
            {
                day = day.AddDays(Gaps[n]);
                facts.Add(n == Gaps.Length - 1 && IsStopped ? ClockFact.Stopped(day) : n % 2 == 0 ? ClockFact.Paused(day, "query") : ClockFact.Resumed(day));
            }
            // An order may be written down at any time after the start, for days before as after.
            if (!IsStopped) facts.AddRange(Periods.Select(Fact));
            else facts.InsertRange(1, Periods.Select(Fact));
            return facts;
        }
    }

    static ClockFact Fact((DateOnly From, DateOnly Until, bool Restores) period) =>
        period.Restores ? ClockFact.Restored(period.From, period.Until, "calamity") : ClockFact.Extended(period.From, period.Until, period.From.DayNumber % 2 == 0 ? "election" : "calamity");

    /// <summary>Orders that take days out, and every third one back.</summary>
    IEnumerable<(DateOnly From, DateOnly Until, bool Restores)> Periods =>
        Orders.Chunk(2).Where(pair => pair.Length == 2).Select((pair, n) => (Start.AddDays(pair[0]), Start.AddDays(pair[0] + pair[1]), n % 3 == 2));

    HashSet<DateOnly> Spared
    {
        get
        {
            var days = new HashSet<DateOnly>();
            foreach (var (from, until, restores) in Periods)
                foreach (var day in Enumerable.Range(0, until.DayNumber - from.DayNumber + 1).Select(from.AddDays))
                    if (restores) days.Remove(day);
                    else days.Add(day);
            return days;
        }
    }

    public Oracle Oracle
    {
        get
        {
            var days = new List<DateOnly>();
            var latest = Start;
            var day = Start;
            foreach (var gap in Gaps)
            {
                day = day.AddDays(gap);
                if (day > latest) latest = day;
                days.Add(latest);
            }
            DateOnly? stopped = IsStopped && days.Count > 0 ? days[^1] : null;
            if (stopped is not null) days.RemoveAt(days.Count - 1);
            var pauses = days.Chunk(2).Select(p => (p[0], p.Length == 2 ? p[1] : (DateOnly?)null)).ToList();
            return new(Start, Days, IsWorking, FirstDayCounts, MovesToOpenDay, HasOldSaturdays, Holidays, pauses, stopped, Spared);
        }
    }

    public ClockReading Read() => Clock.Read(Limit, Act, Calendar, Facts);

    public static Arbitrary<History> Any =>
        (from start in Gen.Choose(0, 500)
         from days in Gen.Choose(1, 45)
         from flags in Gen.Choose(0, 31)
         from holidays in Gen.Choose(0, 600).ArrayOf(40)
         from count in Gen.Choose(0, 7)
         from gaps in Gen.Frequency((8, Gen.Choose(0, 12)), (1, Gen.Constant(0)), (1, Gen.Choose(-3, -1))).ArrayOf(count)
         from orders in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(2, 8))).SelectMany(many => Gen.Choose(0, 25).ArrayOf(many))
         select new History(start, days, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0, (flags & 8) != 0, holidays, gaps, (flags & 16) != 0, orders)).ToArbitrary();

    public static ActRules Rules(bool firstDayCounts, ClosedLastDay closedLastDay)
    {
        var text = new LocalText("example");
        return new()
        {
            State = "MH", Name = text, ShortName = text, Number = "1", InForceOn = new(2015, 4, 28), Source = "example",
            Counting = new()
            {
                Unstated = DayKind.Calendar, UnstatedReason = text, UnstatedSource = "example",
                FirstDayCounts = firstDayCounts, FirstDaySource = "example", ClosedLastDay = closedLastDay, ClosedLastDaySource = "example"
            },
            Start = new("papers_complete", "example"), Acknowledgement = new(text, new(1, DayKind.Calendar), "example"),
            Pauses = [], Appeals = [], AutoFiling = new(false, null, "law", "example"), Penalties = []
        };
    }
}
