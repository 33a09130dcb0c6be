using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace EkDwar.Foundation.Yaml;

/// <summary>Single values as a data file writes them, one way each: true, 15, 2026-01-26, a word of ours in snake_case.</summary>
static class SheetValues
{
    /// <summary>What is expected in a sentence, an example, and the reading, which gives null for what does not fit.</summary>
    sealed record Form(string Expected, string Example, Func<string, object?> Read);

    static readonly Dictionary<Type, Form> Forms = new()
    {
        [typeof(int)] = new("a whole number", "15", text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null),
        [typeof(long)] = new("a whole number", "5000", text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null),
        [typeof(decimal)] = new("a number", "2.5", text => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null),
        [typeof(bool)] = new("true or false", "true", text => text switch { "true" => true, "false" => false, _ => null }),
        [typeof(DateOnly)] = new("a date", "2026-01-26", text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null),
    };

    static readonly ConcurrentDictionary<Type, Dictionary<string, object>> Words = [];

    static readonly SearchValues<char> Hidden = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(letter => char.IsControl(letter) && letter != '\n')]);

    public static bool Has(Type type) => type == typeof(string) || type.IsEnum || Forms.ContainsKey(type);

    /// <summary>The value, or null after telling why there is none.</summary>
    public static object? Read(Type type, YamlNode node, string key, FileFaults faults)
    {
        if (node is YamlRefused) return null;
        if (node is not YamlValue value)
        {
            faults.Add(node.At, $"'{key}' holds one value, not {node.Named}", "write the value behind the colon");
            return null;
        }
        if (value.IsNothing)
        {
            faults.Add(node.At, $"'{key}' holds nothing", "write its value, or take the key out");
            return null;
        }
        if (type == typeof(string)) return Text(value, key, faults);
        return type.IsEnum ? Word(type, value, key, faults) : Formed(Forms[type], value, key, faults);
    }

    static string? Text(YamlValue value, string key, FileFaults faults)
    {
        const int Longest = 10_000;
        if (value.Text.Length > Longest) faults.Add(value.At, $"'{key}' has {value.Text.Length:N0} characters", $"shorten it to {Longest:N0} at most");
        else if (value.Text.AsSpan().IndexOfAny(Hidden) >= 0 || !IsWhole(value.Text)) faults.Add(value.At, $"'{key}' has a hidden character, written as an escape", "take it out");
        else return value.Text;
        return null;
    }

    // Half a surrogate pair, which an escape can write, is no text that could be stored.
    static bool IsWhole(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0) return true;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }

    static object? Word(Type type, YamlValue value, string key, FileFaults faults)
    {
        var words = Words.GetOrAdd(type, static type => Enum.GetNames(type).ToDictionary(JsonNamingPolicy.SnakeCaseLower.ConvertName, name => Enum.Parse(type, name)));
        if (words.TryGetValue(value.Text, out var member)) return member;
        faults.Add(value.At, $"'{key}' cannot be {FileFaults.Quote(value.Text)}", Nearest.Mend(value.Text, words.Keys));
        return null;
    }

    static object? Formed(Form form, YamlValue value, string key, FileFaults faults)
    {
        if (value.IsPlain && form.Read(value.Text) is { } read) return read;
        faults.Add(value.At, $"'{key}' must be {form.Expected}, not {value.Named}", $"write it as {form.Example}{(value.IsPlain ? "" : ", without quotation marks")}");
        return null;
    }
}
