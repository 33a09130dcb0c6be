using EkDwar.Foundation.Languages;
using EkDwar.Places;

namespace EkDwar.Onboarding;

/// <summary>The history of a place in words: what it was called and where it lay in each spell, what it came out of, and what came out of it.</summary>
public static class PlaceHistoryLines
{
    public static IEnumerable<string> Of(PlaceTree tree, PlaceHistory place, LanguageCode language)
    {
        string Say(string key, params (string, string)[] values) => Texts.Get(language, "onboarding.history." + key, values);
        string On(DateOnly day) => LongDate.Of(day, language);
        string Called(string code, DateOnly day) => tree.Places.TryGetValue(code, out var other) ? $"{code} ({(other.On(day) ?? other.Last).Names.In(language)})" : code;

        yield return Say("place", ("code", place.Code), ("kind", place.Kind), ("census", place.CensusCode ?? "-"), ("lgd", place.LgdCode ?? "-"));
        foreach (var span in place.Spans)
            yield return Say("spell", ("from", span.FromOn == PlaceSpell.AsFarBackAsKnown ? Say("always") : On(span.FromOn)), ("until", span.UntilOn is { } until ? On(until) : Say("still")),
                ("name", span.Names.In(language)), ("parent", span.Parent is null ? "-" : Called(span.Parent, span.FromOn)));
        // An origin is named as it was called on its last day before.
        foreach (var (code, on) in place.CameFrom) yield return Say("came", ("date", On(on)), ("other", Called(code, on.AddDays(-1))));
        foreach (var (code, on) in place.Became) yield return Say("became", ("date", On(on)), ("other", Called(code, on)));
        if (place.CameFrom.Count == 0 && place.Became.Count == 0) yield return Say("alone");
    }
}
