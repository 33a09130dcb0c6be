using System.Globalization;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;

namespace EkDwar.Cases.Limits;

/// <summary>
/// The timer of a legal limit: it wakes the house on each day on which somebody is to be told how much of the limit is used, and
/// when the last day has ended. Each step sets the next, once. One that was overtaken by another date finds nothing to do.
/// </summary>
/// <param name="Told">The highest per cent that was told so far.</param>
public sealed record LimitTimer(CaseReference Reference, DateOnly DueOn, int Told)
{
    public const string OutboxKind = "limit";

    // Nodes whose clocks disagree by some minutes: each of them has the new day before any of them acts on it.
    static readonly TimeSpan Slack = TimeSpan.FromMinutes(15);

    /// <summary>When it is certain that a day has ended.</summary>
    public static DateTime AfterDay(DateOnly day) => StateTime.StartOf(day.AddDays(1)) + Slack;

    /// <summary>The first look at a due date that was just counted.</summary>
    public static OutboxMessage First(CaseReference reference, DateOnly dueOn, DateOnly looksOn) => OutboxMessage.Of(OutboxKind, new LimitTimer(reference, dueOn, 0).Body, When(dueOn, looksOn));

    /// <summary>That of a late case which has none: made again, it is the same message.</summary>
    public static OutboxMessage Missed(CaseReference reference, DateOnly dueOn) => new()
    {
        Id = DerivedId.Of($"{OutboxKind} {reference.Compact} {Word(dueOn)} missed"), Kind = OutboxKind, Body = new LimitTimer(reference, dueOn, 0).Body, DueAt = AfterDay(dueOn),
    };

    /// <summary>What follows the message this was read from.</summary>
    public OutboxMessage Next(OutboxMessage message, int told, DateOnly looksOn) => message.Next((this with { Told = told }).Body, When(DueOn, looksOn));

    public static LimitTimer Read(OutboxMessage message) =>
        message.Body.Split(' ') is [var text, var day, var told] && CaseReference.TryParse(text, out var reference)
            ? new(reference, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), int.Parse(told, CultureInfo.InvariantCulture))
            : throw new FormatException("no timer of a limit");

    string Body => string.Create(CultureInfo.InvariantCulture, $"{Reference.Compact} {Word(DueOn)} {Told}");

    static string Word(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static DateTime When(DateOnly dueOn, DateOnly looksOn) => looksOn > dueOn ? AfterDay(dueOn) : StateTime.StartOf(looksOn);
}
