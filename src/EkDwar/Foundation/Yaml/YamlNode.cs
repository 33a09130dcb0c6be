namespace EkDwar.Foundation.Yaml;

/// <summary>A part of a data file as it was written, with its place: a value, a list, or keys with what they hold.</summary>
abstract class YamlNode(YamlPlace at)
{
    public YamlPlace At => at;

    /// <summary>What it is, in a sentence.</summary>
    public abstract string Named { get; }
}

sealed class YamlValue(YamlPlace at, string text, bool isPlain) : YamlNode(at)
{
    public string Text => text;

    /// <summary>Without quotation marks.</summary>
    public bool IsPlain => isPlain;

    public bool IsNothing => isPlain && (text is "" or "~" or "null");

    public override string Named => IsNothing ? "nothing" : FileFaults.Quote(text);
}

sealed class YamlList(YamlPlace at, IReadOnlyList<YamlNode> items) : YamlNode(at)
{
    public IReadOnlyList<YamlNode> Items => items;

    public override string Named => "a list";
}

sealed class YamlMap(YamlPlace at, IReadOnlyList<YamlEntry> entries) : YamlNode(at)
{
    // Most have a few keys, for which looking through them is quicker than an index.
    const int Few = 8;

    Dictionary<string, YamlEntry>? byKey;

    public IReadOnlyList<YamlEntry> Entries => entries;

    public YamlEntry? Find(string key)
    {
        if (entries.Count > Few) return (byKey ??= entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal)).GetValueOrDefault(key);
        foreach (var entry in entries)
            if (entry.Key == key) return entry;
        return null;
    }

    public override string Named => "keys of its own";
}

/// <summary>Something that has been told already, such as a reference to an anchor: nobody tells it again.</summary>
sealed class YamlRefused(YamlPlace at) : YamlNode(at)
{
    public override string Named => "that";
}

/// <summary>A key, where it stands, and what it holds.</summary>
sealed record YamlEntry(string Key, YamlPlace At, YamlNode Value);
