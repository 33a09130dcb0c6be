using System.Text.Json;
using EkDwar.Design;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Tests.Design;

/// <summary>Our tags write what govuk-frontend writes. A fixture we cannot write stands in skipped.json with its reason.</summary>
public class A_component_of_govuk_frontend
{
    const int MostSkipped = 90;

    static readonly Dictionary<string, Dictionary<string, string>> Skipped =
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(File.ReadAllText(Path.Combine(Folder, "skipped.json")))!;

    static string Folder => Path.Combine(AppContext.BaseDirectory, "Design", "Fixtures");

    public static TheoryData<string> Components() =>
        [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Where(name => name != "skipped").Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Components))]
    public async Task has_the_markup_of_its_fixtures(string component)
    {
        var wrong = new List<string>();
        var skipped = Skipped.GetValueOrDefault(component, []);
        using var fixtures = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, component + ".json"), TestContext.Current.CancellationToken));
        foreach (var fixture in fixtures.RootElement.EnumerateArray())
        {
            var name = fixture.GetProperty("name").GetString()!;
            var expected = Markup.Normal(fixture.GetProperty("html").GetString()!);
            var actual = Markup.Normal(await Render(component, new FixtureOptions(fixture.GetProperty("options"))));
            if (expected == actual == skipped.ContainsKey(name))
                wrong.Add(expected == actual ? $"'{name}' is skipped but matches: take it off the list" : $"'{name}' differs:\n--- expected\n{expected}--- actual\n{actual}");
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {component}: {string.Join('\n', wrong)}");
    }

    [Fact]
    public void is_skipped_by_a_list_that_only_shrinks()
    {
        Assert.InRange(Skipped.Values.Sum(list => list.Count), 0, MostSkipped);
        Assert.All(Skipped.Values.SelectMany(list => list.Values), reason => Assert.NotEmpty(reason));
        Assert.All(Skipped, pair =>
        {
            using var fixtures = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, pair.Key + ".json")));
            var names = fixtures.RootElement.EnumerateArray().Select(fixture => fixture.GetProperty("name").GetString()).ToHashSet();
            Assert.All(pair.Value.Keys, name => Assert.Contains(name, names));
        });
    }

    static Task<string> Render(string component, FixtureOptions o)
    {
        Component Make(IHtmlHelper html)
        {
            Component made = component switch
            {
                "input" => FixtureFields.Input(html, o),
                "textarea" => FixtureFields.Textarea(html, o),
                "file-upload" => FixtureFields.FileUpload(html, o),
                "select" => FixtureFields.Select(html, o),
                "radios" => FixtureFields.Radios(html, o),
                "checkboxes" => FixtureFields.Checkboxes(html, o),
                "date-input" => FixtureFields.DateInput(html, o),
                _ => FixtureParts.Of(component, html, o) ?? throw new InvalidOperationException($"No tag of ours for {component}"),
            };
            made.Classes = o.Text("classes");
            return made;
        }

        return Rendering.Of(Make, Attributes(component, o), Content(component, o));
    }

    static TagHelperAttributeList Attributes(string component, FixtureOptions o) => component switch
    {
        "input" or "textarea" => o.Attributes("spellcheck", "autocomplete", "autocapitalize", "pattern", "inputmode"),
        "button" => o.Attributes("name", "value", "id"),
        "fieldset" => o.Attributes("role"),
        "inset-text" or "details" => o.Attributes("id"),
        _ => o.Attributes(),
    };

    // A banner's text is an option of ours, and of its content only the markup is.
    static IHtmlContent? Content(string component, FixtureOptions o) => component switch
    {
        "notification-banner" or "fieldset" => o.Text("html") is { } html ? new HtmlString(html) : null,
        "label" or "hint" or "error-message" => null,
        _ => o.Content,
    };
}
