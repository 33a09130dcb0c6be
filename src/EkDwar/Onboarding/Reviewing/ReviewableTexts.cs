using EkDwar.Catalogue;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Onboarding.Reviewing;

/// <summary>Words in one language that somebody reads, with the hash by which a review knows them again, and where they stand first.</summary>
public sealed record ReviewableText(string Sha256, LanguageCode Language, string Words, string Where);

/// <summary>
/// Every text that a review can be of: all that stands by language in the YAML files of a state (services with their
/// synonyms, the state, its act, calendar and places), and all that the house says itself. The same words twice are one
/// text. Not in it: the names in a state's table of places, and the registered text messages, which are the house's words.
/// </summary>
public static class ReviewableTexts
{
    public static IReadOnlyList<ReviewableText> OfState(string folder) => Each(Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
        .SelectMany(file => Within(Sheets.Open<Dictionary<string, Written>>(file, Sheets.Named(file)).Value, Path.GetFileName(file) + ":")));

    public static IReadOnlyList<ReviewableText> OfTheHouse() =>
        Each(Texts.Every.OrderBy(text => text.Key, StringComparer.Ordinal).SelectMany(text => text.Value.Select(words => (words.Key, words.Value, text.Key))));

    /// <summary>Keys that are all languages hold a text, or of each language the words by which people look for something.</summary>
    static IEnumerable<(string Language, string Words, string Where)> Within(IReadOnlyDictionary<string, Written> keys, string where)
    {
        if (keys.Count > 0 && keys.Keys.All(key => LanguageCode.TryParse(key, out _)))
            return keys.Where(one => one.Value.Keys.Count == 0).Select(one => (one.Key, one.Value.Text ?? string.Join(", ", one.Value.List.Select(word => word.Text)), where));
        return keys.SelectMany(one => Within(one.Value, $"{where} {one.Key}"));
    }

    static IEnumerable<(string Language, string Words, string Where)> Within(Written written, string where) =>
        Within(written.Keys, where).Concat(written.List.SelectMany((entry, at) => Within(entry, $"{where} {at + 1}")));

    static IReadOnlyList<ReviewableText> Each(IEnumerable<(string Language, string Words, string Where)> texts) =>
        [.. texts.Where(text => !string.IsNullOrWhiteSpace(text.Words)).Select(text => new ReviewableText(ServiceFile.Sha256(text.Words), LanguageCode.Parse(text.Language), text.Words, text.Where)).DistinctBy(text => (text.Sha256, text.Language))];
}
