using EkDwar.Cases;
using EkDwar.Foundation.Languages;
using EkDwar.Places;

namespace EkDwar.Processing.Moves;

/// <summary>A place and the office to which a case would go that belongs there.</summary>
public sealed record PlaceToGo(string Code, LocalText Names, LocalText? LiesIn, Office Office);

/// <summary>Use case: places by a part of their name, each with the office that serves it for the service of a case, if that is another than the case is at.</summary>
public sealed class FindPlaces(PostDirectory directory)
{
    public const int MostShown = 20;
    const int Shortest = 2;

    public async Task<IReadOnlyList<PlaceToGo>> Run(CaseFile file, string? typed)
    {
        var (asked, service) = ((typed ?? "").Trim(), file.Service);
        if (asked.Length < Shortest) return [];
        var kind = service.Question(service.ServedBy.Question).PlaceKind;
        var (day, found) = (await directory.Places(service.State), new List<PlaceToGo>());
        foreach (var code in day.Codes.Where(code => day.KindOf(code) == kind && day.NamesOf(code).Values.Any(name => name.Contains(asked, StringComparison.OrdinalIgnoreCase))).Order(StringComparer.Ordinal))
        {
            if (await directory.Serving(service.State, code, file.Terms.Served(service)) is not { } office || office.OfficeId == file.Case.OfficeId) continue;
            found.Add(new(code, day.NamesOf(code), day.LiesIn(code) is [var above, ..] ? day.NamesOf(above) : null, office));
            if (found.Count == MostShown) break;
        }
        return found;
    }
}
