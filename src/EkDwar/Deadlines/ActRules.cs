using EkDwar.Foundation.Languages;

namespace EkDwar.Deadlines;

/// <summary>What happens when the last day of a limit finds the offices closed.</summary>
public enum ClosedLastDay { NextOpenDay, Stands }

/// <summary>How an act counts days, and where that is written. The sources are shown to readers, so they stand beside each rule.</summary>
public sealed record DayCounting(
    DayKind Unstated, LocalText UnstatedReason, string UnstatedSource,
    bool FirstDayCounts, string FirstDaySource,
    ClosedLastDay ClosedLastDay, string ClosedLastDaySource);

/// <summary>The event that starts the clock, such as <c>papers_complete</c>.</summary>
public sealed record StartRule(string Event, string Source);

/// <summary>The acknowledgement slip the act asks for, and within how many days.</summary>
public sealed record Acknowledgement(LocalText Form, TimeLimit Within, string Source);

/// <summary>A reason for which the clock may, or may not, be paused, and who may do it.</summary>
public sealed record PauseRule(string Reason, bool IsAllowed, string By, string Source);

/// <summary>
/// One tier of appeal. Where the law's limit could not be confirmed it is null and a page says so. <c>CondonableToDays</c> is
/// the whole period when lateness is excused; <c>IfNoOrderAfterDays</c> opens this tier when the one below stays silent.
/// </summary>
public sealed record AppealTier(
    string Tier, LocalText Authority, TimeLimit? LodgeWithin, int? CondonableToDays, int? IfNoOrderAfterDays,
    TimeLimit? DecideWithin, string Source);

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
public sealed record ActRules(
    string State, LocalText Name, LocalText ShortName, string Number, DateOnly InForceOn, string Source,
    DayCounting Counting, StartRule Start, Acknowledgement Acknowledgement,
    IReadOnlyList<PauseRule> Pauses, IReadOnlyList<AppealTier> Appeals, AutoFiling AutoFiling,
    IReadOnlyList<PenaltyText> Penalties)
{
    /// <summary>The limit of a notified row; where it does not say working or calendar, the act's own way of counting.</summary>
    public TimeLimit Limit(int days, DayKind? stated) => new(days, stated ?? Counting.Unstated);

    public bool AllowsPause(string reason) => Pauses.Any(p => p.Reason == reason && p.IsAllowed);
}
