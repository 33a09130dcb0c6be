namespace EkDwar.Notifying;

/// <summary>A message to be handed to a channel. The key stays the same at every try: a gateway that knows keys sends it once.</summary>
public sealed record Outgoing(Guid Key, string Mobile, string Text, string Language)
{
    /// <summary>Which sender carries it. For "voice" the text is what is spoken.</summary>
    public string Channel { get; init; } = "sms";
}

/// <summary>A way a message leaves the house. Channels implement it; Notifying decides what is said to whom.</summary>
public interface ISender
{
    /// <summary>sms, voice or whatsapp.</summary>
    string Channel { get; }

    /// <summary>Hands the message over and says in one word what became of it; throws when it could not, to be tried again.</summary>
    Task<string> Send(Outgoing message);
}
