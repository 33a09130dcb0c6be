using System.Text.Json;
using EkDwar.Design;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Tests.Design;

/// <summary>Reads the options of a fixture by path, as <c>fieldset.legend</c>; what is missing is null.</summary>
readonly record struct FixtureOptions(JsonElement Json)
{
    public FixtureOptions? At(string path)
    {
        var at = Json;
        foreach (var name in path.Split('.'))
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at)) return null;
        return at.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : new FixtureOptions(at);
    }

    public string? Text(string path) => At(path)?.Json switch
    {
        { ValueKind: JsonValueKind.String } json => json.GetString(),
        { ValueKind: JsonValueKind.Number } json => json.GetRawText(),
        { ValueKind: JsonValueKind.True } => "true",
        { ValueKind: JsonValueKind.False } => "false",
        _ => null,
    };

    public bool Flag(string path) => At(path)?.Json.ValueKind is JsonValueKind.True;

    public bool? Choice(string path) => At(path)?.Json.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    /// <summary>An object with text or html.</summary>
    public Phrase? Phrase(string path) => At(path) is not { } holder ? null
        : holder.Text("html") is { } html ? EkDwar.Design.Phrase.Markup(new HtmlString(html))
        : holder.Text("text");

    /// <summary>Text or html under two names of the options themselves.</summary>
    public Phrase? Phrase(string text, string html) =>
        Text(html) is { } markup ? EkDwar.Design.Phrase.Markup(new HtmlString(markup)) : Text(text);

    public IHtmlContent? Content => Text("html") is { } html ? new HtmlString(html) : Text("text") is { } text ? new HtmlContentBuilder().Append(text) : null;

    public IEnumerable<FixtureOptions> List(string path) =>
        At(path)?.Json is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String).Select(item => new FixtureOptions(item))
            : [];

    public TagHelperAttributeList Attributes(params string[] alsoOptions)
    {
        var attributes = new TagHelperAttributeList();
        foreach (var name in alsoOptions)
            if (Text(name) is { } value) attributes.Add(name, value);
        if (At("attributes")?.Json is { ValueKind: JsonValueKind.Object } given)
            foreach (var attribute in given.EnumerateObject()) attributes.Add(attribute.Name, attribute.Value.ToString());
        return attributes;
    }
}
