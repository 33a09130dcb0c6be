using System.Globalization;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Languages;

namespace EkDwar.Applying;

/// <summary>
/// How a place is asked for: one list where it is short, and otherwise first the district or taluka and then what lies in it,
/// in the same field, each step a page. An area that is chosen is no answer yet. It works without a script and keeps nothing.
/// </summary>
public sealed class PlaceAsking
{
    /// <summary>More than this in one list is divided, where there is anything to divide it by.</summary>
    const int Most = 60;

    PlaceAsking(Question question, AnswerFacts facts, string typed)
    {
        var all = facts.Offered(question).ToList();
        // Of an answer, its area; of an area chosen on the page before, that.
        var inside = facts.Places.TryGetValue(typed, out var known) && known.LiesIn.Contains(question.Within) ? known.LiesIn.Prepend(typed).ToHashSet() : [];
        while (all.Count > Most && Areas(all, facts) is { } areas)
        {
            if (areas.Find(area => inside.Contains(area.Key)) is not { } area)
            {
                (Choices, IsArea) = ([.. areas.Select(one => KeyValuePair.Create(one.Key, facts.Places[one.Key]))], true);
                return;
            }
            (Area, all) = (facts.Places[area.Key], [.. area]);
        }
        Choices = all;
    }

    /// <summary>The area whose places are listed; null where there is only one list, or an area is asked first.</summary>
    public PlaceChoice? Area { get; private set; }

    /// <summary>Whether what is listed are areas, to choose from first.</summary>
    public bool IsArea { get; }

    /// <summary>What is listed, by code.</summary>
    public IReadOnlyList<KeyValuePair<string, PlaceChoice>> Choices { get; }

    public static PlaceAsking Of(Question question, AnswerFacts facts, RawAnswer typed) => new(question, facts, typed[PartOf(question)]);

    /// <summary>In the order of the reader's alphabet.</summary>
    public IEnumerable<KeyValuePair<string, PlaceChoice>> InOrder(LanguageCode language) =>
        Choices.OrderBy(place => place.Value.Names.In(language), StringComparer.Create(new CultureInfo(language.Code + "-IN"), CompareOptions.None));

    /// <summary>Whether what was sent is an area, or the wish for another, so that the page is to be shown again with what lies in it.</summary>
    public static bool IsStep(Question question, AnswerFacts facts, RawAnswer typed) => question is { Type: "place" or "land_parcel", Within.Length: > 0 }
        && typed[PartOf(question)] is { Length: > 0 } code && !facts.Offers(question, code)
        && (code == question.Within || facts.Places.TryGetValue(code, out var area) && !area.IsOver && area.LiesIn.Contains(question.Within));

    static string PartOf(Question question) => question.Type == "land_parcel" ? "village" : "";

    /// <summary>The nearest kind of area in which all of them lie, and of which there are several but not too many; null when there is none.</summary>
    static List<IGrouping<string, KeyValuePair<string, PlaceChoice>>>? Areas(List<KeyValuePair<string, PlaceChoice>> all, AnswerFacts facts)
    {
        // An area of a kind in which all lie is above the first of them too.
        foreach (var kind in all[0].Value.LiesIn.Where(facts.Places.ContainsKey).Select(code => facts.Places[code].Kind).Distinct())
        {
            var areas = all.GroupBy(place => place.Value.LiesIn.FirstOrDefault(code => facts.Places.TryGetValue(code, out var area) && area.Kind == kind) ?? "").ToList();
            if (areas.Count is > 1 and <= Most && !areas.Exists(area => area.Key == "")) return areas;
        }
        return null;
    }
}
