using Microsoft.AspNetCore.Mvc.Rendering;

namespace EkDwar.Design;

/// <summary>A field answered by choosing from a list; its question stands in the legend of a fieldset.</summary>
public abstract class ChoiceField(IHtmlHelper html) : Field(html)
{
    public IReadOnlyList<Choice> Items { get; set; } = [];
    public Phrase? Legend { get; set; }
    public string? LegendClasses { get; set => field = Given(value); }
    public bool LegendIsPageHeading { get; set; }
    public string? FieldsetClasses { get; set => field = Given(value); }

    /// <summary>The chosen values, when several may be chosen.</summary>
    public IReadOnlyCollection<string>? Values { get; set; }

    /// <summary>The first choice has the field's own id, so that the error summary can lead to it.</summary>
    public string IdOf(int index) => Items[index].Id ?? (index == 0 ? FieldId : $"{FieldId}-{index + 1}");

    public bool IsChosen(Choice choice) => choice.IsChosen ?? Chosen.Contains(choice.Value);

    IReadOnlyCollection<string> Chosen =>
        ViewContext.ModelState.TryGetValue(FieldName, out var entry) && entry.RawValue is not null ? Raw(entry.RawValue)
        : Values ?? (For?.Model as IEnumerable<string>)?.ToList() ?? (FieldValue is { Length: > 0 } one ? [one] : []);

    static IReadOnlyCollection<string> Raw(object raw) => raw as string[] ?? [raw.ToString() ?? ""];
}
