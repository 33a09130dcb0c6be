using EkDwar.Catalogue;
using EkDwar.Foundation.Languages;
using EkDwar.Places;

namespace EkDwar.Cases;

/// <summary>The places that may be chosen in a service's questions, by code; not those of a table, which has none.</summary>
public static class OfferedPlaces
{
    public static async Task<IReadOnlyDictionary<string, LocalText>> Offered(this PostDirectory directory, ServiceDefinition service)
    {
        var within = service.Questions.Where(question => question.Type == "place" || question is { Type: "land_parcel", Within.Length: > 0 }).Select(question => question.Within).Distinct().ToList();
        if (within.Count == 1) return await directory.Within(service.State, within[0]);
        var all = new Dictionary<string, LocalText>();
        foreach (var place in within)
            foreach (var (code, names) in await directory.Within(service.State, place)) all[code] = names;
        return all;
    }
}
