using EkDwar.Catalogue;
using EkDwar.Foundation.Languages;

namespace EkDwar.Finding;

/// <summary>
/// Use case: finds services by what people type: name or synonym, in any of our scripts and in Latin letters, misspelt.
/// Everything is compared as sounds (<see cref="SearchKey"/>).
/// </summary>
public sealed class FindService(PublishedServices services)
{
    /// <summary>Below this a match is more likely a guess than a find.</summary>
    const double Enough = 0.35;
    const int AtMost = 20;

    /// <summary>The best matches first; every service of the state when nothing is asked.</summary>
    public async Task<IReadOnlyList<ServiceDefinition>> Run(string state, string? query)
    {
        var all = await services.Current(state);
        var key = SearchKey.Of((query ?? "").Trim());
        if (key.Length == 0) return all;
        return [.. all.Select(service => (service, score: Score(key, service)))
            .Where(match => match.score >= Enough).OrderByDescending(match => match.score).Take(AtMost).Select(match => match.service)];
    }

    static double Score(string key, ServiceDefinition service) =>
        service.Names.Values.Concat(service.ShortNames.Values).Concat(service.Synonyms.Values.SelectMany(words => words))
            .Max(words => SearchKey.ScoreKeys(key, SearchKey.Of(words)));
}
