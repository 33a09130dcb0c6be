using System.Text.Json;
using System.Text.Json.Serialization;
using EkDwar.Cases.Emergencies;
using EkDwar.Cases.Limits;
using EkDwar.Cases.Parties;

namespace EkDwar.Cases;

/// <summary>What an entry says under seal: words, grounds, and which official acted for the post.</summary>
public sealed record LedgerBody
{
    /// <summary>The official who held the post and acted; null for the applicant and the system.</summary>
    public Guid? OfficialId { get; init; }

    /// <summary>Words written by the actor, in the language she wrote them.</summary>
    public string? Words { get; init; }

    /// <summary>The coded ground of a refusal.</summary>
    public string? Ground { get; init; }

    /// <summary>What a field report recommends.</summary>
    public bool? Recommends { get; init; }

    /// <summary>Of a duplicate: the reference of the other case.</summary>
    public string? Other { get; init; }

    /// <summary>Of a case that went to another office: the place it belongs to, and both offices.</summary>
    public string? Place { get; init; }
    public Guid? Office { get; init; }
    public Guid? OfficeBefore { get; init; }

    /// <summary>Of an act that ends a stage with a list: what the officer ticked, and why not all of it.</summary>
    public IReadOnlyList<string>? Checked { get; init; }
    public string? WhyNotChecked { get; init; }

    /// <summary>Of a field visit: its number within the case, whom it was asked of (with the end of the mobile), and the stored photos that came.</summary>
    public int? Visit { get; init; }
    public string? Visitor { get; init; }
    public IReadOnlyList<string>? Photos { get; init; }

    /// <summary>Of a paper that was found infected: its question.</summary>
    public IReadOnlyList<string>? About { get; init; }

    /// <summary>Of a query: each answer and paper that is at fault, and why.</summary>
    public IReadOnlyList<Defect>? Defects { get; init; }

    /// <summary>Of a second query: why it was not asked the first time.</summary>
    public string? Why { get; init; }

    /// <summary>Of the answer to a query, or of a correction: what it replaced, by question, as JSON. Nothing that was stated is lost.</summary>
    public IReadOnlyDictionary<string, string>? Replaced { get; init; }

    /// <summary>Of a correction that the office was asked for: what shall stand there, by question, as JSON.</summary>
    public IReadOnlyDictionary<string, string>? Corrected { get; init; }

    /// <summary>Of a submission: the fee as it was worked out. Of a payment or a refund: the amount and the gateway's id of it.</summary>
    public string? Fee { get; init; }

    /// <summary>Of an assessment: what the officer stated, by fact. Of a fee taken by hand, a payment looked into or an order: its means, numbers and days.</summary>
    public IReadOnlyDictionary<string, string>? Stated { get; init; }

    /// <summary>Of a party's answer, or of a signature the officer saw.</summary>
    public PartyConsent? Consent { get; init; }

    /// <summary>Whose consent is asked from here on, or asked again because what she was shown has changed.</summary>
    public IReadOnlyList<string>? Asks { get; init; }

    /// <summary>Of a submission: days, officers and stages as they were worked out.</summary>
    public string? Terms { get; init; }

    /// <summary>Of a certificate: its number within the case.</summary>
    public int? CertificateSeq { get; init; }

    /// <summary>Of a form an officer filled in: what she answered, as JSON.</summary>
    public string? Findings { get; init; }

    /// <summary>Of a case that was closed because something never came: what, as the rule that closed it calls it.</summary>
    public string? Cause { get; init; }

    /// <summary>Of a case sent back: the stage it was sent back to.</summary>
    public string? ReturnedTo { get; init; }

    /// <summary>Of a case that went to another desk of its stage: the post that got it.</summary>
    public Guid? To { get; init; }

    /// <summary>Of a grant by a register: the record as it was given.</summary>
    public string? Record { get; init; }

    /// <summary>Of a case asked for in an emergency: by whom, why and until when; whoever answered is the entry's actor, and the words are hers who asked.</summary>
    public EmergencyFact? Emergency { get; init; }

    /// <summary>Of a limit that passed: on which day, on whom the default falls, and what the act lets the applicant do.</summary>
    public PassedLimit? Limit { get; init; }

    /// <summary>Of an application that another person sent in her name: who, as she named him.</summary>
    public string? Agent { get; init; }

    /// <summary>As it was, with what was ticked.</summary>
    public LedgerBody With(Checked? ticks) => this with { Checked = ticks is { Ticked.Count: > 0 } ? ticks.Ticked : null, WhyNotChecked = ticks?.WhyNot };

    public string ToText() => JsonSerializer.Serialize(this, LedgerBodyJson.Default.LedgerBody);

    public static LedgerBody Parse(string text) => JsonSerializer.Deserialize(text, LedgerBodyJson.Default.LedgerBody)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LedgerBody))]
sealed partial class LedgerBodyJson : JsonSerializerContext;
