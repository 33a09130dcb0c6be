using EkDwar.Design;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EkDwar.Tests.Design;

/// <summary>From the options of a fixture to our tags: the controls.</summary>
static class FixtureFields
{
    public static TextInput Input(IHtmlHelper html, FixtureOptions o) => As(new TextInput(html)
    {
        Prefix = o.Phrase("prefix"),
        Suffix = o.Phrase("suffix"),
        Type = o.Text("type") ?? "text",
    }, o);

    public static TextArea Textarea(IHtmlHelper html, FixtureOptions o) => As(new TextArea(html) { Rows = int.TryParse(o.Text("rows"), out var rows) ? rows : 5 }, o);

    public static FileUpload FileUpload(IHtmlHelper html, FixtureOptions o) => As(new FileUpload(html) { Multiple = o.Flag("multiple") }, o);

    public static SelectField Select(IHtmlHelper html, FixtureOptions o) => As(new SelectField(html) { Items = Items(o, "selected") }, o);

    public static Radios Radios(IHtmlHelper html, FixtureOptions o) => Chosen(new Radios(html), o);

    public static Checkboxes Checkboxes(IHtmlHelper html, FixtureOptions o)
    {
        var boxes = Chosen(new Checkboxes(html), o);
        boxes.Values = [.. o.List("values").Select(value => value.Json.GetString()!)];
        return boxes;
    }

    public static DateInput DateInput(IHtmlHelper html, FixtureOptions o)
    {
        var date = Chosen(new DateInput(html), o);
        date.Id = o.Text("id");
        date.Name = o.Text("namePrefix");
        var prefix = date.Name is null ? "" : date.Name + "-";
        DateBox[] usual = [Box(o, "day", "Day", 2, prefix), Box(o, "month", "Month", 2, prefix), Box(o, "year", "Year", 4, prefix)];
        date.Boxes = [.. usual.Where(box => IsShown(o, box.Name))];
        return date;
    }

    static bool IsShown(FixtureOptions o, string name)
    {
        var items = o.List("items").ToList();
        return items.Count > 0 ? items.Any(item => item.Text("name") == name) : o.Choice(name) != false;
    }

    static DateBox Box(FixtureOptions o, string name, string label, int width, string prefix)
    {
        var given = o.At(name) ?? o.List("items").FirstOrDefault(item => item.Text("name") == name);
        return new DateBox(name, given.Text("label") ?? label, width)
        {
            Id = given.Text("id"),
            Value = given.Text("value") ?? o.Text($"values.{prefix}{name}"),
            Autocomplete = given.Text("autocomplete"),
            Error = given.Flag("error") || given.Text("classes")?.Contains("govuk-input--error") == true ? o.Phrase("errorMessage") ?? "-" : null,
        };
    }

    static T Chosen<T>(T field, FixtureOptions o) where T : ChoiceField
    {
        As(field, o);
        field.Id = o.Text("idPrefix");
        field.Items = Items(o, "checked");
        field.Legend = o.Phrase("fieldset.legend");
        field.LegendClasses = o.Text("fieldset.legend.classes");
        field.LegendIsPageHeading = o.Flag("fieldset.legend.isPageHeading");
        field.FieldsetClasses = o.Text("fieldset.classes");
        field.DescribedBy = o.Text("fieldset.describedBy") ?? o.Text("describedBy");
        return field;
    }

    static T As<T>(T field, FixtureOptions o) where T : Field
    {
        field.Name = o.Text("name");
        field.Id = o.Text("id");
        field.Value = o.Text("value");
        field.Label = o.Phrase("label");
        field.LabelClasses = o.Text("label.classes");
        field.LabelIsPageHeading = o.Flag("label.isPageHeading");
        field.Hint = o.Phrase("hint");
        field.Error = o.Phrase("errorMessage");
        field.Classes = o.Text("classes");
        field.GroupClasses = o.Text("formGroup.classes");
        field.DescribedBy = o.Text("describedBy");
        field.Disabled = o.Flag("disabled");
        return field;
    }

    static List<Choice> Items(FixtureOptions o, string chosen) =>
    [
        .. o.List("items").Select(item => new Choice(item.Text("value") ?? "", item.Phrase("text", "html"))
        {
            Id = item.Text("id"),
            Name = item.Text("name"),
            Hint = item.Phrase("hint"),
            IsChosen = item.Choice(chosen),
            IsDisabled = item.Flag("disabled"),
            Divider = item.Text("divider"),
        }),
    ];
}
