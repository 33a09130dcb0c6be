using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EkDwar.Catalogue;
using EkDwar.Foundation.Languages;

namespace EkDwar.Cases.Registers;

/// <summary>
/// A record as its register gave it, byte for byte, and the instant at which it stood so there (UTC). Personal data: it is
/// kept in the ledger's sealed body and nowhere else.
/// </summary>
public sealed class RegisterRecord
{
    const int LongestText = 500, MostRows = 500;

    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly JsonObject record;

    RegisterRecord(JsonObject record, DateTime asOf) => (this.record, AsOf) = (record, asOf);

    public DateTime AsOf { get; }

    /// <summary>The record, when it has exactly what the service's file says the register gives, and nothing else; null otherwise.</summary>
    public static RegisterRecord? Read(IReadOnlyList<RegisterField> gives, JsonElement element, DateTime asOf) =>
        Fits(gives, element) ? new(JsonObject.Create(element.Clone())!, asOf) : null;

    public string ToText() => new JsonObject { ["as_of"] = AsOf.ToString("O", CultureInfo.InvariantCulture), ["record"] = record.DeepClone() }.ToJsonString(Plain);

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    public static RegisterRecord Parse(string text)
    {
        var json = JsonNode.Parse(text)!;
        return new(json["record"]!.DeepClone().AsObject(), DateTime.Parse(json["as_of"]!.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));
    }

    /// <summary>A value as text; empty where the register has none.</summary>
    public string Show(RegisterField field, LanguageCode language) => Show(field, record[field.Id], language);

    /// <summary>The rows of a table, each with the shown columns as text.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(RegisterField table, IEnumerable<string> columns, LanguageCode language)
    {
        var shown = columns.Select(id => table.Column(id)!).ToList();
        return [.. record[table.Id]!.AsArray().Select(row => (IReadOnlyList<string>)[.. shown.Select(column => Show(column, row![column.Id], language))])];
    }

    static string Show(RegisterField field, JsonNode? value, LanguageCode language) => value is null ? "" : field.Type switch
    {
        RegisterField.Text => value.GetValue<string>(),
        RegisterField.Date => LongDate.Of(DateOnly.ParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture), language),
        // As the register wrote it: 0.50 says more than 0.5.
        _ => value.ToJsonString(),
    };

    static bool Fits(IReadOnlyList<RegisterField> fields, JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.EnumerateObject().Count() == fields.Count
            && fields.All(field => element.TryGetProperty(field.Id, out var value) && Fits(field, value));

    static bool Fits(RegisterField field, JsonElement value) => field.Type switch
    {
        RegisterField.Text => value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= LongestText } text && !text.Any(letter => char.IsControl(letter) || letter == '\uFFFD'),
        RegisterField.Number => value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out _)),
        RegisterField.Date => value.ValueKind == JsonValueKind.Null
            || (value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)),
        _ => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() <= MostRows && value.EnumerateArray().All(row => Fits(field.Columns, row)),
    };
}
