namespace EkDwar.Foundation.Outbox;

/// <summary>Thrown by a handler whose message may not be handled before then. It is no failure: no try is counted.</summary>
/// <param name="until">the instant, in UTC, from which it is due again</param>
public sealed class NotYet(DateTime until) : Exception("A message waits for its time")
{
    public DateTime Until => until;
}
