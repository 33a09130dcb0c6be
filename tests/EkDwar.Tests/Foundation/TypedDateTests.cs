using EkDwar.Foundation.Languages;

namespace EkDwar.Tests.Foundation;

public class A_typed_date
{
    static readonly LanguageCode Marathi = LanguageCode.Marathi;

    [Theory]
    [InlineData("5", "1", "2026"), InlineData("५", "१", "२०२६"), InlineData("੫", "੧", "੨੦੨੬"), InlineData("05", "01", "2026")]
    [InlineData("5", "जानेवारी", "2026"), InlineData("5", "january", "2026"), InlineData("5", "Jan.", "2026"), InlineData("5", "जनवरी", "२०२६")]
    [InlineData("5", "ਜਨਵਰੀ", "2026"), InlineData("5", "janewari", "2026"), InlineData(" 5 ", " जाने ", "2026")]
    public void is_read_in_any_of_our_scripts_and_languages(string day, string month, string year) =>
        Assert.Equal(new DateOnly(2026, 1, 5), TypedDate.Read(day, month, year, Marathi).Value);

    [Fact]
    public void knows_every_month_of_every_language()
    {
        foreach (var language in LanguageCode.All)
            for (var month = 1; month <= 12; month++)
                Assert.Equal(new DateOnly(2026, month, 1), TypedDate.Read("1", LongDate.MonthOf(month, language), "2026", language).Value);
    }

    [Theory, InlineData("5/1/2026"), InlineData("५ १ २०२६"), InlineData("5 जानेवारी 2026"), InlineData("05-01-2026"), InlineData("5 ਜਨਵਰੀ, 2026")]
    public void is_read_from_one_line_of_a_chat(string line) =>
        Assert.Equal(new DateOnly(2026, 1, 5), TypedDate.Read(line, Marathi).Value);

    [Theory]
    [InlineData("31", "2", "2026", "day", "फेब्रुवारी 2026 मध्ये फक्त 28 दिवस असतात")]
    [InlineData("३१", "फेब्रुवारी", "२०२४", "day", "फेब्रुवारी 2024 मध्ये फक्त 29 दिवस असतात")]
    [InlineData("31", "एप्रिल", "2026", "day", "एप्रिल 2026 मध्ये फक्त 30 दिवस असतात")]
    [InlineData("32", "1", "2026", "day", "दिवस 1 ते 31 मधील आकडा असावा")]
    [InlineData("5", "13", "2026", "month", "महिना 1 ते 12 किंवा महिन्याचे नाव असावे")]
    [InlineData("5", "xyz", "2026", "month", "महिना 1 ते 12 किंवा महिन्याचे नाव असावे")]
    [InlineData("5", "1", "26", "year", "वर्ष चार अंकी लिहा, जसे 2026")]
    [InlineData("5", "1", "", "year", "वर्ष लिहा")]
    [InlineData("", "", "", "day", "तारीख लिहा")]
    [InlineData("-5", "1", "2026", "day", "दिवस 1 ते 31 मधील आकडा असावा")]
    public void is_refused_naming_the_part_that_is_wrong(string day, string month, string year, string part, string words)
    {
        var refusal = Assert.Single(TypedDate.Read(day, month, year, Marathi).Refusals);
        Assert.Equal(part, refusal.Field);
        Assert.Equal(words, Texts.Get(Marathi, refusal.Code, refusal.Values));
    }

    [Fact]
    public void tells_every_wrong_part_at_once() =>
        Assert.Equal(["day", "month", "year"], TypedDate.Read("40", "abc", "1", Marathi).Refusals.Select(refusal => refusal.Field));
}
