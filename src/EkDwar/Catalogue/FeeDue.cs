using System.Text.Json;
using System.Text.Json.Serialization;

namespace EkDwar.Catalogue;

/// <summary>One head of a fee that is owed, in paise.</summary>
public sealed record FeeLine(string Code, long AmountMinor);

/// <summary>What one application owes, worked out when it was sent, or by the office that assesses it. Not a receipt: that it was paid stands elsewhere.</summary>
public sealed record FeeDue(string Pay, IReadOnlyList<FeeLine> Lines)
{
    public static readonly FeeDue None = new(FeeRule.AtSubmission, []), Waived = new(FeeRule.Waived, []);

    public long TotalMinor => Lines.Sum(line => line.AmountMinor);

    /// <summary>Whether the house collects it: online, or where the file says so at the office.</summary>
    public bool IsPaidOnline => Pay is FeeRule.AtSubmission or FeeRule.Assessed && TotalMinor > 0;

    /// <summary>Whether anything is, or may yet be, to pay.</summary>
    public bool IsToPay => IsPaidOnline || Pay == FeeRule.AfterAssessment;

    public string ToText() => JsonSerializer.Serialize(this, FeeDueJson.Default.FeeDue);

    public static FeeDue Parse(string text) => JsonSerializer.Deserialize(text, FeeDueJson.Default.FeeDue)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(FeeDue))]
sealed partial class FeeDueJson : JsonSerializerContext;
