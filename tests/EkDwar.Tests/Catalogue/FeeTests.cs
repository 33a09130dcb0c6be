using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;

namespace EkDwar.Tests.Catalogue;

public sealed class A_fee
{
    static readonly List<Question> Questions =
    [
        new() { Id = "pages", Type = "number" }, new() { Id = "value", Type = "money" }, new() { Id = "born_on", Type = "date" },
        new() { Id = "is_urgent", Type = "yes_no" }, new() { Id = "card", Type = "choice" },
    ];

    static readonly Answers Given = Answers.Parse("""{"pages": 7, "value": 1234567, "born_on": "2026-01-01", "is_urgent": "yes", "card": "bpl"}""");
    static readonly DateOnly Today = new(2026, 2, 1);

    static long? Minor(string amount, string when = "", Answers? answers = null) =>
        new FeeRule { Heads = [new() { Code = "government_fee", Amount = amount, When = when }] }.Due(Questions, answers ?? Given, Today) is { IsDone: true } due
            ? due.Value.TotalMinor : null;

    [Theory]
    [InlineData("50", 5000)]
    [InlineData("20 + 10 * (pages - 1)", 8000)]
    [InlineData("if value <= 10000 then 100 else if value <= 50000 then 250 else 500", 25000)]
    [InlineData("2 * max(0, (today - born_on).days - 21)", 2000)]
    [InlineData("if is_urgent then 100 else 0", 10000)]
    [InlineData("0", 0)]
    [InlineData("50 * 0.18", 900)]
    public void is_what_its_rule_says(string amount, long minor) => Assert.Equal(minor, Minor(amount));

    [Theory]
    [InlineData("0.005", 1)]
    [InlineData("0.0049", 0)]
    [InlineData("1.115", 112)]
    [InlineData("value * 0.0125", 15432)]
    [InlineData("10 / 3", 333)]
    public void is_exact_to_the_paisa_and_half_a_paisa_counts_up(string amount, long minor) => Assert.Equal(minor, Minor(amount));

    [Theory]
    [InlineData("pages - 8")]
    [InlineData("null")]
    [InlineData("\"fifty\"")]
    [InlineData("true")]
    [InlineData("today")]
    [InlineData("10000000000000 * 10000000000000")]
    [InlineData("10000000001")]
    [InlineData("1 / (pages - 7)")]
    public void that_comes_to_no_amount_is_refused_and_never_nothing(string amount) => Assert.Null(Minor(amount));

    [Fact]
    public void that_reads_what_was_not_answered_is_refused() => Assert.Null(Minor("20 * pages", answers: Answers.None));

    [Fact]
    public void is_waived_by_a_condition_and_only_by_one_that_is_known()
    {
        Assert.Equal(0, Minor("50", "card != \"bpl\""));
        Assert.Equal(5000, Minor("50", "card = \"bpl\""));
        Assert.Null(Minor("50", "pages"));
        Assert.Null(Minor("50", "pages > 3", Answers.None));
    }

    [Fact]
    public void names_only_the_heads_that_are_charged()
    {
        var rule = new FeeRule
        {
            Pay = FeeRule.AtSubmission,
            Heads = [new() { Code = "service_charge", AmountMinor = 5000 }, new() { Code = "late_fee", Amount = "5", When = "pages > 100" }, new() { Code = "gst", Amount = "50 * 0.18" }],
        };
        var due = rule.Due(Questions, Given, Today).Value!;
        Assert.Equal(["service_charge 5000", "gst 900"], due.Lines.Select(line => $"{line.Code} {line.AmountMinor}"));
        Assert.True(due.IsPaidOnline);
        Assert.Null(rule.FlatMinor);
        var again = FeeDue.Parse(due.ToText());
        Assert.Equal((due.Pay, due.TotalMinor), (again.Pay, again.TotalMinor));
        Assert.Equal(due.Lines, again.Lines);
    }

    [Fact]
    public void of_nothing_is_not_paid_online() => Assert.False(new FeeDue(FeeRule.AtSubmission, [new("service_charge", 0)]).IsPaidOnline);
}
