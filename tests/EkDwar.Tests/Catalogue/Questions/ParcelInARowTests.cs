using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Languages;
using EkDwar.Tests.Deadlines;

namespace EkDwar.Tests.Catalogue.Questions;

/// <summary>A cell of several boxes: a parcel of land in a row is read, refused, shown, typed again and reckoned with as a parcel of its own is.</summary>
public sealed class A_parcel_in_a_row
{
    static readonly Question Land = new()
    {
        Id = "land", Type = "table", Columns =
        [
            new() { Id = "at", Type = "text", MaxLength = 40 },
            new() { Id = "parcel", Type = "land_parcel", Record = LandParcelType.Survey },
            new() { Id = "bought_on", Type = "date", Optional = true },
        ],
    };

    static readonly AnswerFacts Facts = AnswerFacts.WithoutPlaces(new(2026, 3, 2));

    static RawAnswer Typed(params (string, string)[] parts) => new(parts.ToDictionary(part => part.Item1, part => part.Item2));

    static RawAnswer TwoRows => Typed(("0.at", "केसनंद"), ("0.parcel.kind", "gat"), ("0.parcel.number", "123/2"), ("0.parcel.hissa", ""), ("0.parcel.hectare", "1"), ("0.parcel.are", "20"),
        ("1.at", "फुलगाव"), ("1.parcel.kind", "survey"), ("1.parcel.number", "45"), ("1.parcel.hissa", ""), ("1.parcel.hectare", "0"), ("1.parcel.are", "40"),
        ("1.bought_on.day", "5"), ("1.bought_on.month", "6"), ("1.bought_on.year", "2019"));

    [Fact]
    public void is_kept_by_its_parts_and_can_be_typed_again()
    {
        var type = QuestionType.Of(Land);
        var kept = type.Parse(Land, TwoRows, Facts);
        Assert.True(kept.IsDone, string.Join(", ", kept.Refusals));
        Assert.Equal("123", kept.Value![0]!["parcel"]!["number"]!.GetValue<string>());
        Assert.Null(kept.Value![0]!["bought_on"]);
        Assert.Equal("2019-06-05", kept.Value![1]!["bought_on"]!.GetValue<string>());
        var again = type.Parse(Land, new(type.Typed(Land, kept.Value!)), Facts);
        Assert.Equal(kept.Value!.ToJsonString(), again.Value!.ToJsonString());
        var lines = type.Format(Land, kept.Value!, LanguageCode.English, Facts);
        Assert.Equal(2, lines.Count);
        Assert.Contains("123/2", lines[0]);
        Assert.Contains("5 June 2019", lines[1]);
    }

    [Fact]
    public void is_refused_at_the_part_that_is_wrong()
    {
        var parsed = QuestionType.Of(Land).Parse(Land, Typed(("0.at", "केसनंद"), ("0.parcel.kind", "gat"), ("0.parcel.number", ""), ("0.parcel.hectare", "1"), ("0.parcel.are", "")), Facts);
        var refusal = Assert.Single(parsed.Refusals);
        Assert.Equal(("questions.land_number_needed", "0.parcel.number"), (refusal.Code, refusal.Field));
        Assert.Contains(("row", "1"), refusal.Values);
    }

    [Fact]
    public void is_no_row_while_all_of_its_boxes_are_blank() =>
        Assert.Equal("0.at", Assert.Single(QuestionType.Of(Land).Parse(Land, Typed(("0.at", ""), ("0.parcel.number", "")), Facts).Refusals).Field);

    [Fact]
    public void stands_in_rows_of_real_services()
    {
        foreach (var (state, file, column) in new[] { ("mh", "small-landholder-certificate.yaml", "parcel"), ("pb", "land-demarcation.yaml", "field") })
            Assert.Contains(ServiceFile.Load(StateFiles.Text(state, file), file).Questions.Where(question => question.Type == "table").SelectMany(table => table.Columns), one => one.Id == column && one.Type == "land_parcel");
    }
}
