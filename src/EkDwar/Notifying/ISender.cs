namespace EkDwar.Notifying;

/// <summary>A way a message leaves the house. Channels implement it; Notifying decides what is said to whom.</summary>
public interface ISender
{
    string Channel { get; }

    /// <summary>Hands the message over; throws when it could not, to be tried again.</summary>
    Task Send(string mobile, string text, string language);
}
