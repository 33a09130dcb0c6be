using EkDwar.Foundation.Languages;

namespace EkDwar.Catalogue;

/// <summary>
/// What a service says in its own words when something happens to a case, in place of the house's sentence. Not a letter:
/// it leaves as a text message, so it is short, and braces name only what is listed with its event.
/// </summary>
public sealed class EventMessage
{
    public const string Service = "service", Reference = "reference", Due = "due";

    /// <summary>Each event by its word in a file: the notice it words, and whether a legal date is known then.</summary>
    static readonly Dictionary<string, (string Notice, bool HasDate)> All = new()
    {
        ["received"] = ("ApplicationSubmitted", true), ["received_without_date"] = ("ApplicationSubmitted_without_date", false), ["clock_started"] = ("ClockStarted", true), ["papers_missing"] = ("ApplicationSubmitted_papers_missing", false), ["consent_missing"] = ("ApplicationSubmitted_consent_missing", false),
        ["fee_due"] = ("ApplicationSubmitted_fee_unpaid", false), ["papers_complete"] = ("PapersCompleted", false), ["fee_paid"] = ("FeePaid", false),
        ["query"] = ("QueryRaised", false), ["granted"] = ("CertificateIssued", false), ["granted_fee_due"] = ("ApplicationGranted", false),
        ["refused"] = ("ApplicationRefused", false), ["due_date_changed"] = ("DueDateRecounted", true), ["deemed_granted"] = ("DeemedGranted", true), ["deemed_refused"] = ("DeemedRefused", true), ["revoked"] = ("CertificateRevoked", false),
    };

    public static IReadOnlyCollection<string> Events => All.Keys;

    public string Event { get; init; } = "";
    public LocalText Says { get; init; } = [];

    /// <summary>What braces may name in a message about this event.</summary>
    public static IReadOnlyList<string> Fields(string word) => All.TryGetValue(word, out var known) && known.HasDate ? [Service, Reference, Due] : [Service, Reference];

    /// <summary>The notice it words; null where its event is none.</summary>
    public string? Notice => All.TryGetValue(Event, out var known) ? known.Notice : null;

    /// <summary>Whether it words the notice of this name.</summary>
    public bool Words(string notice) => Notice == notice;

    /// <summary>The message filled in; null where the service does not say it in this language.</summary>
    public string? In(LanguageCode language, string service, string reference, string due) => !Says.TryGetValue(language.Code, out var text) ? null
        : text.Replace($"{{{Service}}}", service, StringComparison.Ordinal).Replace($"{{{Reference}}}", reference, StringComparison.Ordinal).Replace($"{{{Due}}}", due, StringComparison.Ordinal);
}
