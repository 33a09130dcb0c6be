using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Tests.Catalogue.Checks;
using EkDwar.Tests.Deadlines;

namespace EkDwar.Tests.Catalogue;

/// <summary>What an application gets by its answers: the days, the officers and the stages of its slab.</summary>
public sealed class The_terms_of_an_application
{
    const string Slabs = """
          slabs:
            - {when: max(income.amount) < 5, names: {mr: थोडे, en: Little}, days: 2}
            - {when: "count(income) <= 1", names: {mr: एक, en: One}, days: 3}
            - {names: {mr: अनेक, en: Many}, days: 7}
        """;

    static readonly ServiceDefinition Solvency = ServiceFile.Load(StateFiles.Text("mh", "solvency-certificate.yaml"), "solvency-certificate.yaml");

    [Theory]
    [InlineData(20_000_000, "naib_tahsildar", "tahsildar")]
    [InlineData(20_000_100, "tahsildar", "sub_divisional_officer")]
    [InlineData(80_000_000, "tahsildar", "sub_divisional_officer")]
    [InlineData(80_000_001, "sub_divisional_officer", "additional_collector")]
    [InlineData(400_000_000, "sub_divisional_officer", "additional_collector")]
    [InlineData(400_000_001, "collector", "collector")]
    public void name_the_officers_of_the_amount_and_end_at_the_one_who_decides(long paise, string designated, string firstAppellate)
    {
        var terms = Terms.Of(Solvency, Answers.None.With("amount", paise));
        Assert.Equal((21, designated, firstAppellate), (terms.Days, terms.Officers.Designated, terms.Officers.FirstAppellate));
        Assert.Equal(["clerk", "circle_officer", designated], terms.Stages.Select(stage => Solvency.Stage(stage).Post));
        var way = new StagePath(Solvency, terms, Answers.None, []);
        Assert.Equal([terms.Stages[1]], way.After("scrutiny").Select(stage => stage.Id));
        Assert.Empty(way.After(terms.Stages[^1]));
        Assert.Empty(way.After("nowhere"));
    }

    [Fact]
    public void of_somebody_who_has_not_said_pass_over_nothing_and_lie_in_the_last_slab()
    {
        var terms = Terms.Of(Solvency, Answers.None);
        Assert.Equal("collector", terms.Officers.Designated);
        Assert.Equal(["scrutiny", "verification", "decision_naib_tahsildar"], terms.Stages);
    }

    [Theory]
    [InlineData("""{"income":[{"amount":400}]}""", 2)]
    [InlineData("""{"income":[{"amount":500}]}""", 3)]
    [InlineData("""{"income":[{"amount":500},{"amount":9900}]}""", 7)]
    [InlineData("""{}""", 7)]
    public void give_the_days_of_the_first_slab_that_holds(string answers, int days)
    {
        var text = Planted.Untested(Planted.In("income-certificate.yaml", "  days: 15\n", Slabs + "\n").Text);
        Assert.Empty(Planted.Faults(text));
        var service = ServiceFile.Load(text, "income-certificate.yaml");
        Assert.Equal(days, Terms.Of(service, Answers.Parse(answers)).Days);
    }

    [Fact]
    public void are_read_again_as_they_were_written()
    {
        var terms = Terms.Of(Solvency, Answers.None.With("amount", 50_000_000L));
        Assert.Equal("""{"days":21,"officers":{"designated":"tahsildar","first_appellate":"sub_divisional_officer","second_appellate":"additional_collector"},"stages":["scrutiny","verification","decision_tahsildar"]}""", terms.ToText());
        Assert.Equal(terms.ToText(), Terms.Parse(terms.ToText()).ToText());
    }
}
