using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Delivering;
using EkDwar.Foundation.Languages;

namespace EkDwar.Tests.Delivering;

/// <summary>A certificate shows the chosen columns of what was answered in rows, in both its languages.</summary>
public sealed class A_table_on_a_certificate
{
    static readonly ServiceDefinition Card = new()
    {
        Id = "card",
        Questions =
        [
            new()
            {
                Id = "family", Type = "table", Columns =
                [
                    new() { Id = "member", Type = "text" },
                    new() { Id = "relation", Type = "choice", Options = [new() { Code = "child", Names = new() { ["mr"] = "मूल", ["en"] = "Child" } }] },
                    new() { Id = "said", Type = "text", When = "relation = \"another\"" },
                    new() { Id = "phone", Type = "phone" },
                ],
            },
        ],
        Certificate = new()
        {
            Tables =
            [
                new()
                {
                    Title = new() { ["mr"] = "सदस्य", ["en"] = "Members" }, Rows = "family",
                    Columns = [new() { Label = new() { ["mr"] = "नाते", ["en"] = "Relation" }, Value = "relation" }, new() { Value = "said" }, new() { Value = "member", Share = 2 }],
                },
            ],
        },
    };

    static readonly AnswerFacts Facts = AnswerFacts.WithoutPlaces(new(2026, 3, 2));

    [Fact]
    public void has_the_columns_chosen_and_no_others()
    {
        var answers = Answers.Parse("""{"family":[{"member":"सीमा कदम","relation":"child","phone":"9890012345"}]}""");
        var table = Assert.Single(new CertificateWords(Card, answers, Facts).Tables(LanguageCode.Marathi));
        Assert.Equal(new Bilingual("सदस्य", "Members"), table.Title);
        Assert.Equal(["मूल / Child", "", "सीमा कदम"], Assert.Single(table.Rows));
        Assert.Equal([1, 1, 2], table.Columns.Select(column => column.Share));
    }

    [Fact]
    public void is_not_there_where_its_question_was_not_asked() => Assert.Empty(new CertificateWords(Card, Answers.None, Facts).Tables(LanguageCode.Marathi));

    [Fact]
    public void stands_beside_rows_of_which_those_without_an_answer_are_left_out_also_from_the_code()
    {
        var service = new ServiceDefinition
        {
            Id = "extract", Questions = [new() { Id = "survey_number", Type = "text" }, new() { Id = "sub_division", Type = "text" }],
            Certificate = new() { Rows = [new() { Value = "survey_number" }, new() { Value = "sub_division" }] },
        };
        var words = new CertificateWords(service, Answers.None.With("survey_number", "142"), Facts);
        Assert.Equal("142", Assert.Single(words.Rows(LanguageCode.Marathi)).Value.Local);
        Assert.Equal("survey_number", Assert.Single(words.PayloadFacts()).Key);
    }

    [Theory]
    [InlineData("      rows: family", "      rows: ¦familly", "'familly' is no question of type 'table'", "write 'family'")]
    [InlineData("value: member_relation, share: 2}", "value: ¦relation, share: 2}", "'relation' is no column of 'family'", "")]
    public void of_what_nobody_answers_is_a_fault_of_the_file(string right, string wrong, string problem, string mend) =>
        Catalogue.Checks.A_fault_in_a_service_s_file.IsFound("ration-card-new.yaml", right, wrong, problem, mend);
}
