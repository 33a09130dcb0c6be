namespace EkDwar.Foundation.Outbox;

/// <summary>
/// What one kind of message does. It may run twice for one message (a crash between doing and noting), so it must find
/// out from the data whether its work is already there. Throw to be tried again later.
/// </summary>
public interface IOutboxHandler
{
    string Kind { get; }

    Task Handle(OutboxMessage message);
}
