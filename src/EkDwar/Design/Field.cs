using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace EkDwar.Design;

/// <summary>
/// A control a person fills in, with its label, hint and error. Name, value and error come from <c>for</c> and the model
/// state, so what was typed stays when the page returns with problems.
/// </summary>
public abstract class Field(IHtmlHelper html) : Component(html)
{
    public ModelExpression? For { get; set; }
    public string? Name { get; set => field = Given(value); }
    public string? Id { get; set => field = Given(value); }
    public string? Value { get; set; }
    public Phrase? Label { get; set; }
    public string? LabelClasses { get; set => field = Given(value); }
    public bool LabelIsPageHeading { get; set; }
    public Phrase? Hint { get; set; }

    /// <summary>Shown instead of what the model state says about this field.</summary>
    public Phrase? Error { get; set; }

    public string? GroupClasses { get; set => field = Given(value); }
    public string? DescribedBy { get; set => field = Given(value); }
    public bool Disabled { get; set; }

    public string FieldName => Name ?? (For is null ? "" : ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name));

    public string FieldId => Id ?? TagBuilder.CreateSanitizedId(FieldName, "_");

    public virtual string? FieldValue =>
        (ViewContext.ModelState.TryGetValue(FieldName, out var entry) ? entry.AttemptedValue : null) ?? Value ?? For?.Model?.ToString();

    public virtual Phrase? Problem => Error ?? ProblemOf(FieldName);

    public string HintId => FieldId + "-hint";

    public string ErrorId => FieldId + "-error";

    /// <summary>The ids a control is described by: what the page says, then hint, then error; null when there are none.</summary>
    public string? Descriptions
    {
        get
        {
            var ids = new[] { DescribedBy, Hint is null ? null : HintId, Problem is null ? null : ErrorId }.Where(id => !string.IsNullOrEmpty(id));
            var all = string.Join(' ', ids);
            return all.Length == 0 ? null : all;
        }
    }

    protected Phrase? ProblemOf(string name) =>
        ViewContext.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    /// <summary>The error class of a control, when it has a problem.</summary>
    public string? WithError(string cssClass) => Problem is null ? null : cssClass;
}
