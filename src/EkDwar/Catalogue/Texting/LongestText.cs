using EkDwar.Foundation.Languages;

namespace EkDwar.Catalogue.Texting;

/// <summary>
/// A text of the house as a message with every value as long as it can be: what is counted and compared before anything is
/// sent. Short names have 24 characters at most, references 15, amounts are below a crore.
/// </summary>
public static class LongestText
{
    const int Name = 24, Address = 70, Authority = 36;
    const string Reference = "MH7KQ42M9TXB3WC", Amount = "9999999.00", Code = "482913", Days = "120";

    /// <summary>The keys of Texts that are text messages, without their room: what is shown on pages and spoken is not among them.</summary>
    public static IEnumerable<string> Keys => Texts.Every.Select(entry => entry.Key).Where(key => key.StartsWith(Room, StringComparison.Ordinal)).Select(key => key[Room.Length..]).Where(IsMessage);

    const string Room = "notifying.";

    static bool IsMessage(string key) => char.IsAsciiLetterUpper(key[0]) || key is "consent_asked" or "visit_asked" || key.StartsWith("status_", StringComparison.Ordinal)
        || key.EndsWith("_code", StringComparison.Ordinal) && key is not "email_code";

    /// <summary>Null where the house has no such text.</summary>
    public static string? Of(string text, LanguageCode language, IReadOnlyList<string> domains) => Texts.Has(Room + text)
        ? Filled(Texts.Get(language, Room + text), language, domains) : null;

    /// <summary>The same of words that are not the house's: a service's own.</summary>
    public static string Filled(string words, LanguageCode language, IReadOnlyList<string> domains)
    {
        var name = new string(language.Code switch { "en" => 'a', "pa" => 'ਕ', _ => 'क' }, Name);
        var host = domains.MaxBy(domain => domain.Length) ?? "";
        foreach (var (blank, value) in ((string, string)[])[("service", name), ("party", name), ("place", name), ("instalment", name), ("reference", Reference), ("other", Reference),
            ("due", Date(language)), ("until", Date(language)), ("fee", Amount), ("amount", Amount), ("code", Code), ("days", Days), ("authority", name[0].ToString().PadRight(Authority, name[0])), ("link", $"https://{host}/".PadRight(Address, 'a'))])
            words = words.Replace($"{{{blank}}}", value, StringComparison.Ordinal);
        return words;
    }

    /// <summary>The longest of a year's dates.</summary>
    public static string Date(LanguageCode language) => Enumerable.Range(1, 12).Select(month => LongDate.Of(new(2026, month, 28), language)).MaxBy(date => date.Length)!;
}
