namespace EkDwar.Bench;

/// <summary>
/// A state's folder with as many services as wanted: a real file of this repository each, under another id, with its texts
/// and its questions' ids varied so that no two are alike, and as long as the real one or longer.
/// </summary>
static class GeneratedServices
{
    static readonly string[] Originals = ["income-certificate", "senior-citizen-certificate"];

    /// <summary>Writes them into a new folder, and gives the folder of states.</summary>
    public static string Write(string services, string folder, int count)
    {
        var state = Directory.CreateDirectory(Path.Combine(folder, "mh")).FullName;
        foreach (var own in (string[])["state.yaml", "places.yaml", "places.csv", "act.yaml", "calendar.yaml"]) File.Copy(Path.Combine(services, "mh", own), Path.Combine(state, own), overwrite: true);
        var originals = Originals.Select(name => (Name: name, Text: File.ReadAllText(Path.Combine(services, "mh", name + ".yaml")))).ToList();
        for (var number = 0; number < count; number++)
        {
            var (name, text) = originals[number % originals.Count];
            File.WriteAllText(Path.Combine(state, $"{name}-{number}.yaml"), Varied(text, name, number));
        }
        return folder;
    }

    static string Varied(string text, string name, int number) => text
        .Replace($"id: {name}\n", $"id: {name}-{number}\n")
        .Replace("  en: Revenue and Forest Department", $"  en: Revenue and Forest Department, section {number}")
        .Replace("{address}", $"{{address_{number}}}").Replace("- id: address\n", $"- id: address_{number}\n")
        .Replace("      service: birth-certificate-village\n", $"      service: {name}-{number}\n")
        // The tests the original has of itself stay, of the same question.
        .Replace("      address: ", $"      address_{number}: ").Replace(", address, ", $", address_{number}, ")
        // Each asks more than the original, with a rule, as the longest real ones will.
        .Replace("  - id: declaration\n", string.Concat(Enumerable.Range(1, 4).Select(more => Question(number, more))) + "  - id: declaration\n");

    static string Question(int number, int more) => $$"""
          - id: more_{{number}}_{{more}}
            type: choice
            when: born_on < @"{{1950 + number % 50}}-01-01"{{(more == 1 ? "" : $" and more_{number}_{more - 1} in (\"one\", \"two\")")}}
            label: {mr: आणखी प्रश्न {{number}}, en: "Another question, {{number}}", hi: एक और सवाल {{number}}, pa: ਇੱਕ ਹੋਰ ਸਵਾਲ {{number}}}
            options:
              - code: one
                names: {mr: पहिला, en: The first, hi: पहला, pa: ਪਹਿਲਾ}
              - code: two
                names: {mr: दुसरा, en: The second, hi: दूसरा, pa: ਦੂਜਾ}
              - code: three
                names: {mr: तिसरा, en: The third, hi: तीसरा, pa: ਤੀਜਾ}

        """;
}
