using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;
using EkDwar.Places;

namespace EkDwar.Onboarding.Importing;

/// <summary>A place as it was, null where it was not, and as it is to be.</summary>
public sealed record PlaceChange(PlaceHistory? Before, PlaceHistory After)
{
    public bool IsEnd => Before is { UntilOn: null } && After.UntilOn is not null;
}

/// <summary>That a place came out of another, by their codes.</summary>
public sealed record CameOut(string Place, string Origin, DateOnly On);

/// <summary>
/// What rows come to, against the places there are: which are new, which change from which day, which end. What a row leaves
/// empty stays as it is. It is pure: nothing is read or written, and rows that fit nothing are faults.
/// </summary>
public sealed class PlacesPlan
{
    readonly Dictionary<string, PlaceHistory> now;
    readonly Dictionary<string, PlaceHistory> before;
    readonly Dictionary<string, PlaceRow> last = [];
    readonly HashSet<(string Code, DateOnly? From)> said = [];
    readonly List<CameOut> origins = [];
    readonly HashSet<string> kinds;
    readonly HashSet<string> dated;
    readonly DateOnly today;
    readonly Action<PlaceRow, string, string, string> fault;

    /// <summary>How often the nearest code is looked for: after that, looking among all places of a state would take longer than mending.</summary>
    int guesses = 25;

    PlacesPlan(PlaceTree tree, IReadOnlyList<PlaceRow> rows, DateOnly today, Action<PlaceRow, string, string, string> fault)
    {
        (before, now, this.today, this.fault) = (new(tree.Places), new(tree.Places), today, fault);
        dated = [.. rows.Where(row => row.From is not null).Select(row => row.Code)];
        kinds = [.. PlaceKinds.Known, .. tree.Places.Values.Select(place => place.Kind)];
    }

    /// <summary>All places as they are to be.</summary>
    public IReadOnlyDictionary<string, PlaceHistory> Places => now;
    public IReadOnlyList<PlaceChange> Changes { get; private set; } = [];
    public IReadOnlyList<CameOut> Origins => origins;

    /// <param name="known">kinds of place there are besides those every state has</param>
    /// <param name="fault">told of every row that does not fit: the row, the column, what is wrong and how to mend it</param>
    public static PlacesPlan Of(PlaceTree tree, IReadOnlyList<PlaceRow> rows, DateOnly today, IEnumerable<string> known, Action<PlaceRow, string, string, string> fault)
    {
        var plan = new PlacesPlan(tree, rows, today, fault);
        plan.kinds.UnionWith(known);
        // Of one place the earlier is told first; a stable order, so a file's own stands otherwise.
        foreach (var row in rows.OrderBy(plan.Begins)) plan.Apply(row);
        foreach (var row in rows.Where(row => row.CameFrom.Count > 0)) plan.Came(row);
        plan.CodesAreOnePlace();
        plan.IsTree();
        plan.Changes = [.. plan.last.Keys.Where(code => plan.now.TryGetValue(code, out var after) && (!plan.before.TryGetValue(code, out var was) || !Same(was, after)))
            .Select(code => new PlaceChange(plan.before.GetValueOrDefault(code), plan.now[code]))];
        return plan;
    }

    /// <summary>Undated, a row tells of today, or of a place that was always there; beside a dated one of the same place, of the time before.</summary>
    DateOnly Begins(PlaceRow row) => row.From ?? (before.ContainsKey(row.Code) && !dated.Contains(row.Code) ? today : PlaceSpell.AsFarBackAsKnown);

    void Apply(PlaceRow row)
    {
        if (!said.Add((row.Code, row.From)))
        {
            fault(row, "code", $"{FileFaults.Quote(row.Code)} stands here twice", "take one of the two out");
            return;
        }
        if (row.Kind != "" && !kinds.Contains(row.Kind)) fault(row, "kind", $"{FileFaults.Quote(row.Kind)} is no kind of place", Nearest.Mend(row.Kind, kinds));
        if (row.Population?.IsWhole == false) fault(row, "people", $"how many people live in {FileFaults.Quote(row.Code)} needs the number, the year and the source", "write all three, or none");
        last[row.Code] = row;
        if (!now.TryGetValue(row.Code, out var place)) Add(row);
        else if (row.Kind != "" && row.Kind != place.Kind) fault(row, "kind", $"{FileFaults.Quote(row.Code)} is a {place.Kind}", "a place stays what it is: end it, and give what it became a code of its own");
        else Change(row, place);
    }

    void Add(PlaceRow row)
    {
        if (row.Kind == "") fault(row, "kind", $"{FileFaults.Quote(row.Code)} is new, and its kind is needed", "write it, such as village");
        else if (row.Names.Count == 0) fault(row, "name_en", $"{FileFaults.Quote(row.Code)} is new, and a name is needed", "write it, in at least one language");
        else if (row.Parent is null && row.Kind != TreeCheck.Root) fault(row, "parent", $"{FileFaults.Quote(row.Code)} is new, and where it lies is needed", "write the code of the place it lies in");
        else now[row.Code] = new(row.Code, row.Kind, row.CensusCode, row.LgdCode, [new(Begins(row), row.Until, row.Parent, row.Names)]) { Population = row.Population };
    }

