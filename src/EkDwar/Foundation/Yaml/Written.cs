namespace EkDwar.Foundation.Yaml;

/// <summary>
/// What a data file says under a key whose shape the reader does not know: a text, a list or keys of its own. It is for
/// whoever knows what stands there; nothing is taken for a number, a date or true.
/// </summary>
public sealed class Written
{
    Written()
    {
    }

    public string? Text { get; private init; }
    public IReadOnlyList<Written> List { get; private init; } = [];
    public IReadOnlyDictionary<string, Written> Keys { get; private init; } = new Dictionary<string, Written>();

    internal static Written Of(YamlNode node) => node switch
    {
        YamlValue value => new() { Text = value.Text },
        YamlList list => new() { List = [.. list.Items.Select(Of)] },
        YamlMap map => new() { Keys = map.Entries.ToDictionary(entry => entry.Key, entry => Of(entry.Value), StringComparer.Ordinal) },
        _ => new(),
    };
}
