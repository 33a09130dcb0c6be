using System.Text.Json;
using System.Text.Json.Serialization;

namespace EkDwar.Cases;

/// <summary>
/// What an entry says in clear: where the case stands afterwards, and what it did to the clock. No personal data.
/// A case's row is the last of these.
/// </summary>
/// <param name="Clock">Clock facts of this entry in their canonical text; empty when it did not touch the clock.</param>
/// <param name="Law">The hash of the law the due date was counted with, in an entry that counted it.</param>
public sealed record LedgerFacts(CaseStatus Status, DateOnly? DueOn, bool IsPaused, string? Stage, Guid? PostId, IReadOnlyList<string> Clock, string? Law = null)
{
    /// <summary>The stages at which it lies besides, where several act side by side.</summary>
    public IReadOnlyList<string>? Beside { get; init; }

    /// <summary>The last day on which what it waits for may come, where it is closed after it.</summary>
    public DateOnly? ClosesOn { get; init; }

    /// <summary>The due date that ended without a decision; stays once it was written.</summary>
    public DateOnly? LimitPassedOn { get; init; }

    public string ToText() => JsonSerializer.Serialize(this, LedgerJson.Default.LedgerFacts);

    public static LedgerFacts Parse(string text) => JsonSerializer.Deserialize(text, LedgerJson.Default.LedgerFacts)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LedgerFacts))]
sealed partial class LedgerJson : JsonSerializerContext;
