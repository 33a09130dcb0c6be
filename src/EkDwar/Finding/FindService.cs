using System.Runtime.CompilerServices;
using EkDwar.Catalogue;
using EkDwar.Places;

namespace EkDwar.Finding;

/// <summary>
/// Use case: finds services by what people type: name, synonym or what happened to them, in any of our scripts and in
/// Latin letters, misspelt. The best matches first; nothing when nothing is asked.
/// </summary>
public sealed class FindService(PublishedServices services, IReadOnlyDictionary<string, StateProfile> states)
{
    /// <summary>Below this, or this far below the best, a match is more likely a guess than a find.</summary>
    const double Enough = 0.3, OfTheBest = 0.5;
    const int AtMost = 20;

    // An index lives as long as the list of services it was made of: what a publication replaces takes its index along.
    static readonly ConditionalWeakTable<IReadOnlyList<ServiceDefinition>, ServiceIndex> indexes = [];

    public async Task<IReadOnlyList<ServiceDefinition>> Run(string state, string query)
    {
        var all = await services.Current(state);
        var found = indexes.GetValue(all, made => new(made, states[state].Topics)).Find(query);
        if (found.Count == 0) return [];
        var least = Math.Max(Enough, found[0].Score * OfTheBest);
        return [.. found.TakeWhile(match => match.Score >= least).Take(AtMost).Select(match => match.Service)];
    }
}
