using EkDwar.Catalogue;
using EkDwar.Foundation.Languages;
using EkDwar.Notifying.Sms;

namespace EkDwar.Notifying.Broadcasts;

/// <summary>The words of a broadcast: a registered text with a service, a place and days in it, and nothing anybody typed.</summary>
public static class BroadcastWords
{
    const int LongestName = 24;

    /// <summary>How templates of broadcasts begin.</summary>
    public const string Prefix = "Broadcast";

    /// <summary>The text it is said with: one for one day, another for several.</summary>
    public static string Template(BroadcastKind kind, DateOnly from, DateOnly until) => $"{Prefix}{kind}{(from == until ? "" : "_days")}";

    /// <param name="service">null for whatever the office offers</param>
    public static LocalText Of(BroadcastKind kind, LocalText place, LocalText? service, DateOnly from, DateOnly until)
    {
        var words = new LocalText();
        foreach (var language in LanguageCode.All)
            words[language.Code] = Texts.Get(language, "notifying." + Template(kind, from, until), ("place", PlainValue.Of(place.In(language))),
                ("service", PlainValue.Of(service?.In(language) ?? Texts.Get(language, "notifying.broadcasts.every_service"))), ("due", LongDate.Of(from, language)), ("until", LongDate.Of(until, language)));
        return words;
    }

    /// <summary>Whether a name fits the place the registered text has for it, in every language.</summary>
    public static bool Fits(LocalText name) => LanguageCode.All.All(language => PlainValue.Of(name.In(language)).Length is > 0 and <= LongestName);

    /// <summary>Whether each of the words is as long as may leave at most.</summary>
    public static bool MayLeave(LocalText words) => words.Values.All(text => ShortMessage.Segments(text) <= ShortMessage.Most);
}
