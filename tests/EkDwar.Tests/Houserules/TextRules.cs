using System.Text.Json;
using System.Text.RegularExpressions;

namespace EkDwar.Tests.Houserules;

/// <summary>What the house says to people: in four languages, under keys that are used and exist.</summary>
static partial class TextRules
{
    public static readonly string[] Languages = ["en", "mr", "hi", "pa"];

    /// <summary>Faults of one Texts.json, where <paramref name="name"/> says which.</summary>
    public static IEnumerable<string> Faults(string name, string json)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var entry in document.RootElement.EnumerateObject())
        {
            var texts = entry.Value.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString() ?? "");
            foreach (var language in Languages.Where(language => !texts.TryGetValue(language, out var text) || string.IsNullOrWhiteSpace(text)))
                yield return $"{name} {entry.Name} has no {language}";
            foreach (var (language, text) in texts)
                if (Languages.Contains(language) && !Blanks(text).SetEquals(Blanks(texts.GetValueOrDefault("en", ""))))
                    yield return $"{name} {entry.Name} has other {{blanks}} in {language} than in en";
        }
    }

    public static IEnumerable<string> Keys(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject().Select(entry => entry.Name)];
    }

    /// <summary>Keys written in code or pages that no Texts.json has. A text's key starts with the name of a room that has texts.</summary>
    public static IEnumerable<string> Missing(IReadOnlyList<SourceFile> files, IReadOnlySet<string> keys)
    {
        var rooms = keys.Select(First).Concat(files.Select(file => file.Room.ToLowerInvariant()).Where(room => room != "")).ToHashSet();
        return (from file in files
                from Match match in Literal().Matches(file.Text)
                let key = match.Groups[1].Value
                where rooms.Contains(First(key)) && !IsStart(match) && !FileName().IsMatch(key) && !keys.Contains(key)
                select $"{file.Path} {key}").Distinct();
    }

    /// <summary>Links to a file whose words hide what it is: its kind always; its size where it lies stored, as certificates do, and is not made when it is asked for.</summary>
    public static IEnumerable<string> Unsaid(IReadOnlyList<SourceFile> files, IEnumerable<string> jsons)
    {
        var texts = jsons.SelectMany(json => JsonDocument.Parse(json).RootElement.EnumerateObject()).ToDictionary(entry => entry.Name, entry => entry.Value.EnumerateObject().Select(text => text.Value.GetString()!).ToList());
        foreach (var file in files.Where(file => file.IsMarkup))
            foreach (Match link in FileLink().Matches(file.Text))
            {
                var (key, kind) = (link.Groups[3].Value, link.Groups[2].Value.ToUpperInvariant());
                if (!texts[key].TrueForAll(text => text.Contains(kind, StringComparison.Ordinal))) yield return $"{file.Path}: {key} says no {kind}";
                else if (link.Groups[1].Value.Contains("certificate", StringComparison.Ordinal) && !texts[key].TrueForAll(text => text.Contains("{size}", StringComparison.Ordinal))) yield return $"{file.Path}: {key} says no size";
            }
    }

    /// <summary>Keys nobody writes, whole or by a beginning to which code adds the rest.</summary>
    public static IEnumerable<string> Unused(IReadOnlyList<SourceFile> files, IReadOnlySet<string> keys, IReadOnlyCollection<string> computed)
    {
        var written = files.SelectMany(file => Literal().Matches(file.Text)).ToList();
        var whole = written.Select(match => match.Groups[1].Value).ToHashSet();
        // A beginning counts when it says more than the room: "applying." alone would excuse every key of Applying.
        var beginnings = written.Where(IsStart).Select(match => match.Groups[1].Value).Where(start => start.TrimEnd('.', '-', '_').Contains('.')).Concat(computed).ToList();
        return keys.Where(key => !whole.Contains(key) && !beginnings.Any(start => key.StartsWith(start, StringComparison.Ordinal)) && !IsPutTogether(files, key)).Order(StringComparer.Ordinal);
    }

    /// <summary>One file writes the room with its dot, and the rest of the key as a word of its own.</summary>
    static bool IsPutTogether(IReadOnlyList<SourceFile> files, string key)
    {
        string room = $"\"{First(key)}.\"", rest = $"\"{key[(key.IndexOf('.') + 1)..]}\"";
        return files.Any(file => file.Text.Contains(room, StringComparison.Ordinal) && file.Text.Contains(rest, StringComparison.Ordinal));
    }

    static bool IsStart(Match literal) => literal.Groups[2].Value == "{" || literal.Groups[1].Value[^1] is '.' or '-' or '_';

    static string First(string key) => key[..key.IndexOf('.')];

    static HashSet<string> Blanks(string text) => [.. Blank().Matches(text).Select(match => match.Value)];

    [GeneratedRegex("""
        "([a-z]+\.[a-z0-9._-]*)(["{])
        """)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\.(yaml|json|html|css|db|log|pdf)$")]
    private static partial Regex FileName();

    [GeneratedRegex("""href="([^>\n]*)\.(pdf|csv)\b[^>\n]*>@T\["([^"]+)""")]
    private static partial Regex FileLink();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Blank();
}
