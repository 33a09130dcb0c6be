using System.Collections;
using EkDwar.Foundation.Languages;

namespace EkDwar.Foundation.Yaml;

/// <summary>
/// Makes records of a tree, strictly: a key nobody knows, a value of another kind, nothing where something must stand is a
/// fault each, and what did not fit is left as the record has it. It remembers where everything came from.
/// </summary>
sealed class SheetReader(FileFaults faults)
{
    readonly Dictionary<object, (YamlNode Node, YamlPlace At)> sources = new(ReferenceEqualityComparer.Instance);
    readonly List<(string Key, LocalText Text)> texts = [];
    readonly HashSet<(object Owner, string Key)> told = [];

    public FileFaults Faults => faults;

    /// <summary>Every text in languages, with its key, in the file's order.</summary>
    public IReadOnlyList<(string Key, LocalText Text)> Texts => texts;

    /// <summary>Where a record, text or list came from: the place of its key, or its own in a list. Null for one the file does not have.</summary>
    public (YamlNode Node, YamlPlace At)? Source(object made) => sources.TryGetValue(made, out var source) ? source : null;

    /// <summary>What a key holds, or should, has a fault. False when it had one already.</summary>
    public bool Tell(object owner, string key) => told.Add((owner, key));

    /// <summary>Null after telling why there is nothing.</summary>
    public object? Read(Type type, YamlNode node, YamlPlace at, string key)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(Written)) return Written.Of(node);
        if (type == typeof(OneOrMore)) return Words(node, at, key);
        if (SheetValues.Has(type)) return SheetValues.Read(type, node, key, faults);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>)) return List(type, node, at, key);
        if (typeof(IDictionary).IsAssignableFrom(type)) return Dictionary(type, node, at, key);
        return Record(type, node, at, key);
    }

    object? Record(Type type, YamlNode node, YamlPlace at, string key)
    {
        if (Keys(node, key) is not { } map) return null;
        var shape = SheetShape.Of(type);
        var made = shape.Make();
        sources[made] = (map, at);
        foreach (var entry in map.Entries)
        {
            if (shape.Find(entry.Key) is not { } property) Unknown(made, shape, map, entry);
            else if (Read(property.PropertyType, entry.Value, entry.At, entry.Key) is { } value)
            {
                property.SetValue(made, value);
                // Of a list whose entries were all refused nobody need hear that it is empty.
                if (value is ICollection { Count: 0 } && entry.Value is YamlList { Items.Count: > 0 } or YamlMap { Entries.Count: > 0 }) told.Add((made, entry.Key));
            }
            else told.Add((made, entry.Key));
        }
        return made;
    }

    void Unknown(object made, SheetShape shape, YamlMap map, YamlEntry entry)
    {
        var missing = shape.Keys.Where(key => map.Find(key) is null).ToList();
        var meant = Nearest.To(entry.Key, missing);
        // A key that is only misspelt is not missing besides.
        if (meant is not null) told.Add((made, meant));
        faults.Add(entry.At, $"{FileFaults.Quote(entry.Key)} is not a key here", meant is null ? $"take it out; the keys are {string.Join(", ", shape.Keys)}" : $"write '{meant}'");
    }

    IList? List(Type type, YamlNode node, YamlPlace at, string key)
    {
        if (node is not YamlList rows)
        {
            if (node is not YamlRefused) faults.Add(node.At, $"'{key}' is a list, not {node.Named}", "write each entry on a line of its own with '- ' before it, or all in [square brackets]");
            return null;
        }
        var list = (IList)Activator.CreateInstance(type)!;
        var made = new List<YamlNode>();
        foreach (var row in rows.Items)
        {
            if (Read(type.GenericTypeArguments[0], row, row.At, key) is not { } item) continue;
            list.Add(item);
            made.Add(row);
        }
        // Only what was read, so that the places fit the entries.
        sources[list] = (new YamlList(rows.At, made), at);
        return list;
    }

    OneOrMore? Words(YamlNode node, YamlPlace at, string key)
    {
        if (node is not YamlList) return SheetValues.Read(typeof(string), node, key, faults) is string one ? Kept(new([one]), (node, node.At)) : null;
        return List(typeof(List<string>), node, at, key) is List<string> words ? Kept(new(words), sources[words]) : null;
    }

    OneOrMore Kept(OneOrMore made, (YamlNode Node, YamlPlace At) source)
    {
        sources[made] = source;
        return made;
    }

    IDictionary? Dictionary(Type type, YamlNode node, YamlPlace at, string key)
    {
        if (Keys(node, key) is not { } map) return null;
        var made = (IDictionary)Activator.CreateInstance(type)!;
        var ofWhat = type == typeof(LocalText) ? typeof(string) : type.GenericTypeArguments[1];
        sources[made] = (map, at);
        if (made is LocalText text) texts.Add((key, text));
        foreach (var entry in map.Entries)
        {
            if (type == typeof(LocalText) && !LanguageCode.TryParse(entry.Key, out _)) UnknownLanguage(made, map, entry);
            else if (Read(ofWhat, entry.Value, entry.At, entry.Key) is { } value) made[entry.Key] = value;
            else told.Add((made, entry.Key));
        }
        return made;
    }

    void UnknownLanguage(object made, YamlMap map, YamlEntry entry)
    {
        var missing = LanguageCode.All.Select(language => language.Code).Where(code => map.Find(code) is null).ToList();
        if (Nearest.To(entry.Key, missing) is { } meant) told.Add((made, meant));
        // A comma in braces ends a text that has no quotation marks.
        var mend = entry.Value is YamlValue { IsNothing: true } ? "if it belongs to the text before it, put that text in quotation marks" : Nearest.Mend(entry.Key, missing);
        faults.Add(entry.At, $"{FileFaults.Quote(entry.Key)} is not one of our languages", mend);
    }

    YamlMap? Keys(YamlNode node, string key)
    {
        if (node is YamlMap map) return map;
        if (node is not YamlRefused) faults.Add(node.At, $"'{key}' holds keys of its own, not {node.Named}", "write each key on a line of its own, further to the right");
        return null;
    }
}
