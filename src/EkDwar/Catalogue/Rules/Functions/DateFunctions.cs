using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Catalogue.Rules.Functions;

/// <summary>
/// Dates, times and durations made and asked. A date that does not exist, such as 31 February, is null with an error. There
/// is no <c>today()</c>: what day it is comes in as a name, so that a rule says the same whenever it is asked again.
/// </summary>
static class DateFunctions
{
    public static readonly Function[] All =
    [
        new("date(from: string|date|date and time)", given => given[0] switch
        {
            string text => ValueTexts.Date(text) is { } date ? date : given.Error($"\"{text}\" is no date, as in 2026-01-31"),
            DateTime instant => DateOnly.FromDateTime(instant),
            _ => given[0],
        }),
        new("date(year: number, month: number, day: number)", FromParts),
        new("time(from: string|date and time)", given => given[0] switch
        {
            DateTime instant => TimeOnly.FromDateTime(instant),
            _ => ValueTexts.Time(given.Text(0)) is { } time ? time : given.Error($"\"{given.Text(0)}\" is no time, as in 17:30:00"),
        }),
        new("date and time(from: string)", given =>
            ValueTexts.DateAndTime(given.Text(0)) is { } instant ? instant : given.Error($"\"{given.Text(0)}\" is no date and time, as in 2026-01-31T17:30:00")),
        new("date and time(date: date|date and time, time: time)", given => DayOf(given[0]).ToDateTime((TimeOnly)given[1]!)),
        new("duration(from: string)", given => ValueTexts.Duration(given.Text(0)) ?? given.Error($"\"{given.Text(0)}\" is no duration, as in P15Y or P30D")),
        new("years and months duration(from: date|date and time, to: date|date and time)", given => Months.Between(DayOf(given[0]), DayOf(given[1]))),
        // DMN names these in English; they are values to compare with, not words for a citizen.
        new("day of week(date: date|date and time)", given => DayOf(given[0]).DayOfWeek.ToString()),
        new("month of year(date: date|date and time)", given => DayOf(given[0]).ToString("MMMM", System.Globalization.CultureInfo.InvariantCulture)),
    ];

    static DateOnly DayOf(object? value) => value is DateTime instant ? DateOnly.FromDateTime(instant) : (DateOnly)value!;

    static object? FromParts(Given given)
    {
        var (year, month, day) = (given.Number(0), given.Number(1), given.Number(2));
        var isDate = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1
            && year == decimal.Truncate(year) && month == decimal.Truncate(month) && day == decimal.Truncate(day)
            && day <= DateTime.DaysInMonth((int)year, (int)month);
        return isDate ? new DateOnly((int)year, (int)month, (int)day) : given.Error($"there is no date {year}-{month}-{day}");
    }
}
