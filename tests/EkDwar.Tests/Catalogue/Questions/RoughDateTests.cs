using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules;
using EkDwar.Catalogue.Rules.Values;
using EkDwar.Foundation.Languages;
using EkDwar.Tests.Catalogue.Checks;

namespace EkDwar.Tests.Catalogue.Questions;

/// <summary>Of some dates only the month or the year is known; that is kept and said, and no day is made up for a rule.</summary>
public sealed class A_date_known_roughly
{
    static readonly Question Born = new() { Id = "born_on", Type = "date", Roughly = true };
    static readonly AnswerFacts Facts = AnswerFacts.WithoutPlaces(new(2026, 3, 2));

    [Theory]
    [InlineData("", "", "१९५८", "1958", "1958 (day and month not known)")]
    [InlineData("", "मार्च", "1958", "1958-03", "March 1958 (day not known)")]
    [InlineData("27", "3", "1958", "1958-03-27", "27 March 1958")]
    public void keeps_what_is_known_and_says_what_is_not(string day, string month, string year, string stored, string shown)
    {
        var type = QuestionType.Of(Born);
        var answer = type.Parse(Born, Typed(day, month, year), Facts).Value!;
        Assert.Equal(stored, answer.GetValue<string>());
        Assert.Equal([shown], type.Format(Born, answer, LanguageCode.English, Facts));
        Assert.True(type.StillHolds(Born, answer, Facts));
    }

    [Theory]
    [InlineData("27", "", "1958", "foundation.month-missing")]
    [InlineData("", "", "58", "foundation.year-wrong")]
    [InlineData("", "14", "1958", "foundation.month-wrong")]
    [InlineData("", "", "1899", "questions.date_too_old")]
    [InlineData("", "4", "2026", "questions.date_in_future")]
    [InlineData("", "", "", "foundation.date-missing")]
    public void is_refused_where_it_says_too_little_or_cannot_be(string day, string month, string year, string why) =>
        Assert.Equal(why, QuestionType.Of(Born).Parse(Born, Typed(day, month, year), Facts).Refusals[0].Code);

    [Fact]
    public void is_taken_only_where_the_question_allows_it() =>
        Assert.Equal("foundation.day-missing", QuestionType.Of(Born).Parse(new() { Id = "born_on", Type = "date" }, Typed("", "", "1958"), Facts).Refusals[0].Code);

    [Theory]
    [InlineData("born_on <= @\"1966-03-02\"", "1965", true)]
    [InlineData("born_on <= @\"1966-03-02\"", "1967", false)]
    [InlineData("born_on <= @\"1966-03-02\"", "1966", null)]
    [InlineData("born_on <= @\"1966-03-02\"", "1966-02", true)]
    [InlineData("born_on = @\"1966-03-15\"", "1966-03", null)]
    [InlineData("born_on = @\"1966-04-15\"", "1966-03", false)]
    [InlineData("born_on.month = 3", "1966-03", true)]
    [InlineData("born_on.month = 3", "1966", null)]
    [InlineData("born_on.year", "1966", 1966)]
    [InlineData("years and months duration(born_on, @\"2026-03-02\").years >= 60", "1965", true)]
    [InlineData("years and months duration(born_on, @\"2026-03-02\").years >= 60", "1966", null)]
    public void is_to_a_rule_whatever_it_may_be_and_null_where_that_makes_a_difference(string rule, string stored, object? expected)
    {
        var value = QuestionType.Of(Born).Value(Born, stored);
        var got = Rule.Parse(rule).Evaluate(new Context { ["born_on"] = value }).Value;
        Assert.Equal(expected is int number ? (decimal)number : expected, got);
    }

    [Fact]
    public void two_of_them_are_compared_in_all_the_ways_they_may_lie()
    {
        RoughDate Year(int year) => new(new(year, 1, 1), new(year, 12, 31));
        var rule = Rule.Parse("a < b");
        Assert.True(rule.Evaluate(new Context { ["a"] = Year(1965), ["b"] = Year(1966) }).Holds);
        Assert.Null(rule.Evaluate(new Context { ["a"] = Year(1966), ["b"] = Year(1966) }).Value);
    }

    [Theory]
    [InlineData("senior-citizen-certificate.yaml", "  - id: village\n    type: place\n", "  - id: village\n    type: place\n    ¦roughly: true\n", "'roughly' says nothing about a question of type 'place'", "date")]
    [InlineData("old-age-pension.yaml", "  amount: \"1500\"", "  amount: \"if ¦born_on < @\\\"1950-01-01\\\" then 2000 else 1500\"", "", "")]
    public void and_where_it_cannot_be_is_a_fault_of_the_file(string file, string right, string wrong, string problem, string mend)
    {
        var planted = Planted.In(file, right, wrong);
        var fault = Assert.Single(Planted.Faults(planted.Text, file), one => one.Problem.Contains(problem, StringComparison.Ordinal));
        Assert.Equal(planted.Line, fault.At.Line);
        Assert.Contains(problem == "" ? "may be known only roughly" : problem, fault.Problem);
        Assert.Contains(mend, fault.Mend);
    }

    static RawAnswer Typed(string day, string month, string year) => new(new Dictionary<string, string> { ["day"] = day, ["month"] = month, ["year"] = year });
}
