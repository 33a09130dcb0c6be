using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using EkDwar.Catalogue.Rules;
using EkDwar.Catalogue.Rules.Values;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Catalogue.Rules;

/// <summary>One case of the DMN TCK: an expression, and the value it must come to, written down by code that shares nothing with the rules.</summary>
sealed partial record TckCase(string Id, string Expression, JsonElement Expected, bool IsError)
{
    const string Folder = "tests/EkDwar.Tests/Catalogue/Rules/Tck/";

    public static readonly IReadOnlyList<TckCase> All = Read();
    public static readonly IReadOnlyList<Outside> OutsideOfSubset = ReadOutside();

    public bool IsNull => Expected.ValueKind == JsonValueKind.Null;

    /// <summary>What keeps this case from passing; null when it passes.</summary>
    public string? Failure()
    {
        if (!Rule.TryParse(Expression, out var rule, out var fault)) return $"refused: {fault}";
        var (value, errors) = rule!.Evaluate([]);
        if (IsError != errors.Count > 0) return $"{Written(value)} with {errors.Count} errors ({string.Join("; ", errors)})";
        var (actual, expected) = (Written(value), Written(Expected));
        return actual == expected ? null : $"{actual}, not {expected}";
    }

    static string Written(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null) return "null";
        var text = value.TryGetProperty("value", out var plain) ? plain.GetString()! : "";
        return value.GetProperty("type").GetString() switch
        {
            "list" => $"[{string.Join(", ", value.GetProperty("items").EnumerateArray().Select(Written))}]",
            "context" => Entries(value.GetProperty("entries").EnumerateObject().Select(entry => (entry.Name, Written(entry.Value)))),
            "decimal" => Number(decimal.Parse(text, CultureInfo.InvariantCulture)),
            "duration" when YearsAndMonths().Match(text) is { Success: true } months => $"months {(text[0] == '-' ? -1 : 1) * (Part(months, 1) * 12 + Part(months, 2))}",
            "duration" => $"days {XmlConvert.ToTimeSpan(text).Ticks}",
            "string" => $"\"{text}\"",
            _ => text,
        };
    }

    static string Written(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        decimal number => Number(number),
        string text => $"\"{text}\"",
        DateOnly date => date.ToString("O"),
        TimeOnly time => time.ToString("HH:mm:ss"),
        DateTime instant => instant.ToString("s"),
        TimeSpan span => $"days {span.Ticks}",
        Months months => $"months {months.Count}",
        Context context => Entries(context.Select(entry => (entry.Key, Written(entry.Value)))),
        IReadOnlyList<object?> list => $"[{string.Join(", ", list.Select(Written))}]",
        _ => $"a {value.GetType().Name}",
    };

    static string Entries(IEnumerable<(string Key, string Value)> entries) =>
        $"{{{string.Join(", ", entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}: {entry.Value}"))}}}";

    static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    static int Part(Match match, int group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value) : 0;

    static List<TckCase> Read()
    {
        using var document = JsonDocument.Parse(Repository.Text(Folder + "tck-cases.json"));
        return [.. document.RootElement.EnumerateArray().Select(read => new TckCase(read.GetProperty("id").GetString()!,
            read.GetProperty("expression").GetString()!, read.GetProperty("expected").Clone(), read.GetProperty("error").GetBoolean()))];
    }

    /// <summary>Reads outside.txt: a heading "# construct", a line "pattern: …", then ids.</summary>
    static List<Outside> ReadOutside()
    {
        var found = new List<Outside>();
        foreach (var line in Repository.Text(Folder + "outside.txt").Split('\n').Where(line => line.Length > 0))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal)) found.Add(new(line[2..], new("never"), []));
            else if (line.StartsWith("pattern: ", StringComparison.Ordinal)) found[^1] = found[^1] with { Pattern = new(line["pattern: ".Length..]) };
            else found[^1].Ids.Add(line);
        }
        return found;
    }

    [GeneratedRegex(@"^-?P(?:(\d+)Y)?(?:(\d+)M)?$")]
    private static partial Regex YearsAndMonths();
}

/// <summary>A construct outside of the subset, what it is known by, and the cases it puts there.</summary>
sealed record Outside(string Construct, Regex Pattern, List<string> Ids);
