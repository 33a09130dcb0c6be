using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules.Values;
using EkDwar.Foundation.Languages;

namespace EkDwar.Tests.Catalogue.Questions;

/// <summary>A vehicle's mark is taken in each form the law knows, kept in one way, and refused with the reason.</summary>
public sealed class A_vehicle
{
    static readonly Question Asked = new() { Id = "vehicle", Type = "vehicle" };
    static readonly AnswerFacts Facts = AnswerFacts.WithoutPlaces(new(2026, 3, 2));

    [Theory]
    [InlineData("mh12ab1234", "MH12AB1234", "state", "MH 12 AB 1234")]
    [InlineData("MH-12-AB-१२३४", "MH12AB1234", "state", "MH 12 AB 1234")]
    [InlineData("MH 12 1234", "MH121234", "state", "MH 12 1234")]
    [InlineData("DL 3C AB 1234", "DL3CAB1234", "state", "DL 3 CAB 1234")]
    [InlineData("KL.15.A.1", "KL15A1", "state", "KL 15 A 1")]
    [InlineData("22 BH 0000 AA", "22BH0000AA", "bharat", "22 BH 0000 AA")]
    [InlineData("23BH1234A", "23BH1234A", "bharat", "23 BH 1234 A")]
    [InlineData("T 0326 MH 1234 A", "T0326MH1234A", "temporary", "T 0326 MH 1234 A")]
    [InlineData("MH VA AB 1234", "MHVAAB1234", "vintage", "MH VA AB 1234")]
    [InlineData("MHA 1234", "MHA1234", "old", "MHA 1234")]
    [InlineData("77 CD 12", "77CD12", "diplomatic", "77 CD 12")]
    [InlineData("↑ 03 D 153874 H", "03D153874H", "defence", "03 D 153874 H")]
    public void is_taken_in_every_form_and_kept_in_one(string typed, string mark, string series, string shown)
    {
        var read = VehicleNumber.Read(typed).Value!;
        Assert.Equal((mark, series, shown), (read.Mark, read.Series, read.Shown));
        Assert.Equal(mark, VehicleNumber.Read(read.Shown).Value!.Mark);
    }

    [Theory]
    [InlineData("", "questions.vehicle_needed")]
    [InlineData("--", "questions.vehicle_needed")]
    [InlineData("एमएच १२ एबी १२३४", "questions.vehicle_latin")]
    [InlineData("MX 12 AB 1234", "questions.vehicle_state")]
    [InlineData("T 0326 XX 1234 A", "questions.vehicle_state")]
    [InlineData("MH 12 IO 1234", "questions.vehicle_letters")]
    [InlineData("MH 12 AB 0000", "questions.vehicle_zero")]
    [InlineData("MH 12 AB 12345", "questions.vehicle_wrong")]
    [InlineData("MH 12 ABCD 1234", "questions.vehicle_wrong")]
    [InlineData("20 BH 1234 AA", "questions.vehicle_wrong")]
    [InlineData("22 BH 123 AA", "questions.vehicle_wrong")]
    [InlineData("T 1326 MH 1234 A", "questions.vehicle_wrong")]
    [InlineData("1234", "questions.vehicle_wrong")]
    public void is_refused_with_the_reason(string typed, string why) => Assert.Equal(why, Assert.Single(VehicleNumber.Read(typed).Refusals).Code);

    [Fact]
    public void shows_the_end_of_its_chassis_number_and_is_typed_again_from_what_is_kept()
    {
        var type = QuestionType.Of(Asked);
        var answer = type.Parse(Asked, Typed("MH12AB1234", "0a१23"), Facts).Value!;
        Assert.Equal("""{"number":"MH12AB1234","chassis":"0A123"}""", answer.ToJsonString());
        Assert.Equal(["MH 12 AB 1234 (chassis …0A123)"], type.Format(Asked, answer, LanguageCode.English, Facts));
        Assert.True(type.StillHolds(Asked, answer, Facts));
        Assert.Equal("state", Assert.IsType<Context>(type.Value(Asked, answer))["series"]);
        Assert.Equal("MH", Assert.IsType<Context>(type.Value(Asked, answer))["state"]);
    }

    [Fact]
    public void says_both_that_are_wrong() =>
        Assert.Equal(["number", "chassis"], QuestionType.Of(Asked).Parse(Asked, Typed("MH", "1234"), Facts).Refusals.Select(refusal => refusal.Field));

    static RawAnswer Typed(string number, string chassis) => new(new Dictionary<string, string> { ["number"] = number, ["chassis"] = chassis });
}
