namespace EkDwar.Places;

/// <summary>What keeps a state's places from being one tree on every day.</summary>
public enum TreeFlaw
{
    /// <summary>A spell ends before it begins, begins before the one before it is over, or leaves days out.</summary>
    SpellsDoNotMeet,

    /// <summary>It lies in a place that is not known.</summary>
    ParentUnknown,

    /// <summary>It lies in a place that is not there on some of those days.</summary>
    ParentNotThere,

    /// <summary>It lies in itself, over however many others.</summary>
    Ring,

    /// <summary>It lies in nothing, and is not the one place of the state that may.</summary>
    LiesNowhere,
}

/// <summary>A flaw at a place, with the other place it is about, from a day on.</summary>
public sealed record TreeFault(TreeFlaw Flaw, string Place, string Other, DateOnly On);

/// <summary>Whether places form a tree on each day: every one with one way up to the state, without rings, and without two spells on a day.</summary>
public static class TreeCheck
{
    /// <summary>The kind of the one place that lies in no other.</summary>
    public const string Root = "state";

    public static IEnumerable<TreeFault> Of(IReadOnlyDictionary<string, PlaceHistory> places)
    {
        var moves = new SortedDictionary<DateOnly, List<PlaceHistory>>();
        var root = places.Values.FirstOrDefault(place => place.Kind == Root);
        foreach (var place in places.Values)
        {
            for (var at = 0; at < place.Spans.Count; at++)
            {
                var span = place.Spans[at];
                var meets = at == 0 || place.Spans[at - 1].UntilOn is { } before && before.AddDays(1) == span.FromOn;
                if (!meets || span.UntilOn < span.FromOn) yield return new(TreeFlaw.SpellsDoNotMeet, place.Code, place.Code, span.FromOn);
                if (Above(places, root, place, span) is { } fault) yield return fault;
                if (!moves.TryGetValue(span.FromOn, out var moved)) moves[span.FromOn] = moved = [];
                moved.Add(place);
            }
        }
        foreach (var fault in moves.SelectMany(day => Rings(places, day.Key, day.Value))) yield return fault;
    }

    static TreeFault? Above(IReadOnlyDictionary<string, PlaceHistory> places, PlaceHistory? root, PlaceHistory place, PlaceSpan span)
    {
        if (span.Parent is null) return place == root ? null : new(TreeFlaw.LiesNowhere, place.Code, place.Code, span.FromOn);
        if (!places.TryGetValue(span.Parent, out var parent)) return new(TreeFlaw.ParentUnknown, place.Code, span.Parent, span.FromOn);
        if (parent.FromOn > span.FromOn) return new(TreeFlaw.ParentNotThere, place.Code, parent.Code, span.FromOn);
        return parent.UntilOn is { } until && (span.UntilOn is null || span.UntilOn > until) ? new(TreeFlaw.ParentNotThere, place.Code, parent.Code, until.AddDays(1)) : null;
    }

    /// <summary>The rings closed on a day: one of the places that came to lie elsewhere on it is in each.</summary>
    static IEnumerable<TreeFault> Rings(IReadOnlyDictionary<string, PlaceHistory> places, DateOnly day, List<PlaceHistory> moved)
    {
        // What was walked up without a ring needs no second walk.
        var clear = new HashSet<string>();
        foreach (var place in moved)
        {
            var way = new HashSet<string>();
            for (var at = place.Code; at is not null && !clear.Contains(at); at = places.TryGetValue(at, out var one) ? one.On(day)?.Parent : null)
                if (!way.Add(at))
                {
                    yield return new(TreeFlaw.Ring, place.Code, at, day);
                    break;
                }
            clear.UnionWith(way);
        }
    }
}
