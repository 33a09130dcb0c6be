using System.Text.Json.Nodes;
using EkDwar.Catalogue;
using EkDwar.Tests.Houserules;
using YamlDotNet.RepresentationModel;

namespace EkDwar.Tests.Catalogue.Checks;

public sealed class The_schema_of_a_service_s_file
{
    static readonly JsonNode Schema = JsonNode.Parse(Repository.Text("docs/service.schema.json"))!;

    public static TheoryData<string> Services() => [.. Repository.Walk(Path.Combine(Repository.Root, "services")).Where(file => file.EndsWith(".yaml", StringComparison.Ordinal) && EkDwar.Onboarding.StateFolder.IsService(file)).Select(file => Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, file)))];

    [Fact]
    public void is_kept_as_it_is_made() => Assert.True(ServiceSchema.Text == Repository.Text("docs/service.schema.json"), "make it anew: ./run service-schema > docs/service.schema.json");

    [Fact]
    public void knows_the_words_of_the_language()
    {
        // A fact the officer states is a question, too: described once, where the schema comes to it first.
        Assert.Contains("declaration", Words("/properties/fee/properties/facts/items/properties/type"));
        Assert.Contains("refuse", Words("/properties/stages/items/properties/actions/items"));
        Assert.Equal(["working", "calendar", "unstated", "immediate"], Words("/properties/limit/properties/kind"));
        Assert.Equal("date", At(Schema, "/properties/effective_on/format")!.GetValue<string>());
    }

    [Theory, MemberData(nameof(Services))]
    public void takes_every_service_of_this_repository(string file) => Assert.Empty(Misfits(Repository.Text(file)));

    [Theory]
    [InlineData("version: 1", "version: one", "/version")]
    [InlineData("version: 1", "verzion: 1", "/verzion")]
    [InlineData("type: money", "type: gold", "/questions/8/columns/2/type")]
    [InlineData("actions: [report]", "actions: [dance]", "/stages/1/actions/0")]
    [InlineData("  en: Income certificate\n", "", "/names")]
    public void refuses_what_an_editor_should_underline(string right, string wrong, string where)
    {
        var text = Repository.Text("services/mh/income-certificate.yaml");
        var at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.Contains(where, Misfits(text[..at] + wrong + text[(at + right.Length)..]));
    }

    static IEnumerable<string> Words(string path) => At(Schema, path)!["enum"]!.AsArray().Select(word => word!.GetValue<string>());

    static JsonNode? At(JsonNode node, string pointer) => pointer.Split('/').Skip(1).Aggregate((JsonNode?)node, (inner, key) => inner is JsonArray list ? list[int.Parse(key)] : inner![key]);

    static IReadOnlyList<string> Misfits(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        var found = new List<string>();
        Walk(yaml.Documents[0].RootNode, Schema, "", found);
        return found;
    }

    /// <summary>The part of the standard that this schema uses: references, types, words, keys, and what is required.</summary>
    static void Walk(YamlNode node, JsonNode schema, string path, List<string> misfits)
    {
        if (schema["$ref"] is { } reference)
        {
            Walk(node, At(Schema, reference.GetValue<string>()[1..])!, path, misfits);
            return;
        }
        // A schema that says nothing takes anything.
        if (schema is JsonObject { Count: 0 }) return;
        switch (node)
        {
            case YamlMappingNode map:
                if (!IsOf(schema, "object")) misfits.Add(path);
                foreach (var (key, value) in map.Children.Select(pair => (((YamlScalarNode)pair.Key).Value!, pair.Value)))
                    if (schema["properties"]?[key] is { } known) Walk(value, known, $"{path}/{key}", misfits);
                    else if (schema["additionalProperties"] is JsonObject any) Walk(value, any, $"{path}/{key}", misfits);
                    else misfits.Add($"{path}/{key}");
                if (schema["required"] is JsonArray required && required.Any(key => !map.Children.ContainsKey(new YamlScalarNode(key!.GetValue<string>())))) misfits.Add(path);
                break;
            case YamlSequenceNode list:
                if (!IsOf(schema, "array")) misfits.Add(path);
                foreach (var (index, item) in list.Children.Index())
                    if (schema["items"] is { } items) Walk(item, items, $"{path}/{index}", misfits);
                break;
            case YamlScalarNode value:
                if (!Fits(value, schema)) misfits.Add(path);
                break;
        }
    }

    static bool Fits(YamlScalarNode value, JsonNode schema)
    {
        if (schema["enum"] is JsonArray words) return words.Any(word => word!.GetValue<string>() == value.Value);
        return (IsOf(schema, "string") && value.Value!.Length > 0) || (IsOf(schema, "integer") && long.TryParse(value.Value, out _))
            || (IsOf(schema, "number") && decimal.TryParse(value.Value, out _)) || (IsOf(schema, "boolean") && value.Value is "true" or "false");
    }

    static bool IsOf(JsonNode schema, string type) => schema["type"] is JsonArray types ? types.Any(one => one!.GetValue<string>() == type) : schema["type"]?.GetValue<string>() == type;
}
