using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EkDwar.Catalogue.Checks;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue;

/// <summary>
/// The JSON Schema of a service's file (draft 2020-12), made of the records it is read into, so that an editor offers keys
/// and words while somebody types. It knows nothing of what they mean: <see cref="ServiceCheck"/> is the judge.
/// </summary>
public static class ServiceSchema
{
    static readonly Dictionary<Type, string[]> Required = new()
    {
        [typeof(ServiceDefinition)] = ["id", "state", "version", "effective_on", "names", "short_names", "department", "limit", "officers", "served_by", "applicant_name", "questions", "grounds", "certificate"],
        [typeof(LimitRule)] = ["kind"], [typeof(LimitSlab)] = ["days", "names"], [typeof(OfficerSlab)] = ["designated", "names"], [typeof(ServedBy)] = ["question", "place_kind"],
        [typeof(FeeHead)] = ["code", "names"], [typeof(Question)] = ["id", "type", "label"], [typeof(Option)] = ["code", "names"], [typeof(SharedPage)] = ["id", "names"],
        [typeof(EligibilityRule)] = ["id", "when", "reason"], [typeof(Stage)] = ["id", "names", "post", "actions"], [typeof(Ground)] = ["code", "names", "rule"],
        [typeof(CertificateTemplate)] = ["title", "paragraph"], [typeof(CertificateRow)] = ["label", "value"], [typeof(CertificateVariant)] = ["when"],
        [typeof(Must)] = ["when", "says"], [typeof(Help)] = ["says"], [typeof(ServiceTest)] = ["name", "answers"],
        [typeof(CertificateTable)] = ["title", "rows", "columns"], [typeof(CertificateColumn)] = ["label", "value"],
        [typeof(LicenceRule)] = ["valid_until"], [typeof(SanctionRule)] = ["account"],
        [typeof(EventMessage)] = ["event", "says"], [typeof(DeemedRule)] = ["outcome", "section", "source"], [typeof(StageForm)] = ["questions"], [typeof(CheckItem)] = ["id", "names"],
        [typeof(PartyRule)] = ["id", "names", "name", "consent"],
        [typeof(CloseRule)] = ["cause", "days", "source"], [typeof(ExtraDays)] = ["channel", "days", "source"],
        [typeof(InstantRule)] = ["register", "key", "gives", "no_record"], [typeof(RegisterKey)] = ["name", "question"], [typeof(RegisterField)] = ["id", "type"],
    };

    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeysOnly } },
    };

    /// <summary>As docs/service.schema.json keeps it.</summary>
    public static string Text => Make().ToJsonString(Options) + "\n";

    static JsonObject Make()
    {
        var made = Options.GetJsonSchemaAsNode(typeof(ServiceDefinition), new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Narrow }).AsObject();
        var languages = new JsonObject();
        foreach (var language in LanguageCode.All) languages[language.Code] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["title"] = language.NativeName };
        var text = new JsonObject { ["type"] = "object", ["properties"] = languages, ["required"] = new JsonArray("en"), ["additionalProperties"] = false };
        made.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        made.Insert(1, "title", "A public service, as EkDwar reads it");
        made["$defs"] = new JsonObject { ["text"] = text };
        return made;
    }

    // What a record works out by itself is not written in a file.
    static void KeysOnly(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
            if (type.Properties[i].Set is null) type.Properties.RemoveAt(i);
    }

    static JsonNode Narrow(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (context.TypeInfo.Type == typeof(LocalText)) return new JsonObject { ["$ref"] = "#/$defs/text" };
        // As somebody types it: a text, a list or keys.
        if (context.TypeInfo.Type == typeof(Written)) return new JsonObject();
        if (context.TypeInfo.Type == typeof(OneOrMore)) return new JsonObject { ["type"] = new JsonArray("string", "array"), ["items"] = new JsonObject { ["type"] = "string" }, ["minItems"] = 1 };
        if (schema is not JsonObject node) return schema;
        if (!node.ContainsKey("$ref") && Required.TryGetValue(context.TypeInfo.Type, out var keys)) node["required"] = Words(keys);
        switch ((context.PropertyInfo?.DeclaringType.Name, context.PropertyInfo?.Name))
        {
            case (nameof(Question), "type"): node["enum"] = Words(QuestionType.Known); break;
            case (nameof(Question), "falls"): node["enum"] = Words(QuestionCheck.Falling); break;
            case (nameof(LimitRule), "kind"): node["enum"] = Words(HeadCheck.Kinds); break;
            case (nameof(LimitRule), "starts"): node["enum"] = Words(HeadCheck.Starts); break;
            case (nameof(CloseRule), "cause"): node["enum"] = Words(CloseRule.Causes); break;
            case (nameof(ExtraDays), "channel") or (nameof(ServiceTest), "channel"): node["enum"] = Words(ApplicationChannel.All); break;
            case (nameof(FeeRule), "pay"): node["enum"] = Words(FeeCheck.Times); break;
            case (nameof(RegisterField), "type"): node["enum"] = Words(RegisterField.Types); break;
            case (nameof(DeemedRule), "outcome"): node["enum"] = Words(DeemedCheck.Outcomes); break;
            case (nameof(EventMessage), "event"): node["enum"] = Words(EventMessage.Events); break;
            case (nameof(Stage), "actions"): node["items"]!["enum"] = Words(StageCheck.Actions); break;
        }
        return node;
    }

    static JsonArray Words(IEnumerable<string> words) => [.. words.Select(word => (JsonNode)word)];
}
