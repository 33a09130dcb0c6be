using EkDwar.Catalogue;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Onboarding.Reviewing;
using EkDwar.Tests.Foundation.Starting;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Onboarding.Reviewing;

/// <summary>A review is of words as they are: told per language, gone when they change, and worked on in a table.</summary>
public sealed class A_review_of_a_text : IDisposable
{
    const string Head = "sha256,language,reviewer,day\n", By = ",Savita Joshi,2026-03-02\n";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ekdwar-reviews-");

    public void Dispose() => folder.Delete(recursive: true);

    CheckReviews Reviews => new(new DataFolders(folder.FullName, folder.FullName));

    string Write(string file, string text)
    {
        var path = Path.Combine(folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A state with three texts in two languages, and words by which to look.</summary>
    void State(string marathi = "नाव") => Write("mh/state.yaml", $$"""
        code: mh
        names: {mr: "{{marathi}}", en: Name}
        topics:
          - names: {mr: घर, en: Home}
          - names: {mr: घर, en: House}
        synonyms: {mr: [एक, दोन]}

        """);

    ReviewedLanguage Of(string language) => Assert.Single(Reviews.Run(), one => one.Where == "mh" && one.Language.Code == language);

    static string Hash(string words) => ServiceFile.Sha256(words);

    [Fact]
    public void counts_for_its_words_in_its_language_alone()
    {
        State();
        Assert.Equal(new("mh", LanguageCode.Marathi, 0, 3, 0), Of("mr"));
        Assert.Equal(new("mh", LanguageCode.English, 0, 3, 0), Of("en"));
        Write("mh/reviews.csv", $"{Head}{Hash("नाव")},mr{By}{Hash("एक, दोन")},mr{By}");
        Assert.Equal(new("mh", LanguageCode.Marathi, 2, 1, 0), Of("mr"));
        Assert.Equal(new("mh", LanguageCode.English, 0, 3, 0), Of("en"));
        Assert.Equal(new("mh", LanguageCode.Punjabi, 0, 0, 0), Of("pa"));
    }

    [Fact]
    public void counts_no_more_once_the_words_are_changed_and_again_once_they_are_back()
    {
        State();
        Write("mh/reviews.csv", $"{Head}{Hash("नाव")},mr{By}");
        Assert.Equal((1, 2, 0), (Of("mr").Reviewed, Of("mr").Unreviewed, Of("mr").Stale));
        State(marathi: "नांव");
        Assert.Equal((0, 3, 1), (Of("mr").Reviewed, Of("mr").Unreviewed, Of("mr").Stale));
        State();
        Assert.Equal((1, 2, 0), (Of("mr").Reviewed, Of("mr").Unreviewed, Of("mr").Stale));
    }

    [Fact]
    public void is_made_by_filling_in_the_table_of_what_waits()
    {
        State();
        var waiting = Reviews.Waiting("mh", LanguageCode.Marathi);
        Assert.Contains("\"एक, दोन\"", waiting);
        Write("mh/reviews.csv", waiting.Replace(",mr,,,", $",mr{By.TrimEnd('\n')},"));
        Assert.Empty(Reviews.Faults);
        Assert.Equal((3, 0), (Of("mr").Reviewed, Of("mr").Unreviewed));
        Assert.Equal(1, Reviews.Waiting("mh", LanguageCode.Marathi).Count(letter => letter == '\n'));
    }

    [Fact]
    public void of_the_house_stands_beside_the_states()
    {
        State();
        var house = ReviewableTexts.OfTheHouse();
        Assert.True(house.Count > 4_000, $"{house.Count} texts");
        var first = house.First(text => text.Language == LanguageCode.Hindi);
        Write("reviews.csv", $"{Head}{first.Sha256},hi{By}");
        var hindi = Assert.Single(Reviews.Run(), one => one.Where == CheckReviews.House && one.Language == LanguageCode.Hindi);
        Assert.Equal((1, 0), (hindi.Reviewed, hindi.Stale));
        Assert.True(hindi.Unreviewed > 1_000);
        Assert.DoesNotContain(first.Sha256, Reviews.Waiting(CheckReviews.House, LanguageCode.Hindi));
    }

    [Theory]
    [InlineData("hash,language,reviewer,day\n", 1, 1, "the columns of this table are others")]
    [InlineData("", 1, 1, "the columns of this table are others")]
    [InlineData(Head + "ABC,mr" + By, 2, 1, "'ABC' is no SHA-256 of a text")]
    [InlineData(Head + "{hash},de" + By, 2, 66, "'de' is not one of our languages")]
    [InlineData(Head + "{hash},mr,,2026-03-02\n", 2, 69, "nobody is named who reviewed this")]
    [InlineData(Head + "{hash},mr,Savita Joshi,2 March\n", 2, 82, "'2 March' is no day")]
    [InlineData(Head + "{hash},mr\n", 2, 66, "nobody is named who reviewed this")]
    public void that_is_written_wrongly_is_told_at_its_place_and_counts_for_nothing(string table, int line, int column, string problem)
    {
        State();
        Write("mh/reviews.csv", table.Replace("{hash}", Hash("नाव")));
        Assert.Contains(Reviews.Faults, fault => (fault.At.Line, fault.At.Column, fault.Problem) == (line, column, problem));
        Assert.Equal(0, Of("mr").Reviewed);
    }

    [Fact]
    public async Task is_told_by_a_verb_for_every_state_of_this_repository()
    {
        await using var started = Started.Run("reviews", "--services", Path.Combine(Repository.Root, "services"));
        Assert.Equal((0, ""), await started.End());
        Assert.Equal(4 * LanguageCode.All.Count, started.Lines.Count);
        Assert.Contains(started.Lines, line => line.StartsWith("mh, mr: 0 texts reviewed, ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task of_a_state_nobody_knows_is_told_in_a_sentence()
    {
        await using var started = Started.Run("reviews", "xx", "mr", "--services", Path.Combine(Repository.Root, "services"));
        await started.Says("house, hr, mh, pb");
    }

    /// <summary>Every text that a service's page shows can be reviewed: nothing that stands by language is passed over.</summary>
    [Fact]
    public void can_be_of_every_text_of_a_service()
    {
        var path = Path.Combine(Repository.Root, "services/mh");
        var known = ReviewableTexts.OfState(path).Select(text => (text.Language, text.Words)).ToHashSet();
        var sheet = EkDwar.Foundation.Yaml.Sheets.Open<ServiceDefinition>(Path.Combine(path, "old-age-pension.yaml"), "old-age-pension.yaml");
        Assert.All(sheet.Texts.SelectMany(text => text.Text), words => Assert.Contains((LanguageCode.Parse(words.Key), words.Value), known));
    }
}
