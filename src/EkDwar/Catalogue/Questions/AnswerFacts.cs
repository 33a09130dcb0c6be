using EkDwar.Foundation.Languages;

namespace EkDwar.Catalogue.Questions;

/// <summary>What checking an answer needs to know of the world: today, the places that may be chosen, and the reader's language.</summary>
public sealed record AnswerFacts(DateOnly Today, IReadOnlyDictionary<string, LocalText> Places, LanguageCode Language)
{
    /// <summary>The applicant's own licences and benefits of the services a question names.</summary>
    public IReadOnlyList<HeldLicence> Licences { get; init; } = [];

    public static AnswerFacts WithoutPlaces(DateOnly today) => new(today, new Dictionary<string, LocalText>(), LanguageCode.English);
}
