using EkDwar.Foundation.Languages;

namespace EkDwar.Applying;

/// <summary>One line of a list with its name: an officer with the role, or a fee head with its amount as text.</summary>
public sealed record SlipLine(string Label, string Value);

/// <summary>
/// The last date for the decision as text, in the slip's language, and how it was counted, for example "15 working days";
/// null where nothing is to be said of the counting.
/// </summary>
public sealed record SlipDue(string DateText, string? CountedAs);

/// <summary>
/// Everything an acknowledgement slip says (Form I), as text ready to print in the applicant's language. A slip has a due
/// date or what the clock still waits for, missing papers, consents or the fee, never both.
/// </summary>
public sealed record SlipContent
{
    public required LanguageCode Language { get; init; }
    public required string Heading { get; init; }

    /// <summary>The act and the number of its form.</summary>
    public required string ActAndForm { get; init; }

    public required string Reference { get; init; }
    public required string ReceivedAt { get; init; }
    public required string Service { get; init; }
    public required string Applicant { get; init; }

    /// <summary>The tier she chose, such as urgent; null where the service has none.</summary>
    public string? Tier { get; init; }

    /// <summary>Designated officer, then the appellate authorities.</summary>
    public required IReadOnlyList<SlipLine> Officers { get; init; }

    public required IReadOnlyList<string> PapersReceived { get; init; }
    public required IReadOnlyList<string> PapersMissing { get; init; }

    /// <summary>Who has to consent still, each with her name.</summary>
    public IReadOnlyList<string> ConsentsMissing { get; init; } = [];

    /// <summary>Fee heads and amounts; empty where the service is free.</summary>
    public required IReadOnlyList<SlipLine> Fees { get; init; }

    /// <summary>For example that nothing is to be paid now; shown even without fee heads.</summary>
    public string? FeeNote { get; init; }

    public string? FeeTotal { get; init; }

    /// <summary>Whether the clock waits for the fee.</summary>
    public bool WaitsForFee { get; init; }

    /// <summary>The event with which the clock starts, where it waits for nothing else; null where papers or fee start it, or it runs.</summary>
    public string? StartsWith { get; init; }

    public required SlipDue? Due { get; init; }

    /// <summary>The centre and operator where the application was filed with help; null otherwise.</summary>
    public string? Centre { get; init; }

    public required IReadOnlyList<string> StatusWays { get; init; }
    public required string QrText { get; init; }

    /// <summary>UTC; stands in the file as its date of making.</summary>
    public required DateTime MadeAt { get; init; }
}
