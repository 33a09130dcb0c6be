using EkDwar.Foundation.Yaml;

namespace EkDwar.Deadlines;

/// <summary>Reads a state's <c>calendar.yaml</c>.</summary>
public static class CalendarFile
{
    static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];
    static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>The calendar, or a <see cref="FaultyFilesException"/> naming file and line.</summary>
    public static WorkingCalendar Load(string text, string file = "calendar.yaml") => DataMap.Read(text, file, map => new WorkingCalendar(
        map.Text("state"),
        map.Each("office_weeks", w => new OfficeWeek(w.Date("from"), [.. w.Words("closed").Select(ReadOff)], w.Text("source"))),
        map.Each("years", ReadYear)));

    static HolidayYear ReadYear(DataMap map)
    {
        var year = map.Number("year");
        var holidays = map.Each("holidays", h => new Holiday(h.Date("on"), h.Local("name")));
        for (var n = 0; n < holidays.Count; n++)
            if (holidays[n].On.Year != year || (n > 0 && holidays[n].On <= holidays[n - 1].On))
                throw new ArgumentException($"{holidays[n].On:O} is not of {year}, or not after the holiday before it");
        return new(year, map.Flag("complete"), map.Text("source"), holidays);
    }

    static WeeklyOff ReadOff(string words)
    {
        var parts = words.Split(' ');
        var week = parts.Length == 2 ? Array.IndexOf(Ordinals, parts[0]) + 1 : 0;
        var day = Array.IndexOf(Days, parts[^1]);
        if (day >= 0 && parts.Length == (week > 0 ? 2 : 1)) return new((DayOfWeek)day, week > 0 ? week : null);
        throw new ArgumentException($"'{words}' is not a weekly off such as 'sunday' or 'second saturday'");
    }
}
