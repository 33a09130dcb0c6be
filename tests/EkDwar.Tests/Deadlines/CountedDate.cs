using System.Globalization;
using System.Text;
using EkDwar.Deadlines;
using EkDwar.Foundation.Languages;

namespace EkDwar.Tests.Deadlines;

/// <summary>
/// A date counted by hand on a wall calendar. <c>Limit</c> is days and kind as a notification has them, with the channel where that
/// matters; <c>ByHand</c> is the count: "4-6: 1-3" says that the 4th to the 6th are days 1 to 3. <c>Meanwhile</c> is what happened, in the
/// order of a ledger: "query 2026-06-18/2026-06-23" asked and answered, "calamity 2026-06-08..2026-06-17" an order for those days,
/// "restored" before it what gave days back, "received" an application before its clock started.
/// </summary>
sealed record CountedDate(string State, string Limit, string Start, string Due, string ByHand, string Meanwhile = "")
{
    static readonly Dictionary<string, (ActRules Act, WorkingCalendar Calendar)> Laws = StateFiles.States.ToDictionary(state => state, state => (StateFiles.Act(state), StateFiles.Calendar(state)));

    IEnumerable<string[]> Parts => Meanwhile.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(' '));

    DateOnly? ReceivedOn => Parts.Where(part => part[0] == "received").Select(part => (DateOnly?)Day(part[1])).SingleOrDefault();

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, ["ddd yyyy-MM-dd", "yyyy-MM-dd"], CultureInfo.InvariantCulture);

    /// <summary>What the house makes of it. A question is let pause the clock only where the act says so, and an order is of a kind the act lists.</summary>
    public ClockReading Read()
    {
        var (act, calendar) = Laws[State];
        List<ClockFact> facts = [ClockFact.Started(Day(Start)), .. Parts.SelectMany(part => Facts(act, part))];
        return Clock.Read(LimitOf(act, Limit.Split(' ')), act, calendar, facts);
    }

    static TimeLimit LimitOf(ActRules act, string[] words) => words[0] == "immediate"
        ? act.Limit(0, words[0], words.ElementAtOrDefault(1) ?? "web", null)
        : act.Limit(int.Parse(words[0], CultureInfo.InvariantCulture), words[1], words.ElementAtOrDefault(2) ?? "web", null);

    static IEnumerable<ClockFact> Facts(ActRules act, string[] part)
    {
        if (part[0] == "received") return [];
        if (part[^1].Split('/') is [var asked, var answered])
            return act.AllowsPause(part[0]) ? [ClockFact.Paused(Day(asked), part[0]), ClockFact.Resumed(Day(answered))] : [];
        var (from, until, kind) = (Day(part[^1].Split("..")[0]), Day(part[^1].Split("..")[1]), part[^2]);
        Assert.Contains(kind, act.Extensions.Select(extension => extension.Kind));
        return [part[0] == "restored" ? ClockFact.Restored(from, until, kind) : ClockFact.Extended(from, until, kind)];
    }

    /// <summary>The weeks of a wall calendar with what each day was to the clock.</summary>
    public string Weeks(ClockReading reading)
    {
        var (due, days) = (reading.DueOn!.Value, reading.Days(reading.DueOn.Value, ReceivedOn));
        var text = new StringBuilder(Line("", ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], ""));
        foreach (var week in days.GroupBy(day => day.On.AddDays(-(((int)day.On.DayOfWeek + 6) % 7))))
        {
            var cells = Enumerable.Range(0, 7).Select(n => week.FirstOrDefault(day => day.On == week.Key.AddDays(n))).Select(day => Cell(day, due));
            var holidays = week.Where(day => day.Holiday is not null).Select(day => Said($"{day.On:ddd} {day.Holiday!.Name.In(LanguageCode.English)}"));
            text.Append(Line(Said($"{week.Key:yyyy-MM-dd}"), cells, string.Join(", ", holidays)));
        }
        return text.ToString();
    }

    static string Line(string monday, IEnumerable<string> cells, string holidays) =>
        $"{monday,-12}{string.Concat(cells.Select(cell => cell.PadRight(8)))}{holidays}".TrimEnd() + "\n";

    static string Cell(ClockDay day, DateOnly due)
    {
        var word = day.Reason switch
        {
            DayReason.BeforeStart => day.On == default ? "" : ".",
            DayReason.FirstDay => "start",
            DayReason.Counted => Said($"{day.Number}") + (day.Why is null ? "" : "+"),
            DayReason.WeeklyOff => "-",
            DayReason.Holiday => "holiday",
            DayReason.Paused => "waits",
            DayReason.Extended => "order",
            _ => ""
        };
        return day.On == due ? $"{word} due".TrimStart() : word;
    }

    static string Said(FormattableString text) => FormattableString.Invariant(text);
}
