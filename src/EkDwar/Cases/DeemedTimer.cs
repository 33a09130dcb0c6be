using System.Globalization;
using EkDwar.Cases.Limits;
using EkDwar.Foundation.Outbox;

namespace EkDwar.Cases;

/// <summary>The timer of a deemed outcome: set whenever the due date is counted, for the first instant after that day. One that was overtaken by another date finds nothing to do.</summary>
public static class DeemedTimer
{
    public const string OutboxKind = "deemed";

    public static OutboxMessage Of(CaseReference reference, DateOnly dueOn) =>
        OutboxMessage.Of(OutboxKind, $"{reference.Compact} {dueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", LimitTimer.AfterDay(dueOn));

    /// <summary>Whose timer it is, and which date it was set for.</summary>
    public static (CaseReference Reference, DateOnly DueOn) Read(OutboxMessage message) =>
        message.Body.Split(' ') is [var text, var due] && CaseReference.TryParse(text, out var reference)
            ? (reference, DateOnly.ParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture)) : throw new FormatException("no timer of a deemed outcome");
}
