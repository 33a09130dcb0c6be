using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules;

namespace EkDwar.Tests.Catalogue;

public class An_answer_in_a_rule
{
    static readonly List<Question> Questions =
    [
        new() { Id = "name", Type = "name" }, new() { Id = "born_on", Type = "date" }, new() { Id = "village", Type = "place" }, new() { Id = "fee", Type = "money" },
        new() { Id = "purpose", Type = "choice", Options = [new() { Code = "other" }] }, new() { Id = "reason", Type = "text" }, new() { Id = "agreed", Type = "declaration" },
        new() { Id = "proof", Type = "document" }, new() { Id = "later", Type = "document" },
        new() { Id = "pages", Type = "number" }, new() { Id = "married", Type = "yes_no" }, new() { Id = "mobile", Type = "phone" }, new() { Id = "email", Type = "email" },
        new() { Id = "crops", Type = "choices", Options = [new() { Code = "cotton" }, new() { Code = "onion" }] },
        new() { Id = "account", Type = "bank_account" }, new() { Id = "earlier", Type = "licence" }, new() { Id = "pension", Type = "benefit" },
        new() { Id = "starts_at", Type = "day_and_hour" }, new() { Id = "vehicle", Type = "vehicle" }, new() { Id = "land", Type = "land_parcel", Record = "survey" },
        new() { Id = "income", Type = "table", Columns = [new() { Id = "source", Type = "choice" }, new() { Id = "amount", Type = "money" }] },
    ];

    static readonly Answers Given = Answers.Parse("""
        {"name": {"local": "आशा", "latin": "Asha"}, "born_on": "1966-11-22", "village": "pune.haveli.wagholi", "fee": 12345, "purpose": "other", "agreed": "yes",
         "proof": {"kind": "payslip", "file": "f", "key": "k", "format": "pdf", "length": 10}, "later": {"later": true},
         "pages": 12, "married": "no", "mobile": "9876543210", "email": "asha@example.com", "crops": ["cotton", "onion"],
         "account": {"ifsc": "MAHB0000123", "number": "601234567890"}, "earlier": {"number": "MH-7KQ4-2M9T-XB3W-C-1", "valid_until": "2026-03-31"},
         "pension": {"number": "MH-7KQ4-2M9T-XB3W-C-1", "valid_until": "2026-12-31"},
         "starts_at": "2026-04-14T18:30", "vehicle": {"number": "MH12AB1234", "chassis": "0A123"}, "land": {"kind": "gat", "number": "123", "hissa": "2", "square_metres": 12050},
         "income": [{"source": "farm", "amount": 4000050}, {"source": "salary"}]}
        """);

    [Theory]
    [InlineData("name.latin = \"Asha\"")]
    [InlineData("born_on = @\"1966-11-22\"")]
    [InlineData("village = \"pune.haveli.wagholi\"")]
    [InlineData("fee = 123.45")]
    [InlineData("purpose = \"other\"")]
    [InlineData("reason = null")]
    [InlineData("agreed")]
    [InlineData("proof.given and proof.kind = \"payslip\"")]
    [InlineData("not(later.given) and later.kind = null")]
    [InlineData("pages * 20 = 240")]
    [InlineData("married = false")]
    [InlineData("mobile = \"9876543210\" and email = \"asha@example.com\"")]
    [InlineData("list contains(crops, \"onion\") and count(crops) = 2")]
    [InlineData("account.ifsc = \"MAHB0000123\"")]
    [InlineData("earlier.valid_until = @\"2026-03-31\" and pension.valid_until > earlier.valid_until")]
    [InlineData("date(starts_at) = @\"2026-04-14\" and starts_at.hour = 18")]
    [InlineData("vehicle.series = \"state\" and vehicle.state = \"MH\"")]
    [InlineData("land.hectares = 1.205 and land.hissa = \"2\"")]
    [InlineData("income[1].amount = 40000.50")]
    [InlineData("income[source = \"salary\"].amount = [null]")]
    [InlineData("sum(income[amount != null].amount) = 40000.50")]
    public void is_a_value_of_its_type(string rule)
    {
        var read = Rule.Parse(rule);
        var evaluation = read.Evaluate(RuleFacts.Of(read, Questions, Given));
        Assert.Empty(evaluation.Errors);
        Assert.True(evaluation.Holds, rule);
    }

    [Theory, InlineData("proof.key"), InlineData("account.number")]
    public void hides_what_is_not_to_be_known(string rule) => Assert.Null(The(rule));

    [Fact]
    public void has_a_value_whatever_the_type()
    {
        Assert.Equal(QuestionType.Known.Except(["long_text"]).Order(), Questions.Select(question => question.Type).Distinct().Order());
        Assert.All(Questions.Where(question => Given.Has(question.Id)), question => Assert.NotNull(The(question.Id)));
    }

    static object? The(string rule)
    {
        var read = Rule.Parse(rule);
        return read.Evaluate(RuleFacts.Of(read, Questions, Given)).Value;
    }
}

public class A_question_with_a_rule
{
    static readonly ServiceDefinition Service = new()
    {
        Questions =
        [
            new() { Id = "income", Type = "money" },
            new() { Id = "caste", Type = "choice", Options = [new() { Code = "obc" }, new() { Code = "open" }] },
            new() { Id = "creamy", Type = "text", When = "caste = \"obc\" and income <= 800000" },
            new() { Id = "why", Type = "text", When = "string length(creamy) > 3" },
        ],
    };

    [Theory]
    [InlineData("""{}""", "income, caste")]
    [InlineData("""{"income": 80000000, "caste": "obc"}""", "income, caste, creamy")]
    [InlineData("""{"income": 80000001, "caste": "obc"}""", "income, caste")]
    [InlineData("""{"caste": "obc"}""", "income, caste")]
    [InlineData("""{"income": 80000000, "caste": "obc", "creamy": "long"}""", "income, caste, creamy, why")]
    public void is_asked_when_it_comes_to_true(string answers, string asked) =>
        Assert.Equal(asked, string.Join(", ", Interview.Asked(Service, Answers.Parse(answers)).Select(question => question.Id)));

    [Fact]
    public void that_is_no_longer_asked_loses_its_answer()
    {
        var answers = Answers.Parse("""{"income": 80000000, "caste": "obc", "creamy": "long"}""");
        var changed = Interview.Accept(Service, answers, Service.Question("caste"), new(new Dictionary<string, string> { [""] = "open" }), AnswerFacts.WithoutPlaces(new(2026, 11, 22)));
        Assert.False(changed.Value!.Has("creamy"));
        Assert.Equal("80000000", changed.Value!["income"]!.ToJsonString());
    }
}
