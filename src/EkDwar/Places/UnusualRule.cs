using EkDwar.Foundation.Yaml;

namespace EkDwar.Places;

/// <summary>
/// What a state holds worth a second glance when its officials open citizens' cases: many within a time, one of another area, or
/// at night by the state's time. It stops nobody and says nothing against anybody.
/// </summary>
public sealed class UnusualRule
{
    public const string Many = "many", Elsewhere = "elsewhere", Night = "night", Searches = "searches";

    const int LongestHours = 24, MostCases = 500, MostSearches = 500, HoursOfDay = 24;

    public string Rule { get; init; } = "";

    /// <summary>Of <see cref="Many"/>: so many cases, or more, within so many hours.</summary>
    public int Cases { get; init; }

    /// <summary>Of <see cref="Searches"/>: so many searches by name, or more, within so many hours.</summary>
    public int Searched { get; init; }
    public int Hours { get; init; }

    /// <summary>Of <see cref="Elsewhere"/>: the kind of place in which both offices lie as a rule, such as district.</summary>
    public string Beyond { get; init; } = "";

    /// <summary>Of <see cref="Night"/>: from this hour of the day until before that one, over midnight where the second is smaller.</summary>
    public int FromHour { get; init; }
    public int UntilHour { get; init; }

    /// <summary>The rule or order, or "example".</summary>
    public string Source { get; init; } = "";

    /// <summary>The time, by the state's clock, in which one notice of this rule stands for all that is seen; null when the rule does not hold at this hour.</summary>
    public (DateTime From, DateTime Until)? Span(DateTime local)
    {
        if (Rule is Many or Searches) return (local.AddHours(-Hours), local.AddHours(Hours));
        if (Rule == Elsewhere) return (local.Date, local.Date.AddDays(1));
        var isOverMidnight = UntilHour <= FromHour;
        if (isOverMidnight ? local.Hour < FromHour && local.Hour >= UntilHour : local.Hour < FromHour || local.Hour >= UntilHour) return null;
        var began = isOverMidnight && local.Hour < UntilHour ? local.Date.AddDays(-1) : local.Date;
        return (began.AddHours(FromHour), began.AddHours(UntilHour + (isOverMidnight ? HoursOfDay : 0)));
    }

    public void Check(Sheet<StateProfile> sheet)
    {
        sheet.Needs(Rule is Many or Elsewhere or Night or Searches, this, "rule", $"{FileFaults.Quote(Rule)} is no rule about looks", $"write one of {Many}, {Elsewhere}, {Night}, {Searches}");
        sheet.Needs(sheet.Value.UnusualLooks.First(other => other.Rule == Rule) == this, this, "rule", $"the rule {FileFaults.Quote(Rule)} stands here twice", "write each rule once");
        if (Rule == Many) sheet.Needs(Cases is > 1 and <= MostCases, this, "cases", $"many are from 2 to {MostCases} cases", "write how many cases");
        if (Rule == Searches) sheet.Needs(Searched is > 1 and <= MostSearches, this, "searched", $"many searches are from 2 to {MostSearches}", "write how many searches");
        if (Rule is Many or Searches) sheet.Needs(Hours is > 0 and <= LongestHours, this, "hours", $"many within 1 to {LongestHours} hours", "write within how many hours");
        if (Rule == Elsewhere) sheet.Needs(Beyond.Length > 0, this, "beyond", "what is elsewhere lies beyond a kind of place", "write it, such as district");
        if (Rule == Night) sheet.Needs(FromHour is >= 0 and < HoursOfDay && UntilHour is >= 0 and < HoursOfDay && FromHour != UntilHour, this, "from_hour", "a night has two different hours, from 0 to 23", "write 'from_hour' and 'until_hour'");
        sheet.Needs(Source.Length > 0, this, "source", "what is called unusual needs its source", "write the rule, or 'example'");
    }
}
