using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Tests.Deadlines;

namespace EkDwar.Tests.Catalogue;

/// <summary>The way of a case along its stages, and what officers are asked on it.</summary>
public sealed class The_way_of_a_case
{
    static readonly ServiceDefinition Programme = ServiceFile.Load(StateFiles.Text("mh", "cultural-programme-licence.yaml"), "cultural-programme-licence.yaml");
    static readonly AnswerFacts Facts = AnswerFacts.WithoutPlaces(new(2026, 3, 2));

    static StagePath Way(Answers found, params string[] here) => new(Programme, Terms.Of(Programme, Answers.None), found, here);

    static Answers Found(bool objects, bool isSafe) => Answers.None.With("police_objects", objects ? "yes" : "no").With("wiring_is_safe", isSafe ? "yes" : "no");

    static IEnumerable<string> Ids(IEnumerable<Stage> stages) => stages.Select(stage => stage.Id);

    [Fact]
    public void takes_stages_side_by_side_as_one_step()
    {
        var way = Way(Answers.None);
        Assert.Equal(["scrutiny"], Ids(way.First));
        Assert.Equal(["police_report", "wiring_report"], Ids(way.After("scrutiny")));
        Assert.Equal(["police_report", "wiring_report"], Ids(way.Beside("wiring_report")));
        Assert.Equal(["hearing"], Ids(way.After("police_report")));
        Assert.Equal(["scrutiny"], Ids(way.Before("wiring_report")));
        Assert.Equal(["scrutiny", "police_report", "wiring_report", "hearing"], Ids(way.Before("decision")));
        Assert.Empty(way.After("decision"));
        Assert.Empty(way.Before("scrutiny"));
    }

    [Fact]
    public void never_passes_over_the_stage_where_the_case_stands() =>
        // The hearing is on, and what it was called for is found to be well after all.
        Assert.Equal(["decision"], Ids(Way(Found(objects: false, isSafe: true), "hearing").After("hearing")));

    [Theory]
    [InlineData(false, true, false)]
    [InlineData(true, true, true)]
    [InlineData(false, false, true)]
    public void depends_on_what_officers_found(bool objects, bool isSafe, bool isHeard) =>
        Assert.Equal(isHeard ? ["hearing"] : ["decision"], Ids(Way(Found(objects, isSafe)).After("wiring_report")));

    [Fact]
    public void keeps_what_officers_may_find_in_the_terms_of_every_case() =>
        Assert.Equal(["scrutiny", "police_report", "wiring_report", "hearing", "decision"], Terms.Of(Programme, Answers.None).Stages);

    [Fact]
    public void keeps_a_stage_whose_rule_is_false_only_as_long_as_nothing_is_found()
    {
        // Of nothing, "= true" is false and not unknown: so a comparison alone would have lost the stage on the day of sending.
        var text = StateFiles.Text("mh", "cultural-programme-licence.yaml").Replace("when: police_objects or wiring_is_safe = false", "when: police_objects = true");
        var service = ServiceFile.Load(text, "cultural-programme-licence.yaml");
        var terms = Terms.Of(service, Answers.None);
        Assert.Equal(["scrutiny", "police_report", "wiring_report", "hearing", "decision"], terms.Stages);
        Assert.Equal(["hearing"], Ids(new StagePath(service, terms, Found(objects: true, isSafe: true), []).After("wiring_report")));
        Assert.Equal(["decision"], Ids(new StagePath(service, terms, Found(objects: false, isSafe: true), []).After("wiring_report")));
    }

    static Outcome<Answers> Filled(params (string Question, string Typed)[] typed) => Programme.Stage("police_report").Form!.Accept(Programme, Answers.None,
        question => new(typed.Where(one => one.Question == question.Id).ToDictionary(_ => "", one => one.Typed)), Facts with { Language = LanguageCode.English });

    [Fact]
    public void asks_an_officer_all_of_a_form_at_once_and_names_each_field()
    {
        var refused = Filled(("people_at_most", "many"));
        Assert.Equal(["police_objects", "people_at_most"], refused.Refusals.Select(refusal => refusal.Field));
        var found = Filled(("police_objects", "no"), ("people_at_most", "५००"));
        Assert.True(found.IsDone, string.Join(", ", found.Refusals));
        Assert.Equal("""{"police_objects":"no","people_at_most":500,"police_remarks":null}""", found.Value.ToText().Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void does_not_go_on_while_something_that_must_be_answered_is_not()
    {
        var form = Programme.Stage("police_report").Form!;
        Assert.True(form.Lacks(Programme, Answers.None));
        Assert.True(form.Lacks(Programme, Answers.None.With("police_objects", "no")));
        Assert.False(form.Lacks(Programme, Answers.None.With("police_objects", "no").With("people_at_most", 5)));
    }

    [Fact]
    public void hears_what_a_form_says_must_hold()
    {
        var strict = ServiceFile.Load(StateFiles.Text("mh", "cultural-programme-licence.yaml").Replace("        - id: people_at_most\n",
            "        - id: people_at_most\n          must: [{when: people_at_most <= 50 or not(police_objects), says: {mr: फार, en: Too many people.}}]\n", StringComparison.Ordinal), "cultural-programme-licence.yaml");
        Outcome<Answers> With(string objects) => strict.Stage("police_report").Form!.Accept(strict, Answers.None,
            question => new(new Dictionary<string, string> { [""] = question.Id switch { "police_objects" => objects, "people_at_most" => "51", _ => "" } }), Facts);
        Assert.True(With("no").IsDone);
        var refusal = Assert.Single(With("yes").Refusals);
        Assert.Equal(("people_at_most", "Too many people."), (refusal.Field, refusal.Values.Single().Value));
    }
}
