using EkDwar.Foundation.Languages;

namespace EkDwar.Catalogue.Questions;

/// <summary>What checking an answer needs to know of the world: today, the places that may be named, by code, and the reader's language.</summary>
public sealed record AnswerFacts(DateOnly Today, IReadOnlyDictionary<string, PlaceChoice> Places, LanguageCode Language)
{
    /// <summary>The applicant's own licences and benefits of the services a question names.</summary>
    public IReadOnlyList<HeldLicence> Licences { get; init; } = [];

    public static AnswerFacts WithoutPlaces(DateOnly today) => new(today, new Dictionary<string, PlaceChoice>(), LanguageCode.English);

    /// <summary>The places a question lets one choose, by code.</summary>
    public IEnumerable<KeyValuePair<string, PlaceChoice>> Offered(Question question) => Places.Where(place => IsOffered(question, place.Value));

    public bool Offers(Question question, string code) => Places.TryGetValue(code, out var place) && IsOffered(question, place);

    /// <summary>The place of a kind in which another lies; null where it lies in none.</summary>
    public PlaceChoice? AreaOf(string? code, string kind) =>
        code is not null && Places.TryGetValue(code, out var place) ? place.LiesIn.Select(Places.GetValueOrDefault).FirstOrDefault(area => area?.Kind == kind) : null;

    static bool IsOffered(Question question, PlaceChoice place) =>
        !place.IsOver && (question.PlaceKind == "" || place.Kind == question.PlaceKind) && place.LiesIn.Contains(question.Within);
}

/// <summary>A place as questions know it: its names and kind, and the places in which it lies, nearest first. One that is over has its name still, but nobody may choose it.</summary>
public sealed record PlaceChoice(LocalText Names, string Kind, IReadOnlyList<string> LiesIn, bool IsOver = false);
