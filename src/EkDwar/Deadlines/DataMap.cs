using System.Globalization;
using System.Text;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Deadlines;

/// <summary>
/// One mapping of an act, a calendar or an order, asked key by key: a value that is out of place is told with its line, and a
/// key that nobody asked for is an error, so a slip of the pen is found. All is told at once: in place of a value that is
/// wrong an empty one is read on with, and nothing made of it leaves here.
/// </summary>
sealed class DataMap
{
    const string OnItsOwn = "write each key on a line of its own, further to the right";

    readonly FileFaults faults;
    readonly YamlMap node;
    readonly HashSet<string> read = new(StringComparer.Ordinal);

    DataMap(FileFaults faults, YamlMap node) => (this.faults, this.node) = (faults, node);

    /// <summary>What is made of the file's keys, or a <see cref="FaultyFilesException"/> with all that is wrong with it. A maker refuses a value by an <see cref="ArgumentException"/>.</summary>
    public static T Read<T>(string text, string file, Func<DataMap, T> make)
    {
        var faults = new FileFaults(file);
        var root = YamlBytes.Text(Encoding.UTF8.GetBytes(text), faults) is { } clean ? YamlTree.Read(clean, faults) : null;
        if (root is null || faults.Any) throw new FaultyFilesException(faults.All);
        var made = new DataMap(faults, root).Made(make);
        return faults.Any ? throw new FaultyFilesException(faults.All) : made!;
    }

    public string Text(string key) => Scalar(key, Required(key));
    public string? TextOrNull(string key) => Optional(key) is { } value ? Scalar(key, value) : null;
    public int Number(string key) => As(key, t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : (int?)null, "a whole number");
    public int? NumberOrNull(string key) => Optional(key) is null ? null : Number(key);
    public bool Flag(string key) => As(key, t => t switch { "true" => true, "false" => false, _ => (bool?)null }, "true or false");

    public DateOnly Date(string key) => As(
        key, t => DateOnly.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) ? d : (DateOnly?)null, "a date such as 2026-01-26");

    public DateOnly? DateOrNull(string key) => Optional(key) is null ? null : Date(key);

    /// <summary>A word of ours in snake_case, as the enum's member.</summary>
    public T Word<T>(string key) where T : struct, Enum => As(
        key, t => Enum.TryParse<T>(t.Replace("_", "", StringComparison.Ordinal), true, out var word) && t.All(c => c is '_' or (>= 'a' and <= 'z')) ? word : (T?)null,
        "one of " + string.Join(", ", Enum.GetNames<T>()));

    public LocalText Local(string key) => One(key, map =>
    {
        var text = new LocalText();
        foreach (var language in LanguageCode.All) text[language.Code] = map.Text(language.Code);
        return text;
    });

    public T One<T>(string key, Func<DataMap, T> make)
    {
        if (Required(key) is not { } value) return default!;
        if (value is YamlMap map) return new DataMap(faults, map).Made(make)!;
        Wrong(value, $"'{key}' must hold keys", OnItsOwn);
        return default!;
    }

    public IReadOnlyList<T> Each<T>(string key, Func<DataMap, T> make)
    {
        var list = new List<T>();
        foreach (var item in Items(key))
        {
            if (item is not YamlMap keys) Wrong(item, $"each of '{key}' must hold keys", OnItsOwn);
            else if (new DataMap(faults, keys).Made(make) is { } made) list.Add(made);
        }
        return list;
    }

    /// <summary>Of a key that older texts do not have.</summary>
    public IReadOnlyList<T> EachOrNone<T>(string key, Func<DataMap, T> make) => Optional(key) is null ? [] : Each(key, make);

    public IReadOnlyList<string> Words(string key) => [.. Items(key).Select(item => Scalar(key, item))];

    /// <summary>What is made of these keys. What a maker refuses is told once, unless a value it was given is wrong anyhow; any key it did not ask for but <c>note</c> is one nobody knows.</summary>
    T? Made<T>(Func<DataMap, T> make)
    {
        var (before, made) = (faults.All.Count, default(T));
        try
        {
            made = make(this);
        }
        catch (ArgumentException refused)
        {
            if (faults.All.Count == before) Wrong(node, refused.Message, "change it");
            // What was not asked for any more is no unknown key.
            return made;
        }
        foreach (var entry in node.Entries)
            if (entry.Key != "note" && !read.Contains(entry.Key)) faults.Add(entry.At, $"'{entry.Key}' is not a key of this file", Nearest.Mend(entry.Key, read));
        return made;
    }

    IEnumerable<YamlNode> Items(string key)
    {
        if (Required(key) is not { } value) return [];
        if (value is YamlList list) return list.Items;
        Wrong(value, $"'{key}' must be a list", "write each entry on a line of its own with '- ' before it");
        return [];
    }

    T As<T>(string key, Func<string, T?> parse, string expected) where T : struct
    {
        if (Required(key) is not { } value || Scalar(key, value) is not { Length: > 0 } text) return default;
        if (parse(text) is { } parsed) return parsed;
        Wrong(value, $"'{key}' must be {expected}", $"change {value.Named}");
        return default;
    }

    string Scalar(string key, YamlNode? value)
    {
        if (value is null or YamlValue { IsNothing: false, Text.Length: > 0 }) return (value as YamlValue)?.Text ?? "";
        Wrong(value, $"'{key}' must be a text", "write it behind the colon");
        return "";
    }

    YamlNode? Required(string key)
    {
        if (Optional(key) is { } value) return value;
        Wrong(node, $"'{key}' is missing", "add it");
        return null;
    }

    YamlNode? Optional(string key)
    {
        read.Add(key);
        return node.Find(key)?.Value;
    }

    void Wrong(YamlNode at, string problem, string mend) => faults.Add(at.At, problem, mend);
}
