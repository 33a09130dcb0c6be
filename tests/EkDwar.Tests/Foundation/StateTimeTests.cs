using EkDwar.Foundation.Time;

namespace EkDwar.Tests.Foundation;

public class A_day_of_the_state
{
    [Theory]
    [InlineData("2026-03-31T18:29:59Z", "2026-03-31"), InlineData("2026-03-31T18:30:00Z", "2026-04-01")]
    [InlineData("2028-02-28T18:30:00Z", "2028-02-29"), InlineData("2028-02-29T18:29:59Z", "2028-02-29"), InlineData("2028-02-29T18:30:00Z", "2028-03-01")]
    [InlineData("2026-12-31T18:30:00Z", "2027-01-01")]
    public void begins_at_half_past_six_in_the_evening_utc(string utc, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), StateTime.Day(DateTime.Parse(utc, null, System.Globalization.DateTimeStyles.AdjustToUniversal)));

    [Fact]
    public void is_not_taken_from_a_local_time() =>
        Assert.Throws<ArgumentException>(() => StateTime.Day(DateTime.SpecifyKind(new(2026, 4, 1), DateTimeKind.Local)));
}
