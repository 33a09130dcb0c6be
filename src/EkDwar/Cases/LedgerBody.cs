using System.Text.Json;
using System.Text.Json.Serialization;
using EkDwar.Cases.Emergencies;
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

    /// <summary>Of a paper that was found infected: its question.</summary>
    public IReadOnlyList<string>? About { get; init; }

    /// <summary>Of a query: each answer and paper that is at fault, and why.</summary>
    public IReadOnlyList<Defect>? Defects { get; init; }

    /// <summary>Of the answer to a query: what it replaced, by question, as JSON. Nothing that was stated is lost.</summary>
    public IReadOnlyDictionary<string, string>? Replaced { get; init; }

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

    /// <summary>Of a grant by a register: the record as it was given.</summary>
    public string? Record { get; init; }

    /// <summary>Of a case asked for in an emergency: by whom, why and until when; whoever answered is the entry's actor, and the words are hers who asked.</summary>
    public EmergencyFact? Emergency { get; init; }

    /// <summary>Of an application that another person sent in her name: who, as she named him.</summary>
    public string? Agent { get; init; }

    public string ToText() => JsonSerializer.Serialize(this, LedgerBodyJson.Default.LedgerBody);

    public static LedgerBody Parse(string text) => JsonSerializer.Deserialize(text, LedgerBodyJson.Default.LedgerBody)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LedgerBody))]
sealed partial class LedgerBodyJson : JsonSerializerContext;
