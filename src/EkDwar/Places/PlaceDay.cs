using System.Collections.Concurrent;
using EkDwar.Foundation.Languages;

namespace EkDwar.Places;

/// <summary>A place as it is found below another: its names and kind, what it lies in, nearest first, and whether it is over.</summary>
public sealed record PlaceFound(string Code, LocalText Names, string Kind, IReadOnlyList<string> LiesIn, bool IsOver);

/// <summary>The places of a state as they stand on one day. It never changes.</summary>
public sealed class PlaceDay
{
    readonly PlaceTree tree;
    readonly Dictionary<string, PlaceSpan> standing;
    readonly ConcurrentDictionary<string, IReadOnlyList<PlaceFound>> within = new();

    internal PlaceDay(PlaceTree tree, DateOnly day)
    {
        (this.tree, Day) = (tree, day);
        standing = new(tree.Places.Count);
        foreach (var place in tree.Places.Values)
            if (place.On(day) is { } span) standing[place.Code] = span;
    }

    public DateOnly Day { get; }

    /// <summary>The codes of all places there are on this day.</summary>
    public IEnumerable<string> Codes => standing.Keys;

    public bool Has(string code) => standing.ContainsKey(code);

    public string KindOf(string code) => tree.Places[code].Kind;

    /// <summary>The row of a place in the database; null where there is none.</summary>
    public Guid? IdOf(string code) => tree.Places.TryGetValue(code, out var place) && place.PlaceId != Guid.Empty ? place.PlaceId : null;

    public LocalText NamesOf(string code) => standing[code].Names;

    /// <summary>The places in which one lies, nearest first; of one that is over, those in which it last lay.</summary>
    public IReadOnlyList<string> LiesIn(string code)
    {
        var found = new List<string>();
        // A place lies in fewer places than there are: a ring of parents, which no import lets in, would be no way out.
        for (var at = ParentOf(code); at is not null && found.Count < tree.Places.Count; at = ParentOf(at)) found.Add(at);
        return found;
    }

    /// <summary>The code of a place by its key in the database; null when it is none of this state.</summary>
    public string? CodeOf(Guid placeId) => tree.CodeOf(placeId);

    /// <summary>The code of the place in which an office sits; null when it is none of this state.</summary>
    public string? PlaceOf(Guid officeId) => tree.PlaceOf(officeId);

    /// <summary>The place of a kind in which one lies, or which it is; null when there is none.</summary>
    public string? AreaOf(string code, string kind) => LiesIn(code).Prepend(code).FirstOrDefault(at => KindOf(at) == kind);

    /// <summary>The offices that serve today in the places in which one lies, the nearest first.</summary>
    public IEnumerable<OfficeSpan> OfficesAbove(string code) => LiesIn(code).SelectMany(tree.OfficesIn).Where(office => office.Serves(Day));

    string? ParentOf(string code) => standing.TryGetValue(code, out var span) ? span.Parent : tree.Places.TryGetValue(code, out var over) ? over.Last.Parent : null;

    /// <summary>All places below one, with those that are over and lay there last: an old answer may name them.</summary>
    public IReadOnlyList<PlaceFound> Within(string place) => within.GetOrAdd(place, _ =>
    [
        .. from one in tree.Places.Values
           let liesIn = LiesIn(one.Code)
           where liesIn.Contains(place)
           select Found(one, liesIn),
    ]);

    /// <summary>A place and those in which it lies, nearest first: all that lies below it lies in them too.</summary>
    public IEnumerable<PlaceFound> AndAbove(string place) => LiesIn(place).Prepend(place).Where(tree.Places.ContainsKey).Select(code => Found(tree.Places[code], LiesIn(code)));

    PlaceFound Found(PlaceHistory one, IReadOnlyList<string> liesIn) =>
        new(one.Code, (standing.GetValueOrDefault(one.Code) ?? one.Last).Names, one.Kind, liesIn, !standing.ContainsKey(one.Code));

    /// <summary>
    /// Which of several kinds of place a place belongs to: the kind it comes to first, itself included, going up; in none of
    /// them, the first for which somebody acts. Null when there is neither.
    /// </summary>
    public string? KindServing(string place, IReadOnlyList<string> kinds)
    {
        // Of one kind nothing need be found out.
        if (kinds is [var only]) return only;
        return LiesIn(place).Prepend(place).Where(Has).Select(KindOf).FirstOrDefault(kinds.Contains) ?? kinds.FirstOrDefault(kind => Serving(place, kind) is not null);
    }

    /// <summary>The office for whichever of several kinds a place belongs to. A place whose own body has no office is served by none of another kind.</summary>
    public OfficeSpan? Serving(string place, IReadOnlyList<string> kinds) => KindServing(place, kinds) is { } kind ? Serving(place, kind) : null;

    /// <summary>
    /// The office for a kind of place, as seen from this place: that of the place of the kind in which it lies, or else the
    /// nearest one further up that acts for the kind. Null when nobody does, or the place is not there on this day.
    /// </summary>
    public OfficeSpan? Serving(string place, string kind)
    {
        OfficeSpan? acting = null;
        var isReached = false;
        var steps = tree.Places.Count;
        for (var at = place; at is not null && standing.TryGetValue(at, out var span) && steps-- > 0; at = span.Parent)
        {
            var isOfKind = !isReached && KindOf(at) == kind;
            isReached |= isOfKind;
            foreach (var office in tree.OfficesIn(at))
            {
                if (!office.Serves(Day)) continue;
                if (isOfKind && office.ActsFor.Count == 0) return office;
                if (office.ActsFor.Contains(kind)) acting ??= office;
            }
        }
        return acting;
    }
}
