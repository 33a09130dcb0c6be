using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EkDwar.Catalogue.Questions;

/// <summary>
/// What has been answered and accepted, by question id, as JSON: text as typed, dates as yyyy-MM-dd, money in paise,
/// choices and places by code. Never what failed its check.
/// </summary>
public sealed class Answers
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly JsonObject json;

    Answers(JsonObject json) => this.json = json;

    public static Answers None => new([]);

    public static Answers Parse(string text) => new(JsonNode.Parse(text)!.AsObject());

    public JsonNode? this[string id] => json[id];

    public bool Has(string id) => json.ContainsKey(id);

    /// <summary>The answer as text; null when there is none or it is not a plain text.</summary>
    public string? Text(string id) => json[id] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public Answers With(string id, JsonNode answer)
    {
        var copy = json.DeepClone().AsObject();
        copy[id] = answer.DeepClone();
        return new(copy);
    }

    /// <summary>As <see cref="With"/>, for a question left blank that may be: it was asked, and nothing was said.</summary>
    public Answers Blank(string id)
    {
        var copy = json.DeepClone().AsObject();
        copy[id] = null;
        return new(copy);
    }

    /// <summary>Without answers to questions that are no longer asked.</summary>
    public Answers Only(Func<string, bool> isAsked)
    {
        var copy = new JsonObject();
        foreach (var (id, answer) in json)
            if (isAsked(id)) copy[id] = answer?.DeepClone();
        return new(copy);
    }

    /// <summary>These and those; of a question in both, that answer.</summary>
    public Answers And(Answers others)
    {
        var copy = json.DeepClone().AsObject();
        foreach (var (id, answer) in others.json) copy[id] = answer?.DeepClone();
        return new(copy);
    }

    public string ToText() => json.ToJsonString(Plain);
}
