using EkDwar.Foundation.Languages;

namespace EkDwar.Notifying;

/// <summary>A message to be handed to a channel. The key stays the same at every try: a gateway that knows keys sends it once.</summary>
/// <param name="To">where it goes: the ten digits of a mobile, or an e-mail address</param>
public sealed record Outgoing(Guid Key, string To, string Text, string Language)
{
    /// <summary>Which senders carry it. For "voice" the text is what is spoken.</summary>
    public string Channel { get; init; } = "sms";

    /// <summary>The text of the house it was made from, or whose place a service's own words took, such as <c>ApplicationSubmitted</c> or <c>one_time_code</c>.</summary>
    public string Template { get; init; } = "";

    /// <summary>The service whose own words these are; empty where they are the house's.</summary>
    public string Service { get; init; } = "";

    /// <summary>The state it is about, by whose gateways it leaves; empty for a one-time code, which is about none.</summary>
    public string State { get; init; } = "";

    /// <summary>The same in another language, for a channel that may not carry every language; null where it is said in one alone.</summary>
    public Func<LanguageCode, string>? TextIn { get; init; }

    /// <summary>The house's own sentence, where a service's words took its place; null where they did not.</summary>
    public Func<LanguageCode, string>? HouseTextIn { get; init; }

    /// <summary>Whose it is, where it goes to somebody's account; null for a code or somebody who has none.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The case it is about; null where it is about none.</summary>
    public long? CaseId { get; init; }

    /// <summary>The broadcast it is one of; null where it is of none.</summary>
    public Guid? BroadcastId { get; init; }

    /// <summary>The how manieth try this is: after the last of the retry table it is kept as failed.</summary>
    public int Try { get; init; } = 1;

    /// <summary>What an e-mail has beside its text; null on every other channel.</summary>
    public Mail? Mail { get; init; }
}

/// <summary>What an e-mail has beside the text that every channel has.</summary>
/// <param name="Html">the same once more, as a page without styles, pictures or scripts</param>
/// <param name="FromName">who writes, in the receiver's language</param>
public sealed record Mail(string Subject, string Html, string FromName)
{
    /// <summary>A PDF that goes with it; null where none does.</summary>
    public MailFile? File { get; init; }
}

/// <summary>A PDF that goes with an e-mail.</summary>
public sealed record MailFile(string Name, byte[] Pdf);

/// <summary>What a provider said of a message it took.</summary>
/// <param name="Outcome">one word: "shown" on the phone page, "sent" where it left the house</param>
public sealed record Handed(string Outcome)
{
    /// <summary>By which the provider names it in its reports; null where it names none.</summary>
    public string? ProviderId { get; init; }

    /// <summary>How it left, where that was in other words or another language than was asked for.</summary>
    public (string Text, string Language)? Left { get; init; }

    /// <summary>How many text messages it cost, and of which of a day's purses; 0 where it costs nothing.</summary>
    public int Segments { get; init; }
    public string? Purse { get; init; }
}

/// <summary>The provider will never take this message, however often it is asked: a number or an address that does not exist, a text it does not know.</summary>
/// <param name="reason">a word for people and pages, such as "no_such_address"; never what the provider wrote, which may hold a name</param>
public sealed class NeverTaken(string reason) : Exception($"A message was refused for good: {reason}")
{
    public string Reason => reason;
}

/// <summary>The provider was given the whole message and said nothing: it may have left. It is not given to another in the same try.</summary>
public sealed class MayHaveLeft(Exception? inner = null) : Exception("No answer came after a message was handed over", inner);

/// <summary>A way a message leaves the house. Channels implement it; Notifying decides what is said to whom.</summary>
public interface ISender
{
    /// <summary>sms, email, voice or whatsapp.</summary>
    string Channel { get; }

    /// <summary>Who carries it, such as "smtp" or "cdac"; a channel may have several, tried in their order.</summary>
    string Provider { get; }

    /// <summary>Its place among those that carry this message, the lowest first; null when it does not carry it.</summary>
    int? Rank(Outgoing message) => 0;

    /// <summary>Hands the message over. Throws <see cref="NeverTaken"/>, <see cref="MayHaveLeft"/>, or anything else when it could not now, to be tried again.</summary>
    Task<Handed> Send(Outgoing message);
}
