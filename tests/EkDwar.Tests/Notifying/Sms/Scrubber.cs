using System.Text.RegularExpressions;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Notifying.Sms;

/// <summary>What every operator's scrubbing does (TRAI): a message is of this entity and header, under a template's number, and is that template to the letter. It reads the state's file by itself and knows nothing of the house's own reading.</summary>
sealed partial class Scrubber
{
    readonly Dictionary<string, (string Body, Regex Is)> templates;

    public Scrubber(string state)
    {
        var text = Repository.Text($"services/{state}/sms.yaml");
        Entity = Regex.Match(text, @"^entity: ""(\d+)""", RegexOptions.Multiline).Groups[1].Value;
        Header = Regex.Match(text, "^header: ([A-Z]+)", RegexOptions.Multiline).Groups[1].Value;
        templates = Line().Matches(text).ToDictionary(line => line.Groups["id"].Value, line => (line.Groups["body"].Value, Is(line.Groups["body"].Value)));
        Flows = Line().Matches(text).ToDictionary(line => line.Groups["flow"].Value, line => line.Groups["body"].Value);
    }

    public string Entity { get; }
    public string Header { get; }

    /// <summary>What MSG91 calls the same templates.</summary>
    public IReadOnlyDictionary<string, string> Flows { get; }

    public bool Knows(string template) => templates.ContainsKey(template);

    public bool Passes(string template, string text) => templates.TryGetValue(template, out var known) && known.Is.IsMatch(text);

    // Of a template's parts only the tags are no fixed words.
    static Regex Is(string body) => new("^" + string.Concat(Tag().Split(body).Select(part => part switch
    {
        "{#numeric#}" => "[0-9]+",
        "{#alphanumeric#}" => @"[^!-/:-@\[-`{-~₹।.\r\n]{1,40}?",
        "{#url#}" => @"https://ekdwar\.[a-z]+\.example/\S+",
        _ => Regex.Escape(part),
    })) + "$");

    [GeneratedRegex(@"\{id: ""(?<id>\d+)"", msg91: ""(?<flow>\w+)"",.*body: ""(?<body>.*)""\}")]
    private static partial Regex Line();

    [GeneratedRegex(@"(\{#\w+#\})")]
    private static partial Regex Tag();
}

/// <summary>A message that a simulated gateway took.</summary>
sealed record Taken(string Id, string To, string Text, string Template);
