using EkDwar.Foundation.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>
/// A date typed into three boxes named <c>{name}-day</c>, <c>-month</c> and <c>-year</c>; a problem stands under the name
/// of the box it is about, and the error summary leads there. Not a calendar. Reading the boxes is TypedDate's work.
/// </summary>
[HtmlTargetElement("ek-date-input")]
public sealed class DateInput(IHtmlHelper html) : ChoiceField(html)
{
    public IReadOnlyList<DateBox>? Boxes { get; set; }

    /// <summary>The date the boxes start with.</summary>
    public DateOnly? Date { get; set; }

    public IReadOnlyList<DateBox> All => Boxes ?? Usual();

    public override Phrase? Problem => base.Problem ?? All.Select(box => box.Error ?? ProblemOf(NameOf(box))).FirstOrDefault(error => error is not null);

    public string NameOf(DateBox box) => FieldName.Length == 0 ? box.Name : $"{FieldName}-{box.Name}";

    public string IdOf(DateBox box) => box.Id ?? $"{FieldId}-{box.Name}";

    public string? ValueOf(DateBox box) =>
        (ViewContext.ModelState.TryGetValue(NameOf(box), out var entry) ? entry.AttemptedValue : null) ?? box.Value;

    /// <summary>A box is marked when the problem is its own, or when it is nobody's and so everybody's.</summary>
    public bool IsWrong(DateBox box) => Problem is not null && (IsNamed(box) || !All.Any(IsNamed));

    bool IsNamed(DateBox box) => box.Error is not null || ProblemOf(NameOf(box)) is not null;

    List<DateBox> Usual()
    {
        var language = Frame.Language;
        var date = Date ?? For?.Model as DateOnly?;
        return
        [
            new("day", Texts.Get(language, "design.day"), 2) { Value = Digits.Of(date?.Day) },
            new("month", Texts.Get(language, "design.month"), 2) { Value = Digits.Of(date?.Month) },
            new("year", Texts.Get(language, "design.year"), 4) { Value = Digits.Of(date?.Year) },
        ];
    }
}
