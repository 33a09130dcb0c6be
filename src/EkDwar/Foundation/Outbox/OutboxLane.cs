namespace EkDwar.Foundation.Outbox;

/// <summary>
/// Which messages wait behind one another. Each lane is worked on its own, so that a flood in one, or a gateway that stalls,
/// holds up no other: one-time codes; the house's own work, statutory timers among it; what tells somebody of a case as a text
/// message; e-mail; what is sent to many.
/// </summary>
public enum OutboxLane { Codes, Work, Notices, Mail, Broadcasts }
