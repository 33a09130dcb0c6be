using EkDwar.Cases.Names;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.Places;

namespace EkDwar.Processing.Searches;

/// <summary>One page of what was found, and how many there are.</summary>
public sealed record FoundCases(IReadOnlyList<FoundCase> Lines, Hits Hits, bool HasMore)
{
    /// <summary>The one case that was asked for by its whole reference, where it opens for the post.</summary>
    public FoundCase? Whole { get; init; }
}

/// <summary>
/// Use case: an official finds the cases she may see, by name, reference or mobile. Every search is recorded before anything is shown;
/// a case she may not see is answered as one there is not.
/// </summary>
public sealed class FindCases(Reaches reaches, SeekCases seek, SearchBook book, ReadFound read, PostDirectory directory)
{
    public const int PageSize = 20;
    const int ShortestVillage = 2, MostPlaces = 50;

    public async Task<Outcome<FoundCases>> Run(DeskSession session, Sought sought, int page)
    {
        if (!sought.Words.Any(char.IsLetterOrDigit)) return new Refusal("processing.search.words_needed", "words");
        if (sought.Words.Length > Sought.LongestWords) return new Refusal("processing.search.words_long", "words");
        if (!await book.MayGoOn(session)) return new Refusal("processing.search.too_many");
        var reach = await reaches.Of(session);
        var places = await Places(reach.Office, sought.Village);
        if (sought.Village.Length > 0 && places.Count == 0) return new Refusal("processing.search.no_village", "village");
        var hits = await seek.Run(reach, sought, places);
        await book.Write(session, sought.ToText(), hits.All.Count);
        var lines = await read.Run([.. hits.All.Skip(page * PageSize).Take(PageSize)]);
        return new FoundCases(lines, hits, hits.All.Count > (page + 1) * PageSize)
        {
            Whole = lines is [{ Hit.Opens: true } only] && Cases.CaseReference.TryParse(sought.Words, out _) ? only : null,
        };
    }

    /// <summary>The places of the office's area that have this in a name.</summary>
    async Task<IReadOnlyList<Guid>> Places(Office office, string typed)
    {
        if (typed.Length < ShortestVillage) return [];
        var day = await directory.Places(office.State);
        if (day.CodeOf(office.PlaceId) is not { } own) return [];
        return [.. day.Within(own).Select(place => place.Code).Prepend(own)
            .Where(code => day.Has(code) && day.NamesOf(code).Values.Any(name => name.Contains(typed, StringComparison.OrdinalIgnoreCase))).Select(code => day.IdOf(code)).OfType<Guid>().Take(MostPlaces)];
    }
}
