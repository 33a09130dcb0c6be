using EkDwar.Foundation.Languages;

namespace EkDwar.Places;

/// <summary>A spell of a place, with its parent by code. <paramref name="UntilOn"/> is its last day; null while nothing ends it.</summary>
public sealed record PlaceSpan(DateOnly FromOn, DateOnly? UntilOn, string? Parent, LocalText Names)
{
    public bool Holds(DateOnly day) => FromOn <= day && (UntilOn is null || day <= UntilOn);
}

/// <summary>A place with all its spells, oldest first; it has at least one.</summary>
public sealed record PlaceHistory(string Code, string Kind, string? CensusCode, string? LgdCode, IReadOnlyList<PlaceSpan> Spans)
{
    /// <summary>Null where nobody has said how many people live there.</summary>
    public Population? Population { get; init; }

    /// <summary>The places it came out of, each with the day, the oldest first.</summary>
    public IReadOnlyList<(string Code, DateOnly On)> CameFrom { get; init; } = [];

    /// <summary>The places that came out of it.</summary>
    public IReadOnlyList<(string Code, DateOnly On)> Became { get; init; } = [];

    /// <summary>Empty for what is not in a database.</summary>
    public Guid PlaceId { get; init; }
    public DateOnly FromOn => Spans[0].FromOn;
    public DateOnly? UntilOn => Spans[^1].UntilOn;
    public PlaceSpan Last => Spans[^1];

    public PlaceSpan? On(DateOnly day)
    {
        for (var at = Spans.Count - 1; at >= 0; at--)
            if (Spans[at].Holds(day)) return Spans[at];
        return null;
    }
}

/// <summary>When an office serves what: its own place, or, where it acts for kinds of place, those below its own that have no office.</summary>
public sealed record OfficeSpan(Guid OfficeId, string Code, string Place, IReadOnlyList<string> ActsFor, DateOnly FromOn, DateOnly? UntilOn)
{
    public bool Serves(DateOnly day) => FromOn <= day && (UntilOn is null || day <= UntilOn);
}

/// <summary>All places and offices of one state with their history. It is pure and never changes; a day of it answers who serves whom.</summary>
public sealed class PlaceTree(IEnumerable<PlaceHistory> places, IEnumerable<OfficeSpan> offices)
{
    readonly Dictionary<string, List<OfficeSpan>> offices = offices.GroupBy(office => office.Place).ToDictionary(one => one.Key, one => one.ToList());

    public IReadOnlyDictionary<string, PlaceHistory> Places { get; } = places.ToDictionary(place => place.Code);

    /// <summary>The code of a place by its key in the database; null when it is none of this state.</summary>
    public string? CodeOf(Guid placeId) => (codes ??= Places.Values.DistinctBy(place => place.PlaceId).ToDictionary(place => place.PlaceId, place => place.Code)).GetValueOrDefault(placeId);

    Dictionary<Guid, string>? codes;

    /// <summary>The code of the place in which an office sits; null when it is none of this state.</summary>
    public string? PlaceOf(Guid officeId) => (seats ??= offices.Values.SelectMany(here => here).DistinctBy(office => office.OfficeId).ToDictionary(office => office.OfficeId, office => office.Place)).GetValueOrDefault(officeId);

    Dictionary<Guid, string>? seats;

    /// <summary>The offices that sit in a place, whenever they served, in the order they were made.</summary>
    public IReadOnlyList<OfficeSpan> OfficesIn(string place) => offices.TryGetValue(place, out var here) ? here : [];

    public PlaceDay On(DateOnly day) => new(this, day);
}
