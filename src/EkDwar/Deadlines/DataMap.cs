using System.Globalization;
using System.Text;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Deadlines;

/// <summary>
/// One mapping of an act or a calendar, asked key by key: a value that is out of place is told with its line, and a key that
/// nobody asked for is an error, so a slip of the pen is found.
/// </summary>
sealed class DataMap
{
    const string OnItsOwn = "write each key on a line of its own, further to the right";

    readonly string file;
    readonly YamlMap node;
    readonly HashSet<string> read = new(StringComparer.Ordinal);

    DataMap(string file, YamlMap node) => (this.file, this.node) = (file, node);

    /// <summary>The file's keys, or a <see cref="FaultyFilesException"/> with all that is no canonical YAML.</summary>
    public static DataMap Load(string text, string file)
    {
        var faults = new FileFaults(file);
        var root = YamlBytes.Text(Encoding.UTF8.GetBytes(text), faults) is { } clean ? YamlTree.Read(clean, faults) : null;
        return root is null || faults.Any ? throw new FaultyFilesException(faults.All) : new(file, root);
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

    DataMap Map(string key) => Required(key) is YamlMap map ? new(file, map) : throw Wrong(Required(key), $"'{key}' must hold keys", OnItsOwn);

    public T One<T>(string key, Func<DataMap, T> make) => Map(key).Made(make);

    public IReadOnlyList<T> Each<T>(string key, Func<DataMap, T> make)
    {
        var list = new List<T>();
        foreach (var item in Items(key))
        {
            var map = item is YamlMap keys ? new DataMap(file, keys) : throw Wrong(item, $"each of '{key}' must hold keys", OnItsOwn);
            list.Add(map.Made(make));
        }
        return list;
    }

    /// <summary>Of a key that older texts do not have.</summary>
    public IReadOnlyList<T> EachOrNone<T>(string key, Func<DataMap, T> make) => Optional(key) is null ? [] : Each(key, make);

    public IReadOnlyList<string> Words(string key) => [.. Items(key).Select(item => Scalar(key, item))];

    /// <summary>Runs a maker whose records refuse bad values, and turns that refusal into one with a line.</summary>
    public T Guarded<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException refused)
        {
            throw Wrong(node, refused.Message, "change it");
        }
    }

    /// <summary>Everything was read: any other key but <c>note</c> is one nobody knows.</summary>
    public void Done()
    {
        foreach (var entry in node.Entries)
            if (entry.Key != "note" && !read.Contains(entry.Key)) throw Wrong(entry.At, $"'{entry.Key}' is not a key of this file", Nearest.Mend(entry.Key, read));
    }

    T Made<T>(Func<DataMap, T> make)
    {
        var made = Guarded(() => make(this));
        Done();
        return made;
    }

    IEnumerable<YamlNode> Items(string key) =>
        Required(key) is YamlList list ? list.Items : throw Wrong(Required(key), $"'{key}' must be a list", "write each entry on a line of its own with '- ' before it");

    T As<T>(string key, Func<string, T?> parse, string expected) where T : struct
    {
        var value = Required(key);
        return parse(Scalar(key, value)) ?? throw Wrong(value, $"'{key}' must be {expected}", $"change {value.Named}");
    }

    string Scalar(string key, YamlNode value) =>
        value is YamlValue { IsNothing: false, Text: { Length: > 0 } text } ? text : throw Wrong(value, $"'{key}' must be a text", "write it behind the colon");

    YamlNode Required(string key) => Optional(key) ?? throw Wrong(node, $"'{key}' is missing", "add it");

    YamlNode? Optional(string key)
    {
        read.Add(key);
        return node.Find(key)?.Value;
    }

    FaultyFilesException Wrong(YamlNode at, string problem, string mend) => Wrong(at.At, problem, mend);

    FaultyFilesException Wrong(YamlPlace at, string problem, string mend) => new([new(file, at, problem, mend)]);
}
