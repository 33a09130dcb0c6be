using EkDwar.Foundation.Languages;

namespace EkDwar.Deadlines;

/// <summary>What happens when the last day of a limit finds the offices closed.</summary>
public enum ClosedLastDay { NextOpenDay, Stands }

/// <summary>How an act counts days, and where that is written. The sources are shown to readers, so they stand beside each rule.</summary>
public sealed record DayCounting
{
    /// <summary>How a limit is counted whose notification says neither working nor calendar days.</summary>
    public required DayKind Unstated { get; init; }
    public required LocalText UnstatedReason { get; init; }
    public required string UnstatedSource { get; init; }
    public required bool FirstDayCounts { get; init; }
    public required string FirstDaySource { get; init; }
    public required ClosedLastDay ClosedLastDay { get; init; }
    public required string ClosedLastDaySource { get; init; }
}

/// <summary>The event that starts the clock, such as <c>papers_complete</c>.</summary>
public sealed record StartRule(string Event, string Source);

/// <summary>The acknowledgement slip the act asks for, and within how many days.</summary>
public sealed record Acknowledgement(LocalText Form, TimeLimit Within, string Source);

/// <summary>A reason for which the clock may, or may not, be paused, and who may do it.</summary>
public sealed record PauseRule(string Reason, bool IsAllowed, string By, string Source);

/// <summary>Days that the act, or the notification under it, adds to every limit of an application that came by a channel.</summary>
public sealed record ChannelDays(string Channel, int Days, string Source);

/// <summary>For what an order may take days out of the limits of an area, such as <c>election</c>, and where the law says so. Only what stands here can be ordered.</summary>
public sealed record ExtensionRule(string Kind, LocalText Section, string Source)
{
    /// <summary>The kinds the texts know.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["election", "calamity"];
}

/// <summary>One tier of appeal. A limit of the law that could not be confirmed is null, and a page says so.</summary>
public sealed record AppealTier
{
    public required string Tier { get; init; }
    public required LocalText Authority { get; init; }
    public required string Source { get; init; }
    public TimeLimit? LodgeWithin { get; init; }

    /// <summary>The whole period, from the same day, when lateness is excused.</summary>
    public int? CondonableToDays { get; init; }

    /// <summary>Days of silence of the tier below after which this one is open.</summary>
    public int? IfNoOrderAfterDays { get; init; }
    public TimeLimit? DecideWithin { get; init; }
}

/// <summary>Whether the system itself files the appeal when the limit passes, from which day, and on what basis.</summary>
public sealed record AutoFiling(bool IsOn, DateOnly? From, string Basis, string Source)
{
    public bool AppliesOn(DateOnly day) => IsOn && (From is not { } from || day >= from);
}

/// <summary>A penalty or compensation the act names, in words.</summary>
public sealed record PenaltyText(LocalText Text, string Source);

/// <summary>
/// One state's service delivery act as data: how days are counted, what starts and pauses the clock, who hears appeals. Not a
/// service's own limit; that is in the service's file. A source of <c>example</c> marks what is ours and not the law's.
/// </summary>
public sealed record ActRules
{
    /// <summary>The word by which the state's services name it.</summary>
    public string Id { get; init; } = "";
    public required string State { get; init; }
    public required LocalText Name { get; init; }
    public required LocalText ShortName { get; init; }
    public required string Number { get; init; }
    public required DateOnly InForceOn { get; init; }
    public required string Source { get; init; }
    public required DayCounting Counting { get; init; }
    public required StartRule Start { get; init; }
    public required Acknowledgement Acknowledgement { get; init; }
    public required IReadOnlyList<PauseRule> Pauses { get; init; }
    public IReadOnlyList<ChannelDays> ExtraDays { get; init; } = [];

    /// <summary>Empty where no law was found that lets an order extend a limit: then none can be given.</summary>
    public IReadOnlyList<ExtensionRule> Extensions { get; init; } = [];
    public required IReadOnlyList<AppealTier> Appeals { get; init; }
    public required AutoFiling AutoFiling { get; init; }
    public required IReadOnlyList<PenaltyText> Penalties { get; init; }

    /// <summary>The limit of a notified row, whose kind is working, calendar, unstated or immediate; unstated, the act's own way of counting holds.</summary>
    public TimeLimit Limit(int days, string kind) => kind switch
    {
        "working" => new(days, DayKind.Working),
        "calendar" => new(days, DayKind.Calendar),
        "unstated" => new(days, Counting.Unstated),
        "immediate" => TimeLimit.AtOnce,
        _ => throw new ArgumentException($"'{kind}' is not a kind of day: working, calendar, unstated or immediate", nameof(kind)),
    };

    /// <summary>The same for an application that came by a channel, with the days added for that.</summary>
    /// <param name="own">what its own service adds; null where the service is silent and the act holds</param>
    public TimeLimit Limit(int days, string kind, string channel, int? own) =>
        Limit(days, kind).With(own ?? ExtraDays.FirstOrDefault(extra => extra.Channel == channel)?.Days ?? 0, channel);

    /// <summary>What the act calls the authority of an appellate role of a service, such as first_appellate; null where it knows no such tier.</summary>
    public LocalText? AuthorityOf(string role) => Appeals.FirstOrDefault(tier => role == tier.Tier + "_appellate")?.Authority;

    /// <summary>Whether the clock may be paused for this reason. A query may be asked even where it pauses nothing.</summary>
    public bool AllowsPause(string reason) => Pauses.Any(p => p.Reason == reason && p.IsAllowed);
}
