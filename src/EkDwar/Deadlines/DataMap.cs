using System.Globalization;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using YamlDotNet.RepresentationModel;

namespace EkDwar.Deadlines;

/// <summary>
/// One mapping of an act or a calendar, asked key by key: a value that is out of place is told with its line, and a key that
/// nobody asked for is an error, so a slip of the pen is found.
/// </summary>
sealed class DataMap
{
    readonly string file;
    readonly YamlMappingNode node;
    readonly HashSet<string> read = new(StringComparer.Ordinal);

    DataMap(string file, YamlMappingNode node) => (this.file, this.node) = (file, node);

    public static DataMap Load(string text, string file)
    {
        var yaml = new YamlStream();
        DataFile.Guarded(text, file, () =>
        {
            yaml.Load(new StringReader(text));
            return yaml;
        });
        return yaml.Documents is [{ RootNode: YamlMappingNode root }] ? new(file, root) : throw new DataFileException(file, 1, "one document with keys is expected");
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

    DataMap Map(string key) => Required(key) is YamlMappingNode map ? new(file, map) : throw Wrong(Required(key), $"'{key}' must hold keys");

    public T One<T>(string key, Func<DataMap, T> make) => Map(key).Made(make);

    public IReadOnlyList<T> Each<T>(string key, Func<DataMap, T> make)
    {
        var list = new List<T>();
        foreach (var item in Items(key))
        {
            var map = item is YamlMappingNode keys ? new DataMap(file, keys) : throw Wrong(item, $"each of '{key}' must hold keys");
            list.Add(map.Made(make));
        }
        return list;
    }

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
            throw Wrong(node, refused.Message);
        }
    }

    /// <summary>Everything was read: any other key but <c>note</c> is one nobody knows.</summary>
    public void Done()
    {
        foreach (var (key, _) in node.Children)
            if (key is YamlScalarNode { Value: { } name } && name != "note" && !read.Contains(name))
                throw Wrong(key, $"'{name}' is not a key of this file");
    }

    T Made<T>(Func<DataMap, T> make)
    {
        var made = Guarded(() => make(this));
        Done();
        return made;
    }

    IEnumerable<YamlNode> Items(string key) =>
        Required(key) is YamlSequenceNode list ? list.Children : throw Wrong(Required(key), $"'{key}' must be a list");

    T As<T>(string key, Func<string, T?> parse, string expected) where T : struct
    {
        var value = Required(key);
        return parse(Scalar(key, value)) ?? throw Wrong(value, $"'{key}' must be {expected}");
    }

    string Scalar(string key, YamlNode value) => value is YamlScalarNode { Value: { Length: > 0 } text }
        ? text
        : throw Wrong(value, $"'{key}' must be a text");

    YamlNode Required(string key) => Optional(key) ?? throw Wrong(node, $"'{key}' is missing");

    YamlNode? Optional(string key)
    {
        read.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    DataFileException Wrong(YamlNode at, string problem) => new(file, at.Start.Line, problem);
}
