using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Tests.Catalogue.Checks;

namespace EkDwar.Tests.Catalogue.Questions;

/// <summary>A column with a rule is asked in the rows where the cells before it lead to it, row by row, without a script.</summary>
public sealed class A_column_with_a_rule
{
    static readonly Question Family = new()
    {
        Id = "family", Type = "table",
        Columns =
        [
            new() { Id = "member", Type = "text" },
            new() { Id = "relation", Type = "choice", Options = [new() { Code = "child" }, new() { Code = "another" }] },
            new() { Id = "said", Type = "text", When = "relation = \"another\"" },
            new() { Id = "age", Type = "number" },
        ],
    };
    static readonly AnswerFacts Facts = AnswerFacts.WithoutPlaces(new(2026, 3, 2));

    [Fact]
    public void is_shown_only_in_the_rows_that_lead_to_it()
    {
        Assert.Equal(["member", "relation", "age"], TableType.Asked(Family, Typed("relation=child"), Facts).Select(column => column.Id));
        Assert.Equal(["member", "relation", "said", "age"], TableType.Asked(Family, Typed("relation=another"), Facts).Select(column => column.Id));
        Assert.Equal(["member", "relation", "age"], TableType.Asked(Family, RawAnswer.Nothing, Facts).Select(column => column.Id));
    }

    [Fact]
    public void asks_for_its_cell_in_these_rows_and_drops_it_in_others()
    {
        var read = QuestionType.Of(Family).Parse(Family, Typed("0.member=A", "0.relation=child", "0.said=dropped", "0.age=3", "1.member=B", "1.relation=another", "1.said=niece", "1.age=4"), Facts);
        Assert.Equal("""[{"member":"A","relation":"child","age":3},{"member":"B","relation":"another","said":"niece","age":4}]""", read.Value!.ToJsonString());
        Assert.True(QuestionType.Of(Family).StillHolds(Family, read.Value, Facts));
    }

    [Theory]
    [InlineData("questions.column_asked")]
    [InlineData("questions.text_needed", "1.said=")]
    public void says_in_which_row_it_is_asked_now_and_only_then_that_it_is_empty(string why, params string[] more)
    {
        var refusal = Assert.Single(QuestionType.Of(Family).Parse(Family, Typed(["0.member=A", "0.relation=child", "0.age=3", "1.member=B", "1.relation=another", "1.age=4", .. more]), Facts).Refusals);
        Assert.Equal((why, "1.said"), (refusal.Code, refusal.Field));
        Assert.Contains(("row", "2"), refusal.Values);
    }

    const string Column = "        when: member_relation = \"another\"";

    [Theory]
    [InlineData("        when: ¦age > 5", "'age' is not a column before this one", "")]
    [InlineData("        when: member_relation = ¦\"anoter\"", "'anoter' is no option of 'member_relation'", "write 'another'")]
    [InlineData("        when: ¦member_relation = \"self\" and member_relation = \"child\"", "the column 'relation_said' is never asked", "")]
    public void and_a_rule_that_leads_nowhere_is_a_fault_of_the_file(string wrong, string problem, string mend)
    {
        var planted = Planted.In("ration-card-new.yaml", Column, wrong);
        var fault = Assert.Single(Planted.Faults(planted.Text, "ration-card-new.yaml"));
        Assert.Contains(problem, fault.Problem);
        Assert.Contains(mend, fault.Mend);
        Assert.Equal(planted.Line, fault.At.Line);
    }

    static RawAnswer Typed(params string[] parts) => new(parts.Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]));
}
