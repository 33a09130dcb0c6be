using System.Globalization;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;

namespace EkDwar.Cases.Limits;

/// <summary>
/// The timer of a stage's own days: it looks at the case on the first day on which these may be used up. On which day they are is
/// read from the clock then, and where it is a later one, the timer is set to that.
/// </summary>
/// <param name="Since">The day on which the case came to the stage, on whichever of its desks.</param>
public sealed record StageTimer(CaseReference Reference, string Stage, DateOnly Since)
{
    public const string OutboxKind = "stage_budget";

    // No way of counting uses so many days up earlier than this: pauses, holidays and a first day left out only come on top.
    public static OutboxMessage First(CaseReference reference, WorkItem item, int days) =>
        OutboxMessage.Of(OutboxKind, new StageTimer(reference, item.Stage, SinceOf(item)).Body, StateTime.StartOf(SinceOf(item).AddDays(days - 1)));

    public OutboxMessage Next(OutboxMessage message, DateOnly on) => message.Next(Body, StateTime.StartOf(on));

    public bool IsOf(WorkItem item) => item.Stage == Stage && SinceOf(item) == Since;

    public static StageTimer Read(OutboxMessage message) =>
        message.Body.Split(' ') is [var text, var stage, var since] && CaseReference.TryParse(text, out var reference)
            ? new(reference, stage, DateOnly.ParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture)) : throw new FormatException("no timer of a stage");

    string Body => $"{Reference.Compact} {Stage} {Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    static DateOnly SinceOf(WorkItem item) => StateTime.Day(item.StageSinceAt ?? item.SinceAt);
}
