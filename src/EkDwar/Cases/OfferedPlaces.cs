using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Places;

namespace EkDwar.Cases;

/// <summary>The places that may be named in a service's questions, by code, and those in which they lie, which a certificate names too; not those of a table, which has none.</summary>
public static class OfferedPlaces
{
    // As long as the places of a day are remembered, and no longer.
    static readonly ConditionalWeakTable<PlaceDay, ConcurrentDictionary<string, IReadOnlyDictionary<string, PlaceChoice>>> known = new();

    public static async Task<IReadOnlyDictionary<string, PlaceChoice>> Offered(this PostDirectory directory, ServiceDefinition service)
    {
        var within = service.Questions.Where(question => question.Type == "place" || question is { Type: "land_parcel", Within.Length: > 0 }).Select(question => question.Within).Distinct().Order(StringComparer.Ordinal).ToList();
        var day = await directory.Places(service.State);
        return known.GetOrCreateValue(day).GetOrAdd(string.Join(' ', within), _ => within.SelectMany(day.Within).Concat(within.SelectMany(day.AndAbove)).DistinctBy(place => place.Code)
            .ToDictionary(place => place.Code, place => new PlaceChoice(place.Names, place.Kind, place.LiesIn, place.IsOver)));
    }
}
