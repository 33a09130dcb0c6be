namespace EkDwar.Deadlines;

/// <summary>The days that orders take out of a case's limit, each with what for. Not holidays: those are the state's, these one case's by a recorded event.</summary>
sealed class SparedDays : IEquatable<SparedDays>
{
    static readonly SparedDays None = new([]);

    readonly Dictionary<DateOnly, string> kinds;

    SparedDays(Dictionary<DateOnly, string> kinds) => this.kinds = kinds;

    /// <summary>Whether no order says anything of these days.</summary>
    public bool IsNone => ReferenceEquals(this, None);

    /// <summary>Of two facts about one day the later counts.</summary>
    public static SparedDays Of(IReadOnlyList<ClockFact> facts)
    {
        // Nearly no case has any: looked at without making anything.
        var first = 0;
        while (first < facts.Count && !facts[first].IsOfPeriod) first++;
        if (first == facts.Count) return None;
        var kinds = new Dictionary<DateOnly, string>();
        foreach (var fact in facts.Where(fact => fact.IsOfPeriod))
            for (var day = fact.On; day <= fact.Until; day = day.AddDays(1))
                if (fact.Move == ClockMove.Extended) kinds[day] = fact.Why!;
                else kinds.Remove(day);
        return new(kinds);
    }

    /// <summary>Whether both spare the same days.</summary>
    public bool Equals(SparedDays? other) => other is not null && kinds.Count == other.kinds.Count && kinds.All(day => other.kinds.GetValueOrDefault(day.Key) == day.Value);

    public override bool Equals(object? obj) => Equals(obj as SparedDays);

    public override int GetHashCode() => kinds.Count;

    /// <summary>What the day is spared for; null where it counts.</summary>
    public string? Why(DateOnly day) => kinds.GetValueOrDefault(day);
}
