using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules;
using EkDwar.Catalogue.Rules.Values;
using EkDwar.Foundation.Languages;
using EkDwar.Tests.Catalogue.Checks;

namespace EkDwar.Tests.Catalogue.Questions;

/// <summary>A day with its hour: typed as people say it, kept by the clock of 24 hours, and a date and time to rules.</summary>
public sealed class A_day_and_hour
{
    static readonly Question Begins = new() { Id = "starts_at", Type = "day_and_hour", Falls = DateType.Future };
    static readonly AnswerFacts Facts = AnswerFacts.WithoutPlaces(new(2026, 3, 2));

    [Theory]
    [InlineData("18:30", "18:30")]
    [InlineData("6:30 pm", "18:30")]
    [InlineData("6.30 P.M.", "18:30")]
    [InlineData("सायंकाळी ६:३०", "18:30")]
    [InlineData("संध्याकाळी 6 वाजता", "18:00")]
    [InlineData("ਸ਼ਾਮ 6 ਵਜੇ", "18:00")]
    [InlineData("रात 10 बजे", "22:00")]
    [InlineData("रात्री 12", "00:00")]
    [InlineData("12:15 am", "00:15")]
    [InlineData("12 noon", "12:00")]
    [InlineData("सकाळी 10", "10:00")]
    [InlineData("05:30", "05:30")]
    [InlineData("10:00", "10:00")]
    public void reads_the_hour_as_it_is_said(string typed, string stored) =>
        Assert.Equal("2026-04-14T" + stored, QuestionType.Of(Begins).Parse(Begins, Typed("14", typed), Facts).Value!.GetValue<string>());

    [Theory]
    [InlineData("", "foundation.hour-missing")]
    [InlineData("5:30", "foundation.hour-half")]
    [InlineData("6", "foundation.hour-half")]
    [InlineData("25:00", "foundation.hour-wrong")]
    [InlineData("10:60", "foundation.hour-wrong")]
    [InlineData("6 to 9 pm", "foundation.hour-wrong")]
    [InlineData("soon", "foundation.hour-wrong")]
    [InlineData("6 o'cluck", "foundation.hour-wrong")]
    public void says_what_is_wrong_with_the_hour(string typed, string why)
    {
        var refusal = Assert.Single(QuestionType.Of(Begins).Parse(Begins, Typed("14", typed), Facts).Refusals);
        Assert.Equal((why, "time"), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void says_what_is_wrong_with_day_and_hour_at_once() =>
        Assert.Equal(["day", "time"], QuestionType.Of(Begins).Parse(Begins, Typed("31", "x"), Facts).Refusals.Select(refusal => refusal.Field));

    [Fact]
    public void is_shown_as_people_say_it_and_compared_as_a_date_and_time()
    {
        var type = QuestionType.Of(Begins);
        var answer = type.Parse(Begins, Typed("14", "18:30"), Facts).Value!;
        Assert.Equal(["14 एप्रिल 2026, संध्याकाळी 6:30"], type.Format(Begins, answer, LanguageCode.Marathi, Facts));
        Assert.True(type.StillHolds(Begins, answer, Facts));
        var facts = new Context { ["starts_at"] = type.Value(Begins, answer) };
        Assert.True(Rule.Parse("starts_at < @\"2026-04-14T22:00:00\" and starts_at.hour = 18 and date(starts_at) = @\"2026-04-14\"").Evaluate(facts).Holds);
    }

    [Fact]
    public void compared_with_a_day_alone_is_a_fault_of_the_file() => A_fault_in_a_service_s_file.IsFound("meetings-permission.yaml",
        "when: ends_at > starts_at", "when: ends_at > ¦@\"2026-01-01\"", "'ends_at' is a date and time, and is compared with a date", "@\"2026-01-31T17:30:00\"");

    static RawAnswer Typed(string day, string time) => new(new Dictionary<string, string> { ["day"] = day, ["month"] = "4", ["year"] = "2026", ["time"] = time });
}
