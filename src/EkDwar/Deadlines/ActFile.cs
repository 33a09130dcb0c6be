namespace EkDwar.Deadlines;

/// <summary>Reads a state's <c>act.yaml</c>.</summary>
public static class ActFile
{
    /// <summary>The act's rules, or a <see cref="DataFileException"/> naming file and line.</summary>
    public static ActRules Load(string text, string file = "act.yaml")
    {
        var map = DataMap.Load(text, file);
        var act = map.Guarded(() => new ActRules(
            map.Text("state"), map.Local("name"), map.Local("short_name"), map.Text("number"), map.Date("in_force_on"), map.Text("source"),
            One(map, "day_counting", ReadCounting),
            One(map, "start", m => new StartRule(m.Text("event"), m.Text("source"))),
            One(map, "acknowledgement", m => new Acknowledgement(m.Local("form"), Limit(m, "within")!.Value, m.Text("source"))),
            map.Each("pauses", m => new PauseRule(m.Text("reason"), m.Flag("allowed"), m.Text("by"), m.Text("source"))),
            map.Each("appeals", ReadTier),
            One(map, "auto_filing", m => new AutoFiling(m.Flag("enabled"), m.DateOrNull("from"), m.Text("basis"), m.Text("source"))),
            map.Each("penalties", m => new PenaltyText(m.Local("text"), m.Text("source")))));
        map.Done();
        return act;
    }

    static DayCounting ReadCounting(DataMap map) => new(
        map.Word<DayKind>("unstated"), map.Local("unstated_reason"), map.Text("unstated_source"),
        map.Flag("first_day_counts"), map.Text("first_day_source"),
        map.Word<ClosedLastDay>("closed_last_day"), map.Text("closed_last_day_source"));

    static AppealTier ReadTier(DataMap map) => new(
        map.Text("tier"), map.Local("authority"), Limit(map, "lodge_within"), map.NumberOrNull("condonable_to_days"),
        map.NumberOrNull("if_no_order_after_days"), Limit(map, "decide_within"), map.Text("source"));

    static TimeLimit? Limit(DataMap map, string key)
    {
        if (map.TextOrNull(key) is not { } text) return null;
        var parts = text.Split(' ');
        return parts is [var days, var kind, "days"] && int.TryParse(days, out var n) && kind is "calendar" or "working"
            ? new TimeLimit(n, parts[1] == "working" ? DayKind.Working : DayKind.Calendar)
            : throw new ArgumentException($"'{key}' must read like '30 calendar days' or '30 working days'");
    }

    static T One<T>(DataMap map, string key, Func<DataMap, T> make)
    {
        var inner = map.Map(key);
        var made = inner.Guarded(() => make(inner));
        inner.Done();
        return made;
    }
}