    void Change(PlaceRow row, PlaceHistory place)
    {
        var on = Begins(row);
        place = place with { CensusCode = row.CensusCode ?? place.CensusCode, LgdCode = row.LgdCode ?? place.LgdCode, Population = row.Population ?? place.Population };
        if (place.UntilOn < on)
        {
            // A file that ended it may be sent again, dated or not.
            if (row.From is null && (row.Until is null || row.Until == place.UntilOn) && IsSaid(row, place.Last)) return;
            fault(row, row.From is null ? "code" : "from", $"{FileFaults.Quote(row.Code)} ended on {place.UntilOn:yyyy-MM-dd}", "a place that ended does not come back: give the new one a code of its own");
            return;
        }
        if (place.On(on) is not { } standing || !IsSaid(row, standing))
        {
            if (on < place.Last.FromOn)
            {
                fault(row, "from", $"{FileFaults.Quote(row.Code)} has changed on {place.Last.FromOn:yyyy-MM-dd} already, and this would change it before", "give a later day");
                return;
            }
            place = From(place, row, on);
        }
        if (row.Until is { } until && until != place.UntilOn)
        {
            if (until < place.Last.FromOn)
            {
                fault(row, "until", $"{FileFaults.Quote(row.Code)} has changed on {place.Last.FromOn:yyyy-MM-dd}, and cannot have ended before", "give a later day");
                return;
            }
            place = place with { Spans = [.. place.Spans.SkipLast(1), place.Last with { UntilOn = until }] };
        }
        if (!Same(place, now[row.Code])) now[row.Code] = place;
    }

    /// <summary>Another name or another parent is a change of that day; a name in a language it had none in was only not known.</summary>
    static PlaceHistory From(PlaceHistory place, PlaceRow row, DateOnly on)
    {
        var (span, names) = (place.Last, Joined(place.Last.Names, row.Names));
        var isOnlyMore = (row.Parent is null || row.Parent == span.Parent) && span.Names.All(name => names[name.Key] == name.Value);
        var changed = span with { Parent = row.Parent ?? span.Parent, Names = names };
        return place with
        {
            Spans = isOnlyMore || span.FromOn == on ? [.. place.Spans.SkipLast(1), changed]
                : [.. place.Spans.SkipLast(1), span with { UntilOn = on.AddDays(-1) }, changed with { FromOn = on }],
        };
    }

    static bool IsSaid(PlaceRow row, PlaceSpan span) => (row.Parent is null || row.Parent == span.Parent)
        && row.Names.All(name => span.Names.TryGetValue(name.Key, out var known) && known == name.Value);

    static LocalText Joined(LocalText known, LocalText more)
    {
        var names = new LocalText();
        foreach (var (language, name) in known.Concat(more)) names[language] = name;
        return names;
    }

    static bool Same(PlaceHistory one, PlaceHistory other) => one.CensusCode == other.CensusCode && one.LgdCode == other.LgdCode && one.Population == other.Population && one.Spans.SequenceEqual(other.Spans);

    void Came(PlaceRow row)
    {
        foreach (var origin in row.CameFrom)
            if (origin == row.Code || !now.ContainsKey(origin)) fault(row, "came_from", $"{FileFaults.Quote(origin)} is no other place of this state", Mend(origin));
            else if (now.ContainsKey(row.Code)) origins.Add(new(row.Code, origin, Begins(row)));
    }

    /// <summary>A code of the census or of LGD names one place of a kind at a time.</summary>
    void CodesAreOnePlace()
    {
        foreach (var (column, read) in new (string, Func<PlaceHistory, string?>)[] { ("census_code", place => place.CensusCode), ("lgd_code", place => place.LgdCode) })
        {
            var named = new Dictionary<(string, string), PlaceHistory>();
            // What was there before stands first: the row that comes on top of it is the one to mend.
            foreach (var place in now.Values.Where(place => place.UntilOn is null).OrderBy(place => last.ContainsKey(place.Code)))
                if (read(place) is { } code && !named.TryAdd((place.Kind, code), place) && last.TryGetValue(place.Code, out var row))
                    fault(row, column, $"{FileFaults.Quote(code)} is the {column.Replace('_', ' ')} of '{named[(place.Kind, code)].Code}' already", "look it up, or leave it empty");
        }
    }

    void IsTree()
    {
        foreach (var found in TreeCheck.Of(now))
        {
            // What was wrong before anybody wrote a row is not the row's fault.
            if ((last.GetValueOrDefault(found.Place) ?? last.GetValueOrDefault(found.Other)) is not { } row) continue;
            var (column, problem, mend) = Told(found, row);
            fault(row, column, problem, mend);
        }
    }

    (string Column, string Problem, string Mend) Told(TreeFault found, PlaceRow row) => found.Flaw switch
    {
        TreeFlaw.ParentUnknown => ("parent", $"{FileFaults.Quote(found.Other)} is no place of this state", Mend(found.Other)),
        TreeFlaw.ParentNotThere when row.Code == found.Other => ("until", $"'{found.Place}' lies in it still on {found.On:yyyy-MM-dd}", "move or end that place in the same file"),
        TreeFlaw.ParentNotThere => ("parent", $"'{found.Other}' is not there on {found.On:yyyy-MM-dd}", "give a day on which it is, or another place"),
        TreeFlaw.Ring => ("parent", $"{FileFaults.Quote(row.Code)} would lie in itself", "write the place it lies in"),
        TreeFlaw.LiesNowhere => ("parent", $"{FileFaults.Quote(row.Code)} lies in no place", "only the state does not: write the place it lies in"),
        _ => ("from", "two spells of it would be on one day, or none", "mend the days"),
    };

    // A state has thousands: all of them would be no help.
    string Mend(string named) => guesses-- > 0 && Nearest.To(named, now.Keys) is { } meant ? $"write '{meant}'" : "add it, or mend the code";
}
