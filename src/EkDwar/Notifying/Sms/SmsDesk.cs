using EkDwar.Catalogue;
using EkDwar.Catalogue.Texting;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.Places;

namespace EkDwar.Notifying.Sms;

/// <summary>A message as it may leave: the words, under which number they were registered, and the values in them in order.</summary>
public sealed record ReadyText(string Text, LanguageCode Language, RegisteredBody Body, IReadOnlyList<string> Values)
{
    public int Segments => ShortMessage.Segments(Text);

    /// <summary>Whether telephones need the wide alphabet for it: every script but the Latin.</summary>
    public bool IsWide => ShortMessage.IsWide(Text);
}

/// <summary>
/// What every message passes before a gateway sees it: it is a registered text to the letter, each value is what its tag
/// allows, it takes two text messages at most, and the day's caps leave room. Not registered in the language that was wanted,
/// it is said in the state's own, then in English.
/// </summary>
public sealed class SmsDesk(SmsPlaces places, SmsCaps caps, IReadOnlyDictionary<string, StateProfile> states, TimeProvider time)
{
    public int? Rank(Outgoing message, string gateway) => places.Rank(message, gateway);

    public SmsPlace Place(Outgoing message, string gateway) => places.Of(message.State, gateway) ?? throw new InvalidOperationException($"{gateway} carries nothing of '{message.State}'");

    /// <summary>Throws <see cref="NeverTaken"/> where it may not leave.</summary>
    public async Task<ReadyText> Ready(Outgoing message, SmsPlace place)
    {
        var ready = Worded(message, place);
        await caps.Allow(message, ready);
        return ready;
    }

    /// <summary>What is kept of a message that a gateway took.</summary>
    public Handed Taken(Outgoing message, ReadyText ready, string? providerId)
    {
        var purse = SmsCaps.PurseOf(message);
        caps.Spent(purse, ready.Segments);
        return new("sent") { ProviderId = providerId, Segments = ready.Segments, Purse = purse, Left = ready.Text == message.Text ? null : (ready.Text, ready.Language.Code) };
    }

    ReadyText Worded(Outgoing message, SmsPlace place)
    {
        var why = "not_registered";
        foreach (var language in Languages(message, place))
        {
            var said = language.Code == message.Language ? message.Text : message.TextIn!(language);
            // A service's own words that were not registered yet: better in the house's than not at all.
            foreach (var text in message.HouseTextIn is { } house ? [said, house(language)] : (string[])[said])
                foreach (var body in place.Register.Bodies(message.Template, message.Service, language, time.Today()))
                {
                    if (body.Pattern(place.Register.Domains).Values(text) is not { } values) why = "not_as_registered";
                    else if (ShortMessage.Segments(text) > ShortMessage.Most) why = "too_long";
                    else return new(text, language, body, values);
                }
        }
        throw new NeverTaken(why);
    }

    IEnumerable<LanguageCode> Languages(Outgoing message, SmsPlace place)
    {
        var wanted = LanguageCode.Parse(message.Language);
        return message.TextIn is null ? [wanted] : new[] { wanted, LanguageCode.Parse(states[place.State].Language), LanguageCode.English }.Distinct();
    }
}
