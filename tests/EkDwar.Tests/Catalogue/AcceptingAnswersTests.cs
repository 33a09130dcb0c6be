using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Tests.Catalogue;

/// <summary>What a service's file says of an answer by rules: what must hold, which options there are, what may stay blank or is not needed.</summary>
public sealed class An_answer
{
    static readonly AnswerFacts Facts = AnswerFacts.WithoutPlaces(new(2026, 8, 1)) with { Language = LanguageCode.Marathi };

    static readonly ServiceDefinition Service = new()
    {
        Questions =
        [
            new() { Id = "born_on", Type = "date", Must = [new() { When = "born_on <= today - duration(\"P18Y\")", Says = new() { ["mr"] = "अठरा वर्षे पूर्ण हवीत.", ["en"] = "Eighteen at least." } }] },
            new() { Id = "body", Type = "choice", Options = [new() { Code = "village" }, new() { Code = "city" }] },
            new() { Id = "use", Type = "choice", Options = [new() { Code = "home" }, new() { Code = "mill", When = "body = \"village\"" }] },
            new() { Id = "moved_on", Type = "date", Optional = true, Must = [new() { When = "moved_on >= born_on", Says = new() { ["en"] = "Not before birth." } }] },
            new() { Id = "size", Type = "number", Optional = true },
            new() { Id = "deed", Type = "document", Needed = "size > 50", Options = [new() { Code = "deed" }] },
        ],
    };

    static Outcome<Answers> Said(Answers answers, string id, params (string Part, string Text)[] parts) =>
        Interview.Accept(Service, answers, Service.Question(id), new(parts.ToDictionary(part => part.Part, part => part.Text)), Facts);

    static (string, string)[] Day(int year) => [("day", "1"), ("month", "8"), ("year", $"{year}")];

    [Fact]
    public void that_must_be_otherwise_is_refused_in_the_service_s_own_words()
    {
        var refused = Assert.Single(Said(Answers.None, "born_on", Day(2009)).Refusals);
        Assert.Equal(("questions.must", "day", "अठरा वर्षे पूर्ण हवीत."), (refused.Code, refused.Field, refused.Values[0].Value));
        Assert.Equal("अठरा वर्षे पूर्ण हवीत.", Texts.Get(LanguageCode.Marathi, refused.Code, refused.Values));
        Assert.True(Said(Answers.None, "born_on", Day(2008)).IsDone);
    }

    [Fact]
    public void whose_rule_reads_what_nobody_has_said_yet_is_accepted() => Assert.True(Said(Answers.None, "moved_on", Day(1960)).IsDone);

    [Fact]
    public void accepted_before_is_looked_at_again_when_the_application_is_sent()
    {
        var answers = Answers.Parse("""{"born_on":"1990-08-01","body":"city","use":"home","moved_on":"1980-01-01","size":null,"deed":{"later":true}}""");
        Assert.Equal(["moved_on"], Interview.Problems(Service, answers, Facts).Select(problem => problem.Field));
        var grownUp = Answers.Parse("""{"born_on":"2009-08-01","body":"city","use":"home","moved_on":null,"size":null,"deed":{"later":true}}""");
        Assert.Equal(["born_on"], Interview.Problems(Service, grownUp, Facts).Select(problem => problem.Field));
    }

    [Fact]
    public void is_one_of_the_options_offered_for_the_answers_before()
    {
        var village = Said(Answers.None, "body", ("", "village")).Value!;
        Assert.Equal(["home", "mill"], Asked(village, "use").Options.Select(option => option.Code));
        var mill = Said(village, "use", ("", "mill")).Value!;
        var city = Said(mill, "body", ("", "city")).Value!;
        Assert.False(city.Has("use"));
        Assert.Equal(["home"], Asked(city, "use").Options.Select(option => option.Code));
        Assert.Equal("questions.choice_unknown", Assert.Single(Said(city, "use", ("", "mill")).Refusals).Code);
        Assert.Equal(["home", "mill"], Service.Question("use").Options.Select(option => option.Code));
    }

    static Question Asked(Answers answers, string id) => Interview.Asked(Service, answers).First(question => question.Id == id);

    [Fact]
    public void may_be_left_out_where_the_question_is_optional()
    {
        var blank = Said(Answers.None, "moved_on", ("day", ""), ("month", " "), ("year", "")).Value!;
        Assert.True(blank.Has("moved_on"));
        Assert.Null(blank["moved_on"]);
        Assert.Equal(["born_on", "body", "use", "size", "deed"], Interview.Problems(Service, Answers.Parse(blank.ToText()), Facts).Select(problem => problem.Field));
        Assert.False(Said(Answers.None, "born_on", ("day", "")).IsDone);
    }

    [Theory]
    [InlineData(DateType.Past, 2026, 1, null)]
    [InlineData(DateType.Past, 2026, 2, "questions.date_in_future")]
    [InlineData(DateType.Future, 2026, 1, null)]
    [InlineData(DateType.Future, 2046, 1, null)]
    [InlineData(DateType.Future, 2046, 2, "questions.date_too_far")]
    [InlineData(DateType.Future, 2025, 31, "questions.date_in_past")]
    [InlineData(DateType.Any, 2025, 31, null)]
    [InlineData(DateType.Any, 2027, 1, null)]
    [InlineData(DateType.Any, 1899, 1, "questions.date_too_old")]
    public void that_is_a_day_falls_where_its_question_says(string falls, int year, int day, string? refused)
    {
        var parsed = QuestionType.Of(new() { Type = "date" }).Parse(new() { Type = "date", Falls = falls },
            new(new Dictionary<string, string> { ["day"] = $"{day}", ["month"] = "8", ["year"] = $"{year}" }), Facts);
        Assert.Equal(refused, parsed.IsDone ? null : Assert.Single(parsed.Refusals).Code);
    }

    [Theory]
    [InlineData("50", false)]
    [InlineData("51", true)]
    [InlineData("", true)]
    public void that_is_a_paper_is_missing_only_where_it_is_needed(string size, bool isMissing)
    {
        var answers = Said(Answers.None.With("deed", new System.Text.Json.Nodes.JsonObject { ["later"] = true }), "size", ("", size)).Value!;
        Assert.Equal(isMissing, Interview.MissingPapers(Service, answers).Count == 1);
        Assert.Single(Interview.Papers(Service, answers));
    }
}
