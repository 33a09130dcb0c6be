using System.Globalization;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;

namespace EkDwar.Cases.Waits;

/// <summary>
/// The timer of a case that waits for the citizen's side: it reminds at half of the time and a week before its end, and closes
/// when the last day has ended. Each step sets the next. One that was overtaken by another date finds nothing to do.
/// </summary>
public sealed record WaitTimer(CaseReference Reference, DateOnly ClosesOn, string Step)
{
    public const string OutboxKind = "wait", Remind = "remind", Close = "close";

    const int LastWarning = 7, MorningHour = 9;

    /// <summary>The first step of a wait that begins on this day.</summary>
    public static OutboxMessage First(CaseReference reference, DateOnly since, DateOnly closesOn) =>
        Message(reference, closesOn, Remind, Morning(since.AddDays((closesOn.DayNumber - since.DayNumber) / 2)));

    /// <summary>What follows a reminder that went out today: a week before the end another, and then the end.</summary>
    public OutboxMessage Next(DateOnly today) => ClosesOn.AddDays(-LastWarning) is var week && today < week
        ? Message(Reference, ClosesOn, Remind, Morning(week)) : Message(Reference, ClosesOn, Close, StateTime.StartOf(ClosesOn.AddDays(1)));

    public static WaitTimer Read(OutboxMessage message) =>
        message.Body.Split(' ') is [var text, var day, var step] && CaseReference.TryParse(text, out var reference)
            ? new(reference, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), step) : throw new FormatException("no timer of a case that waits");

    static OutboxMessage Message(CaseReference reference, DateOnly closesOn, string step, DateTime at) =>
        OutboxMessage.Of(OutboxKind, $"{reference.Compact} {closesOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {step}", at);

    // Nobody is woken by a reminder.
    static DateTime Morning(DateOnly day) => StateTime.StartOf(day).AddHours(MorningHour);
}
