using EkDwar.Catalogue.Texting;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>A service's own messages: about a known event, each once, naming the application and nothing that is not known then, and short enough to be sent.</summary>
static class MessageCheck
{
    // As long as any reference.
    const string Reference = "MH7KQ42M9TXB3WC";

    public static void Run(Sheet<ServiceDefinition> sheet)
    {
        var first = new Dictionary<string, EventMessage>(StringComparer.Ordinal);
        foreach (var message in sheet.Value.Messages)
        {
            if (!sheet.Needs(EventMessage.Events.Contains(message.Event), message, "event", $"{FileFaults.Quote(message.Event)} is no event that is told", $"{Nearest.Mend(message.Event, EventMessage.Events)}")) continue;
            if (!first.TryAdd(message.Event, message))
                sheet.Needs(false, message, "event", $"{FileFaults.Quote(message.Event)} has its message in line {sheet.At(first[message.Event], "event").Line} already", "keep one of them");
            sheet.Needs(message.Says.Count > 0, message, "says", $"the message {FileFaults.Quote(message.Event)} says nothing", "write what the applicant reads");
            foreach (var language in message.Says.Keys) Said(sheet, message, language);
        }
    }

    static void Said(Sheet<ServiceDefinition> sheet, EventMessage message, string language)
    {
        var (says, words, known) = (message.Says, message.Says[language], EventMessage.Fields(message.Event));
        for (var open = words.IndexOf('{'); open >= 0; open = words.IndexOf('{', open + 1))
        {
            var close = words.IndexOf('}', open);
            var name = close < 0 ? "" : words[(open + 1)..close];
            if (known.Contains(name)) continue;
            sheet.Faults.Add(sheet.Inside(says, language, 1, open + 2), close < 0 ? "this brace has no other" : $"{FileFaults.Quote(name)} is not known when {FileFaults.Quote(message.Event)} happens",
                Nearest.Mend(name, [.. known]));
            return;
        }
        sheet.Needs(words.Contains($"{{{EventMessage.Reference}}}", StringComparison.Ordinal), says, language, "this message does not say which application it is about", $"write {{{EventMessage.Reference}}} into it");
        if (!LanguageCode.TryParse(language, out var code) || message.In(code, sheet.Value.ShortNames.In(code), Reference, LongestText.Date(code)) is not { } sent) return;
        var segments = ShortMessage.Segments(sent);
        sheet.Needs(segments <= ShortMessage.Most, says, language, $"this message takes {segments} text messages with its longest date, {sent.Length} characters", $"shorten it to {ShortMessage.Most}: 306 plain Latin characters, or 134 in other letters");
    }
}
