using System.Globalization;
using EkDwar.Foundation.Languages;

namespace EkDwar.Tests.Foundation;

public class Digits_people_type
{
    [Theory, InlineData("१२३४५६७८९०", "1234567890"), InlineData("੧੨੩", "123"), InlineData("वॉर्ड १२", "वॉर्ड 12"), InlineData("ज्ञानेश्वर र्‍हाळकर", "ज्ञानेश्वर र्‍हाळकर")]
    public void become_ascii_and_nothing_else_changes(string typed, string read) => Assert.Equal(read, Digits.ToAscii(typed));

    [Theory, InlineData("482 913"), InlineData("४८२९१३"), InlineData("482-913"), InlineData(" ੪੮੨ ੯੧੩ ")]
    public void of_a_code_may_have_gaps(string typed) => Assert.Equal("482913", Digits.Only(typed));
}

public class An_indian_number
{
    [Theory, InlineData(0, "0"), InlineData(999, "999"), InlineData(1000, "1,000"), InlineData(1234567, "12,34,567"), InlineData(-1234567, "-12,34,567"), InlineData(9223372036854775807, "92,23,37,20,36,85,47,75,807")]
    public void is_grouped_by_lakh_and_crore(long number, string written) => Assert.Equal(written, IndianNumber.Of(number));

    [Theory, InlineData(123456750, "₹12,34,567.50"), InlineData(3360, "₹33.60"), InlineData(5, "₹0.05"), InlineData(-50000, "-₹500.00")]
    public void of_paise_is_rupees(long minor, string written) => Assert.Equal(written, IndianNumber.Rupees(minor));

    [Theory, InlineData("mr-IN"), InlineData("de-DE"), InlineData("hi-IN")]
    public void does_not_ask_the_culture(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        Assert.Equal("₹12,34,567.50", IndianNumber.Rupees(123456750));
    }

    [Theory]
    [InlineData(99_999, "en", "99,999")]
    [InlineData(1_20_000, "mr", "1.2 लाख")]
    [InlineData(1_00_000, "hi", "1 लाख")]
    [InlineData(99_99_999, "pa", "1 ਕਰੋੜ")]
    [InlineData(1_25_00_000, "mr", "1.3 कोटी")]
    [InlineData(1_25_00_000, "hi", "1.3 करोड़")]
    [InlineData(-1_50_000, "en", "-1.5 lakh")]
    public void is_compact_in_the_words_of_the_language(long number, string language, string written) =>
        Assert.Equal(written, IndianNumber.Compact(number, LanguageCode.Parse(language)));
}

public class A_long_date
{
    [Theory, InlineData("mr", "5 जानेवारी 2026"), InlineData("hi", "5 जनवरी 2026"), InlineData("pa", "5 ਜਨਵਰੀ 2026"), InlineData("en", "5 January 2026")]
    public void has_its_month_in_words_and_ascii_digits(string language, string written) =>
        Assert.Equal(written, LongDate.Of(new DateOnly(2026, 1, 5), LanguageCode.Parse(language)));

    [Theory, InlineData("mr", "mr-IN"), InlineData("pa", "pa-IN"), InlineData("en", "en-IN")]
    public void names_the_months_as_the_language_does(string language, string culture)
    {
        var known = new CultureInfo(culture).DateTimeFormat.MonthNames.Take(12).Select(name => name.Normalize());
        Assert.Equal(known, Enumerable.Range(1, 12).Select(month => LongDate.MonthOf(month, LanguageCode.Parse(language)).Normalize()));
    }
}

public class A_time_of_day
{
    [Theory]
    [InlineData("16:05", "mr", "दुपारी 4:05")]
    [InlineData("10:15", "mr", "सकाळी 10:15")]
    [InlineData("18:30", "mr", "संध्याकाळी 6:30")]
    [InlineData("21:00", "mr", "रात्री 9:00")]
    [InlineData("00:10", "mr", "रात्री 12:10")]
    [InlineData("12:00", "hi", "दोपहर 12:00")]
    [InlineData("19:59", "pa", "ਸ਼ਾਮ 7:59")]
    [InlineData("00:10", "en", "12:10 am")]
    [InlineData("21:00", "en", "9:00 pm")]
    public void is_said_by_the_part_of_the_day(string time, string language, string said) =>
        Assert.Equal(said, DayPart.Of(TimeOnly.Parse(time, CultureInfo.InvariantCulture), LanguageCode.Parse(language)));

    [Fact]
    public void has_no_am_or_pm_in_an_indian_language()
    {
        foreach (var language in LanguageCode.All.Where(language => language != LanguageCode.English))
            for (var hour = 0; hour < 24; hour++)
                Assert.DoesNotMatch("(?i)[ap]\\.?m", DayPart.Of(new TimeOnly(hour, 0), language));
    }
}
