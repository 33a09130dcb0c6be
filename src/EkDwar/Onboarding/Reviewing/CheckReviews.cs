using System.Text;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Onboarding.Reviewing;

/// <summary>How the texts of a state, or of the house, stand in one language: how many were reviewed as they are now, how many not, and how many reviews are of words that stand nowhere any more.</summary>
public sealed record ReviewedLanguage(string Where, LanguageCode Language, int Reviewed, int Unreviewed, int Stale);

/// <summary>
/// Use case: says how many texts native speakers have reviewed, language by language, and lists those that wait for it. It
/// reads files and nothing else: of each state <c>reviews.csv</c> in its folder, of the house the one beside the states'.
/// </summary>
public sealed class CheckReviews(DataFolders folders)
{
    /// <summary>What the house says itself, among the names of states.</summary>
    public const string House = "house";

    public IReadOnlyList<string> Places => [House, .. folders.States];

    /// <summary>Everything that is wrong with the tables themselves.</summary>
    public IReadOnlyList<FileFault> Faults => [.. Places.SelectMany(place => File(place).Faults)];

    public IReadOnlyList<ReviewedLanguage> Run() => [.. Places.SelectMany(place => Of(place, TextsOf(place), File(place).Reviews))];

    /// <summary>The texts in a language that nobody has reviewed, as lines of the table whose reviewer and day are blank.</summary>
    public string Waiting(string place, LanguageCode language)
    {
        var reviewed = File(place).Reviews.Where(review => review.Language == language).Select(review => review.Sha256).ToHashSet(StringComparer.Ordinal);
        var lines = new StringBuilder().Append(string.Join(',', [.. ReviewFile.Columns, .. ReviewFile.ForTheEye])).Append('\n');
        foreach (var text in TextsOf(place).Where(text => text.Language == language && !reviewed.Contains(text.Sha256)))
            lines.Append($"{text.Sha256},{language.Code},,,{Quoted(text.Words)},{Quoted(text.Where)}\n");
        return lines.ToString();
    }

    /// <summary>Pure: the texts held against the reviews.</summary>
    public static IReadOnlyList<ReviewedLanguage> Of(string place, IReadOnlyList<ReviewableText> texts, IReadOnlyList<TextReview> reviews)
    {
        var there = texts.Select(text => (text.Sha256, text.Language)).ToHashSet();
        var reviewed = reviews.Select(review => (review.Sha256, review.Language)).ToHashSet();
        return [.. LanguageCode.All.Select(language =>
        {
            int In(IEnumerable<(string Sha256, LanguageCode Language)> some) => some.Count(one => one.Language == language);
            return new ReviewedLanguage(place, language, In(there.Intersect(reviewed)), In(there.Except(reviewed)), In(reviewed.Except(there)));
        })];
    }

    IReadOnlyList<ReviewableText> TextsOf(string place) => place == House ? ReviewableTexts.OfTheHouse() : ReviewableTexts.OfState(Path.Combine(folders.Services, place));

    ReviewFile File(string place) => ReviewFile.Open(place == House ? Path.Combine(folders.Services, ReviewFile.Name) : Path.Combine(folders.Services, place, ReviewFile.Name));

    static string Quoted(string text) => '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
