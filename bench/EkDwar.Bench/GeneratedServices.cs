using System.Text.RegularExpressions;

namespace EkDwar.Bench;

/// <summary>
/// A state's folder with as many services as wanted: a real file of this repository each, under another id, with its names
/// and its questions' ids varied so that no two are alike, and longer than the real one. Files that name each other (a paper
/// is had by one, another renews it) are varied together, and go on naming each other.
/// </summary>
static partial class GeneratedServices
{
    /// <summary>Two plain ones, and one for each thing more that a file may say: forms, messages and stages side by side; a licence and a fee by rule; a sanction; a register; parties; slabs.</summary>
    static readonly string[] Kinds =
    [
        "income-certificate", "senior-citizen-certificate", "cultural-programme-licence", "trade-licence", "old-age-pension", "digital-712-extract", "marriage-registration-village", "solvency-certificate",
    ];

    static readonly string[] OfTheState = ["state.yaml", "places.yaml", "places.csv", "act.yaml", "calendar.yaml"];

    /// <summary>The real services varied: those kinds, and all that they name, and what those name.</summary>
    public static List<string> Originals(string services)
    {
        var state = Path.Combine(services, "mh");
        var found = Kinds.ToList();
        for (var at = 0; at < found.Count; at++)
            found.AddRange(Slug().Matches(File.ReadAllText(Path.Combine(state, found[at] + ".yaml"))).Select(word => word.Value).Distinct()
                .Where(word => !found.Contains(word) && File.Exists(Path.Combine(state, word + ".yaml"))).ToList());
        return found;
    }

    /// <summary>Writes them into a new folder, and gives the folder of states. There are never fewer than originals: each is needed by another.</summary>
    public static string Write(string services, string folder, int count)
    {
        var (source, state) = (Path.Combine(services, "mh"), Directory.CreateDirectory(Path.Combine(folder, "mh")).FullName);
        foreach (var own in OfTheState) File.Copy(Path.Combine(source, own), Path.Combine(state, own), overwrite: true);
        var originals = Originals(services);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, originals.Count);
        var texts = originals.Select(name => File.ReadAllText(Path.Combine(source, name + ".yaml"))).ToList();
        var links = OneOf(originals);
        for (var number = 0; number < count; number++)
        {
            var group = number / originals.Count;
            // The last group may be cut short: what it lacks, the first has.
            string Called(Match name) => $"{name.Value}-{(group * originals.Count + originals.IndexOf(name.Value) < count ? group : 0)}";
            File.WriteAllText(Path.Combine(state, $"{originals[number % originals.Count]}-{group}.yaml"), links.Replace(Varied(texts[number % originals.Count], group), Called));
        }
        File.WriteAllText(Path.Combine(state, "sms.yaml"), Registered(File.ReadAllText(Path.Combine(source, "sms.yaml")), originals, count));
        return folder;
    }

    static string Varied(string text, int group)
    {
        var lines = text.Split('\n').ToList();
        var key = "";
        for (var at = 0; at < lines.Count; at++)
        {
            if (TopKey().Match(lines[at]) is { Success: true } top) key = top.Value;
            if (key is "names:" or "department:" or "summary:" && lines[at].StartsWith("  en: ", StringComparison.Ordinal)) lines[at] = Longer(lines[at], $", {group}");
        }
        Ask(lines, group);
        return Renamed(string.Join('\n', lines), group);
    }

    static string Longer(string line, string by) => line.EndsWith('"') ? line[..^1] + by + '"' : line + by;

    /// <summary>Each asks more than the original, with a rule, as the longest real ones will: before the declaration, where there is one, or last.</summary>
    static void Ask(List<string> lines, int group)
    {
        var asked = lines.IndexOf("questions:");
        var end = lines.FindIndex(asked + 1, line => TopKey().IsMatch(line));
        var last = lines.FindIndex(asked, end - asked, line => line == "  - id: declaration");
        var first = lines.FindIndex(asked, end - asked, line => line == "  - id: born_on") < 0 ? "" : $"    when: born_on < @\"{1950 + group % 50}-01-01\"\n";
        var more = string.Concat(Enumerable.Range(1, 4).Select(one => Question(group, one, one == 1 ? first : $"    when: more_{one - 1} in (\"one\", \"two\")\n")));
        lines.InsertRange(last < 0 ? end : last, more.TrimEnd('\n').Split('\n'));
    }

    static string Question(int group, int one, string when) => $$"""
          - id: more_{{one}}
            type: choice
        {{when}}    label: {mr: आणखी प्रश्न {{group}}, en: "Another question, {{group}}", hi: एक और सवाल {{group}}, pa: ਇੱਕ ਹੋਰ ਸਵਾਲ {{group}}}
            options:
              - code: one
                names: {mr: पहिला, en: The first, hi: पहला, pa: ਪਹਿਲਾ}
              - code: two
                names: {mr: दुसरा, en: The second, hi: दूसरा, pa: ਦੂਜਾ}
              - code: three
                names: {mr: तिसरा, en: The third, hi: तीसरा, pa: ਤੀਜਾ}

        """;

    /// <summary>Whatever has an id of several words, which no sentence has, is called otherwise wherever it is read; not where a key of the language is called so.</summary>
    static string Renamed(string text, int group)
    {
        var untested = text.IndexOf("\ntests:\n", StringComparison.Ordinal) is > 0 and var at ? text[..at] : text;
        var ids = QuestionId().Matches(untested).Select(one => one.Groups[1].Value).Where(id => !Regex.IsMatch(untested, $@"(?<!\w){id}:")).ToList();
        return OneOf(ids).Replace(text, id => $"{id.Value}_{group}");
    }

    /// <summary>The register with what the originals' own messages are registered as, again for each copy under a number of its own.</summary>
    static string Registered(string register, List<string> originals, int count)
    {
        var texts = register.Split("  - text: ");
        // The first is what stands above all texts; behind the last stands more of the register.
        var all = new List<string> { texts[0] };
        foreach (var own in texts[1..^1].Where(text => OwnText().Match(text) is { Success: true } of && originals.Contains(of.Groups[1].Value)))
        {
            var name = OwnText().Match(own).Groups[1].Value;
            for (var group = 0; group * originals.Count + originals.IndexOf(name) < count; group++)
                all.Add(TemplateId().Replace(own, id => $"{id.Groups[1].Value}{group + 1:D6}").Replace($"    service: {name}\n", $"    service: {name}-{group}\n"));
        }
        all.AddRange(texts[1..]);
        return string.Join("  - text: ", all);
    }

    static Regex OneOf(IEnumerable<string> words) => new($@"(?<![\w-])(?:{string.Join('|', words.OrderByDescending(word => word.Length).Select(Regex.Escape))})(?![\w-])");

    [GeneratedRegex("[a-z0-9]+(?:-[a-z0-9]+)+")]
    private static partial Regex Slug();

    [GeneratedRegex(@"^[a-z_]+:")]
    private static partial Regex TopKey();

    [GeneratedRegex(@"(?m)^  - id: ([a-z0-9]+(?:_[a-z0-9]+)+)$")]
    private static partial Regex QuestionId();

    [GeneratedRegex(@"(?m)^    service: (\S+)$")]
    private static partial Regex OwnText();

    // The operators' number, of 19 digits, and MSG91's, of 24: the six behind what both start with are zeros.
    [GeneratedRegex("(?<=\")(110727|e027)0{6}")]
    private static partial Regex TemplateId();
}
