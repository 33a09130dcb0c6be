using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Deadlines;

/// <summary>Reads a state's <c>act.yaml</c>.</summary>
public static class ActFile
{
    static readonly string[] Bases = ["law", "government order", "policy example"];

    /// <summary>The act's rules, or a <see cref="FaultyFilesException"/> naming file and line.</summary>
    public static ActRules Load(string text, string file = "act.yaml") => DataMap.Read(text, file, map => new ActRules
    {
        // A law that was kept with a case may be older than this key.
        Id = map.TextOrNull("id") ?? "",
        State = map.Text("state"),
        Name = map.Local("name"),
        ShortName = map.Local("short_name"),
        Number = map.Text("number"),
        InForceOn = map.Date("in_force_on"),
        Source = map.Text("source"),
        Counting = map.One("day_counting", ReadCounting),
        Start = map.One("start", m => new StartRule(m.Text("event"), m.Text("source"))),
        Acknowledgement = map.One("acknowledgement", ReadAcknowledgement),
        Pauses = map.Each("pauses", m => new PauseRule(m.Text("reason"), m.Flag("allowed"), m.Text("by"), m.Text("source"))),
        ExtraDays = map.EachOrNone("extra_days", ReadExtra),
        Extensions = map.EachOrNone("extensions", ReadExtension),
        Appeals = map.Each("appeals", ReadTier),
        AutoFiling = map.One("auto_filing", ReadAutoFiling),
        Penalties = map.Each("penalties", m => new PenaltyText(m.Local("text"), m.Text("source")))
    });

    static DayCounting ReadCounting(DataMap map) => new()
    {
        Unstated = map.Word<DayKind>("unstated"),
        UnstatedReason = map.Local("unstated_reason"),
        UnstatedSource = map.Text("unstated_source"),
        FirstDayCounts = map.Flag("first_day_counts"),
        FirstDaySource = map.Text("first_day_source"),
        ClosedLastDay = map.Word<ClosedLastDay>("closed_last_day"),
        ClosedLastDaySource = map.Text("closed_last_day_source")
    };

    static Acknowledgement ReadAcknowledgement(DataMap map) => new(
        map.Local("form"), ReadLimit("within", map.Text("within")), map.Text("source"));

    static ChannelDays ReadExtra(DataMap map)
    {
        var (channel, days) = (map.Text("channel"), map.Number("days"));
        if (!ApplicationChannel.All.Contains(channel)) throw new ArgumentException($"'channel' must be one of {string.Join(", ", ApplicationChannel.All)}");
        return days is > 0 and <= 365 ? new(channel, days, map.Text("source")) : throw new ArgumentException("'days' must be from 1 to 365");
    }

    static ExtensionRule ReadExtension(DataMap map) => ExtensionRule.Kinds.Contains(map.Text("kind"))
        ? new(map.Text("kind"), map.Local("section"), map.Text("source"))
        : throw new ArgumentException($"'kind' must be one of {string.Join(", ", ExtensionRule.Kinds)}");

    static AppealTier ReadTier(DataMap map) => new()
    {
        Tier = map.Text("tier"),
        Authority = map.Local("authority"),
        Source = map.Text("source"),
        LodgeWithin = map.TextOrNull("lodge_within") is { } lodge ? ReadLimit("lodge_within", lodge) : null,
        CondonableToDays = map.NumberOrNull("condonable_to_days"),
        IfNoOrderAfterDays = map.NumberOrNull("if_no_order_after_days"),
        DecideWithin = map.TextOrNull("decide_within") is { } decide ? ReadLimit("decide_within", decide) : null
    };

    static AutoFiling ReadAutoFiling(DataMap map)
    {
        var basis = map.Text("basis");
        return Bases.Contains(basis)
            ? new(map.Flag("enabled"), map.DateOrNull("from"), basis, map.Text("source"))
            : throw new ArgumentException($"'basis' must be one of '{string.Join("', '", Bases)}'");
    }

    static TimeLimit ReadLimit(string key, string text) =>
        text.Split(' ') is [var days, "calendar" or "working", "days"] parts && int.TryParse(days, out var count) && count > 0
            ? new TimeLimit(count, parts[1] == "working" ? DayKind.Working : DayKind.Calendar)
            : throw new ArgumentException($"'{key}' must read like '30 calendar days' or '30 working days'");
}
