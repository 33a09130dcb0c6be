using System.Globalization;
using EkDwar.Deadlines;
using EkDwar.Foundation.Languages;

namespace EkDwar.Tests.Deadlines;

/// <summary>Dates counted by hand on a wall calendar. Each is printed with the days as the clock counted them.</summary>
public class Dates_counted_by_hand(ITestOutputHelper output)
{
    public static readonly TheoryData<string, string, string, string, string> Counted = new()
    {
        // state, limit, start, due, pauses as "query/answer"
        { "mh", "15 working", "Mon 2026-03-02", "Wed 2026-03-25", "" },               // Holi on the 3rd, Gudhi Padwa on the 19th
        { "mh", "5 working", "Thu 2026-11-05", "Mon 2026-11-16", "" },                // Diwali: 10th and 11th closed, 12th open
        { "mh", "7 working", "Thu 2026-12-24", "Tue 2027-01-05", "" },                // Christmas, then over the year's end
        { "mh", "15 calendar", "Sat 2026-10-31", "Mon 2026-11-16", "" },              // the 15th is a Sunday
        { "mh", "15 calendar", "Mon 2026-10-26", "Thu 2026-11-12", "" },              // Bali Pratipada, then Bhaubeej
        { "mh", "30 calendar", "Fri 2026-01-16", "Mon 2026-02-16", "" },              // Mahashivratri on a Sunday
        { "mh", "5 working", "Fri 2027-01-22", "Mon 2027-02-01", "" },                // Republic Day on a Tuesday
        { "mh", "1 working", "Mon 2028-02-28", "Tue 2028-02-29", "" },                // leap day
        { "mh", "30 calendar", "Sun 2028-01-30", "Tue 2028-02-29", "" },              // leap day
        { "mh", "5 working", "Fri 2020-02-07", "Fri 2020-02-14", "" },                // 8 February: second Saturday, closed
        { "mh", "3 working", "Thu 2020-01-30", "Mon 2020-02-03", "" },                // 1 February: first Saturday, open then
        { "mh", "7 working", "Thu 2020-02-20", "Mon 2020-03-02", "" },                // 29 February: first closed Saturday of five-day weeks
        { "pb", "10 working", "Wed 2026-11-04", "Fri 2026-11-20", "" },               // Vishwakarma Day, Sarabha's day
        { "pb", "5 working", "Wed 2026-12-23", "Fri 2027-01-01", "" },                // Christmas, Shaheedi Sabha
        { "pb", "21 calendar", "Mon 2026-10-05", "Tue 2026-10-27", "" },              // Valmiki's birthday on a Monday
        { "hr", "15 working", "Thu 2026-01-22", "Mon 2026-02-16", "" },               // 23 and 26 January
        { "hr", "10 working", "Fri 2026-03-13", "Mon 2026-03-30", "" },               // 23 March
        { "hr", "30 calendar", "Wed 2026-09-02", "Mon 2026-10-05", "" },              // 2 October is a Friday
        { "mh", "7 working", "Mon 2026-06-15", "Tue 2026-06-30", "2026-06-18/2026-06-23" }, // three working days out, Moharram on the 26th
        { "mh", "7 working", "Mon 2026-06-15", "Wed 2026-06-24", "2026-06-18/2026-06-18" }, // asked and answered the same day
        { "mh", "5 working", "Mon 2026-01-12", "Tue 2026-01-27", "2026-01-19/2026-01-24" }, // asked on the last day, answered on a Saturday
        { "mh", "5 working", "Tue 2026-11-03", "Mon 2026-11-16", "2026-11-06/2026-11-11" }, // answered on Bhaubeej
        { "mh", "15 calendar", "Mon 2026-06-01", "Mon 2026-06-22", "2026-06-08/2026-06-12" }, // four days out, the 20th is a Saturday
        { "hr", "3 working", "Mon 2026-07-06", "Mon 2026-07-13", "2026-07-06/2026-07-09" }, // asked on the first day
    };

    [Theory, MemberData(nameof(Counted))]
    public void agree(string state, string limit, string start, string due, string pauses)
    {
        var (days, kind) = (limit.Split(' ')[0], limit.Split(' ')[1]);
        var timeLimit = new TimeLimit(int.Parse(days, CultureInfo.InvariantCulture), Enum.Parse<DayKind>(kind, true));
        List<ClockFact> facts = [ClockFact.Started(Day(start))];
        foreach (var pause in pauses.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            facts.AddRange([ClockFact.Paused(Day(pause.Split('/')[0]), "query"), ClockFact.Resumed(Day(pause.Split('/')[1]))]);
        var reading = Clock.Read(timeLimit, StateFiles.Act(state), StateFiles.Calendar(state), facts);

        output.WriteLine($"{state.ToUpperInvariant()}, {limit} days from {start}, due {due}");
        foreach (var day in reading.Days(reading.DueOn!.Value))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {day.On:ddd yyyy-MM-dd}  {day.Text(LanguageCode.English)}"));
        Assert.Equal(Day(due), reading.DueOn);
    }

    static DateOnly Day(string text) => DateOnly.ParseExact(text, ["ddd yyyy-MM-dd", "yyyy-MM-dd"], CultureInfo.InvariantCulture);
}
