namespace EkDwar.Tests.Catalogue.Rules;

public class A_date_in_a_rule
{
    [Theory]
    [InlineData("date(2024, 2, 29) + @\"P1D\"", "@\"2024-03-01\"")]
    [InlineData("date(2024, 2, 29) + @\"P1Y\"", "@\"2025-02-28\"")]
    [InlineData("@\"2026-01-31\" + duration(\"P1M\")", "@\"2026-02-28\"")]
    [InlineData("@\"2026-03-01\" - @\"P1D\"", "@\"2026-02-28\"")]
    [InlineData("@\"2024-03-01\" - @\"P1D\"", "@\"2024-02-29\"")]
    [InlineData("@\"2026-03-01\" - @\"2026-02-01\"", "@\"P28D\"")]
    [InlineData("(@\"2026-03-01\" - @\"2026-02-01\").days", "28")]
    [InlineData("years and months duration(@\"1966-11-23\", @\"2026-11-22\").years", "59")]
    [InlineData("years and months duration(@\"1966-11-22\", @\"2026-11-22\").years", "60")]
    [InlineData("years and months duration(@\"2004-02-29\", @\"2022-02-28\").years", "17")]
    [InlineData("years and months duration(@\"2004-02-29\", @\"2022-03-01\").years", "18")]
    [InlineData("years and months duration(@\"2026-11-22\", @\"2025-10-22\").months", "-1")]
    [InlineData("@\"2026-11-22\".year + @\"2026-11-22\".month + @\"2026-11-22\".day", "2059")]
    [InlineData("@\"2026-11-22\".weekday", "7")]
    [InlineData("day of week(@\"2026-11-23\")", "\"Monday\"")]
    [InlineData("date(\"2026-11-22\") < date(\"2026-12-01\")", "true")]
    [InlineData("@\"PT36H\"", "@\"P1DT12H\"")]
    [InlineData("@\"P1Y\"", "@\"P12M\"")]
    [InlineData("time(\"10:30:00\") + @\"PT1H\"", "@\"11:30:00\"")]
    [InlineData("date and time(\"2026-11-22T23:00:00\") + @\"PT2H\"", "@\"2026-11-23T01:00:00\"")]
    [InlineData("string(@\"P1DT2H30M\")", "\"P1DT2H30M\"")]
    public void is_counted_right(string rule, string value) => RuleValue.IsSame(rule, value);

    [Theory]
    [InlineData("date(\"2026-02-31\")", "is no date")]
    [InlineData("date(2026, 2, 31)", "there is no date 2026-2-31")]
    [InlineData("date(2025, 2, 29)", "there is no date")]
    [InlineData("@\"2026-02-31\"", "is no date, time or duration")]
    [InlineData("@\"2026-1-1\"", "is no date, time or duration")]
    [InlineData("@\"10:30:00+05:30\"", "is no date, time or duration")]
    [InlineData("duration(\"P\")", "is no duration")]
    [InlineData("duration(\"P1Y1D\")", "is no duration")]
    [InlineData("@\"9999-12-31\" + @\"P1D\"", "too large")]
    [InlineData("@\"2026-01-01\" + @\"2026-01-01\"", "'+' does not fit a date and a date")]
    [InlineData("@\"2026-01-01\" > @\"2026-01-01T00:00:00\"", "'>' cannot compare a date with a date and time")]
    [InlineData("@\"P1M\" > @\"P30D\"", "'>' cannot compare")]
    public void that_does_not_exist_is_null_and_an_error(string rule, string because) => RuleValue.IsNull(rule, because);

    [Fact]
    public void is_never_today_by_itself()
    {
        RuleValue.IsNull("today", "there is nothing called 'today'");
        Assert.Equal(true, RuleValue.Of("today - @\"P18Y\" >= @\"2008-11-22\"", new() { ["today"] = new DateOnly(2026, 11, 22) }));
    }
}
