using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Onboarding.Reviewing;

namespace EkDwar;

/// <summary>The verb reviews: how many texts native speakers have reviewed, or, of a state and a language, those that wait for it, as a table to fill in. Exit code 2 where a table of reviews has faults.</summary>
static class ReviewsVerb
{
    public const string Name = "reviews";

    public static int Run(DataFolders folders, IReadOnlyList<string> named)
    {
        var reviews = new CheckReviews(folders);
        if (named.Count > 0)
        {
            if (named.Count != 2 || !reviews.Places.Contains(named[0]) || !LanguageCode.TryParse(named[1], out var language)) throw new CannotStart("onboarding.reviews.what", ("places", string.Join(", ", reviews.Places)));
            Console.Write(reviews.Waiting(named[0], language));
            return 0;
        }
        foreach (var one in reviews.Run())
            Console.WriteLine(Texts.Get(LanguageCode.English, "onboarding.reviews.line", ("where", one.Where), ("language", one.Language.Code), ("reviewed", $"{one.Reviewed}"), ("unreviewed", $"{one.Unreviewed}"), ("stale", $"{one.Stale}")));
        foreach (var fault in reviews.Faults) Console.WriteLine(fault);
        return reviews.Faults.Count == 0 ? 0 : 2;
    }
}
