using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace EkDwar.Foundation.Languages;

/// <summary>
/// What the house says to people, from one Texts.json per room: key → the four languages. Values in braces,
/// <c>{name}</c>, are replaced as plain text: encoding is the page's task. A missing key is a bug and shows as [key].
/// </summary>
public static class Texts
{
    static readonly FrozenDictionary<string, LocalText> All = Load();

    public static IEnumerable<KeyValuePair<string, LocalText>> Every => All;

    public static bool Has(string key) => All.ContainsKey(key);

    public static string Get(LanguageCode language, string key) =>
        All.TryGetValue(key, out var text) ? text.In(language) : $"[{key}]";

    public static string Get(LanguageCode language, string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = Get(language, key);
        foreach (var (name, value) in values) text = text.Replace("{" + name + "}", value, StringComparison.Ordinal);
        return text;
    }

    static FrozenDictionary<string, LocalText> Load()
    {
        var all = new Dictionary<string, LocalText>(StringComparer.Ordinal);
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith("Texts.json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var json = JsonDocument.Parse(stream);
            foreach (var entry in json.RootElement.EnumerateObject())
            {
                var text = new LocalText();
                foreach (var language in entry.Value.EnumerateObject()) text[language.Name] = language.Value.GetString()!;
                all.Add(entry.Name, text);
            }
        }
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
