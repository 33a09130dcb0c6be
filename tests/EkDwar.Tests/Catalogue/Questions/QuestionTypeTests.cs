using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Languages;

namespace EkDwar.Tests.Catalogue.Questions;

/// <summary>What each type of question takes, what it says to the rest, and that what it keeps can be typed again.</summary>
public sealed class A_question
{
    static readonly AnswerFacts Facts = AnswerFacts.WithoutPlaces(new(2026, 8, 1));

    [Theory]
    [InlineData("12", 12)]
    [InlineData("१२", 12)]
    [InlineData("੧,੨੩,੪੫੬", 123456)]
    [InlineData("0", 0)]
    public void of_a_number_reads_digits_of_every_script(string typed, int number) =>
        Assert.Equal((decimal)number, Value(new Question { Id = "pages", Type = "number" }, typed));

    [Theory]
    [InlineData("", "questions.number_needed")]
    [InlineData("twelve", "questions.number_unreadable")]
    [InlineData("1e3", "questions.number_unreadable")]
    [InlineData("99999999999999999999999999999999", "questions.number_unreadable")]
    [InlineData("2.5", "questions.number_whole")]
    [InlineData("-1", "questions.number_too_small")]
    [InlineData("0", "questions.number_too_small")]
    [InlineData("501", "questions.number_too_large")]
    public void of_a_number_says_what_is_wrong(string typed, string code) =>
        Assert.Equal(code, Refused(new Question { Id = "pages", Type = "number", Least = 1, Most = 500 }, typed));

    [Fact]
    public void of_a_measure_keeps_its_decimals_exact()
    {
        var area = new Question { Id = "area", Type = "number", Decimals = 2, Unit = new() { ["en"] = "hectares" } };
        Assert.Equal(0.3m, (decimal)Value(area, "0.10")! + (decimal)Value(area, "0.20")!);
        Assert.Equal(["2.5 hectares"], Shown(area, "2.50"));
        Assert.Equal("questions.number_decimals", Refused(area, "2.505"));
    }

    [Theory]
    [InlineData("98765 43210")]
    [InlineData("+91-9876543210")]
    [InlineData("०९८७६५४३२१०")]
    public void of_a_phone_keeps_ten_digits(string typed)
    {
        var phone = new Question { Id = "phone", Type = "phone" };
        Assert.Equal("9876543210", Value(phone, typed));
        Assert.Equal(["98765 43210"], Shown(phone, typed));
    }

    [Theory]
    [InlineData("", "questions.phone_needed")]
    [InlineData("12345", "questions.phone_unreadable")]
    [InlineData("5876543210", "questions.phone_unreadable")]
    [InlineData("98765 4321O", "questions.phone_unreadable")]
    public void of_a_phone_says_what_is_wrong(string typed, string code) => Assert.Equal(code, Refused(new Question { Id = "phone", Type = "phone" }, typed));

    [Theory]
    [InlineData("sunita.jadhav@example.com")]
    [InlineData("s@mail.example.org.in")]
    public void of_an_email_keeps_it_as_typed(string typed) => Assert.Equal(typed, Value(new Question { Id = "email", Type = "email" }, typed));

    [Theory]
    [InlineData("", "questions.email_needed")]
    [InlineData("sunita", "questions.email_unreadable")]
    [InlineData("sunita@example", "questions.email_unreadable")]
    [InlineData("sunita@@example.com", "questions.email_unreadable")]
    [InlineData("Sunita <s@example.com>", "questions.email_unreadable")]
    [InlineData("s@example.com, t@example.com", "questions.email_unreadable")]
    [InlineData("su nita@example.com", "questions.email_unreadable")]
    [InlineData("s@example.com\u0000", "questions.control_characters")]
    public void of_an_email_says_what_is_wrong(string typed, string code) => Assert.Equal(code, Refused(new Question { Id = "email", Type = "email" }, typed));

    [Fact]
    public void of_yes_or_no_takes_nothing_for_no()
    {
        var question = new Question { Id = "married", Type = "yes_no" };
        Assert.Equal(true, Value(question, "yes"));
        Assert.Equal(false, Value(question, "no"));
        Assert.Equal(["Yes"], Shown(question, "yes"));
        Assert.Equal("questions.yes_no_needed", Refused(question, ""));
        Assert.Equal("questions.yes_no_needed", Refused(question, "true"));
    }

    [Fact]
    public void of_several_choices_keeps_them_in_the_order_of_the_list()
    {
        Assert.Equal(["cotton", "onion"], Assert.IsAssignableFrom<IEnumerable<object?>>(Value(Crops, ("onion", "yes"), ("cotton", "yes"))));
        Assert.Equal(["Cotton", "Onion"], Shown(Crops, ("onion", "yes"), ("cotton", "yes")));
    }

    [Fact]
    public void of_several_choices_says_what_is_wrong()
    {
        Assert.Equal("questions.choices_needed", Refused(Crops));
        Assert.Equal("questions.choice_unknown", Refused(Crops, ("tobacco", "yes")));
        Assert.Equal("questions.choice_alone", Refused(Crops, ("none", "yes"), ("onion", "yes")));
        Assert.Equal(["none"], Assert.IsAssignableFrom<IEnumerable<object?>>(Value(Crops, ("none", "yes"))));
    }

    static Question Crops => new()
    {
        Id = "crops", Type = "choices",
        Options =
        [
            new() { Code = "cotton", Names = new() { ["en"] = "Cotton" } }, new() { Code = "onion", Names = new() { ["en"] = "Onion" } },
            new() { Code = "none", Names = new() { ["en"] = "None of these" }, IsAlone = true },
        ],
    };

    static object? Value(Question question, string typed) => Value(question, ("", typed));

    /// <summary>The answer as rules see it, after it was typed, kept and typed again.</summary>
    static object? Value(Question question, params (string Part, string Text)[] typed)
    {
        var type = QuestionType.Of(question);
        var accepted = type.Parse(question, Raw(typed), Facts);
        Assert.True(accepted.IsDone, string.Join(", ", accepted.IsDone ? [] : accepted.Refusals));
        var kept = Answers.Parse(Answers.None.With(question.Id, accepted.Value).ToText())[question.Id]!;
        Assert.True(type.StillHolds(question, kept, Facts));
        return type.Value(question, kept);
    }

    static IReadOnlyList<string> Shown(Question question, string typed) => Shown(question, ("", typed));

    static IReadOnlyList<string> Shown(Question question, params (string Part, string Text)[] typed) =>
        QuestionType.Of(question).Format(question, QuestionType.Of(question).Parse(question, Raw(typed), Facts).Value!, LanguageCode.English, Facts);

    static string Refused(Question question, string typed) => Refused(question, ("", typed));

    static string Refused(Question question, params (string Part, string Text)[] typed) =>
        Assert.Single(QuestionType.Of(question).Parse(question, Raw(typed), Facts).Refusals).Code;

    static RawAnswer Raw((string Part, string Text)[] typed) => new(typed.ToDictionary(part => part.Part, part => part.Text));
}
