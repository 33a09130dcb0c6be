using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules.Values;
using EkDwar.Foundation.Languages;
using EkDwar.Tests.Catalogue.Checks;

namespace EkDwar.Tests.Catalogue.Questions;

/// <summary>A parcel is named as its state's record names it, in one form whatever was typed, with its area in that record's units.</summary>
public sealed class A_parcel_of_land
{
    static readonly Question Survey = new() { Id = "land", Type = "land_parcel", Record = "survey", Within = "pune.haveli" };
    static readonly Question Khasra = new() { Id = "land", Type = "land_parcel", Record = "khasra" };
    static readonly AnswerFacts Facts = AnswerFacts.WithoutPlaces(new(2026, 3, 2)) with { Places = new Dictionary<string, PlaceChoice> { ["pune.haveli.wagholi"] = new(new("Wagholi"), "village", ["pune.haveli"]) } };

    [Fact]
    public void of_the_survey_has_number_hissa_area_and_village()
    {
        var type = QuestionType.Of(Survey);
        var answer = type.Parse(Survey, Typed("village=pune.haveli.wagholi", "kind=gat", "number=१२३ / २", "hissa=अ", "hectare=१", "are=20.5"), Facts).Value!;
        Assert.Equal("""{"village":"pune.haveli.wagholi","kind":"gat","number":"123","hissa":"2/अ","square_metres":12050}""", answer.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(["Gat number 123/2/अ, 1 hectares 20.5 ares, Wagholi"], type.Format(Survey, answer, LanguageCode.English, Facts));
        Assert.True(type.StillHolds(Survey, answer, Facts));
        var value = Assert.IsType<Context>(type.Value(Survey, answer));
        Assert.Equal(type.Members(Survey), value.Keys);
        Assert.Equal(1.205m, value["hectares"]);
    }

    [Fact]
    public void of_the_khasra_has_kanals_of_twenty_marlas()
    {
        var type = QuestionType.Of(Khasra);
        var answer = type.Parse(Khasra, Typed("khewat=੪੫", "khasra=12 // 3/2 ਮਿਨ", "kanal=8", "marla=10"), Facts).Value!;
        Assert.Equal("""{"khewat":"45","khasra":"12//3/2 min","marlas":170}""", answer.ToJsonString());
        Assert.Equal(["Khasra 12//3/2 min, khewat 45, 8 kanals 10 marlas"], type.Format(Khasra, answer, LanguageCode.English, Facts));
        Assert.True(type.StillHolds(Khasra, answer, Facts));
        Assert.Equal(8.5m, Assert.IsType<Context>(type.Value(Khasra, answer))["kanals"]);
    }

    [Theory]
    [InlineData("kind=gat;number=123;hectare=1", "questions.place_needed")]
    [InlineData("village=pune.haveli.wagholi;number=123;hectare=1", "questions.land_kind_needed")]
    [InlineData("village=pune.haveli.wagholi;kind=gat;hectare=1", "questions.land_number_needed")]
    [InlineData("village=pune.haveli.wagholi;kind=gat;number=A1;hectare=1", "questions.land_number_wrong")]
    [InlineData("village=pune.haveli.wagholi;kind=gat;number=12, 13;hectare=1", "questions.land_number_wrong")]
    [InlineData("village=pune.haveli.wagholi;kind=cts;number=12", "questions.land_area_needed")]
    [InlineData("village=pune.haveli.wagholi;kind=survey;number=12;hectare=1.5", "questions.land_area_whole")]
    [InlineData("village=pune.haveli.wagholi;kind=survey;number=12;are=100", "questions.land_ares")]
    public void of_the_survey_says_what_is_wrong(string typed, string why) =>
        Assert.Equal(why, Assert.Single(QuestionType.Of(Survey).Parse(Survey, Typed(typed.Split(';')), Facts).Refusals).Code);

    [Theory]
    [InlineData("kanal=1", "questions.land_khasra_needed")]
    [InlineData("khasra=12//;kanal=1", "questions.land_khasra_wrong")]
    [InlineData("khasra=12;khewat=x;kanal=1", "questions.land_khewat_wrong")]
    [InlineData("khasra=12;kanal=1;marla=20", "questions.land_marlas")]
    public void of_the_khasra_says_what_is_wrong(string typed, string why) =>
        Assert.Equal(why, Assert.Single(QuestionType.Of(Khasra).Parse(Khasra, Typed(typed.Split(';')), Facts).Refusals).Code);

    [Fact]
    public void without_its_area_has_none()
    {
        var copy = new Question { Id = "land", Type = "land_parcel", Record = "khasra", WithoutArea = true };
        var answer = QuestionType.Of(copy).Parse(copy, Typed("khasra=123"), Facts).Value!;
        Assert.Equal(["Khasra 123"], QuestionType.Of(copy).Format(copy, answer, LanguageCode.English, Facts));
        Assert.DoesNotContain("kanals", QuestionType.Of(copy).Members(copy));
    }

    [Theory]
    [InlineData("    record: survey\n", "    record: ¦surwey\n", "'surwey' is no kind of land record", "write 'survey'")]
    [InlineData("    record: survey\n", "", "'land' needs 'record'", "")]
    public void and_a_record_nobody_keeps_is_a_fault_of_the_file(string right, string wrong, string problem, string mend)
    {
        var fault = Assert.Single(Planted.Faults(Planted.In("nursery-licence.yaml", right, wrong).Text, "nursery-licence.yaml"));
        Assert.Contains(problem, fault.Problem);
        Assert.Contains(mend, fault.Mend);
    }

    [Fact]
    public void and_a_place_that_is_not_there_is_one_too() => A_fault_in_a_service_s_file.IsFound("agriculturist-certificate.yaml",
        "    record: survey\n    place_kind: village\n    within: pune\n", "    record: survey\n    place_kind: village\n    within: ¦pune.havely\n", "'pune.havely' is not a place of this state", "write 'pune.haveli'");

    static RawAnswer Typed(params string[] parts) => new(parts.Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]));
}
