using System.Text.Json;

namespace EkDwar.Processing.Searches;

/// <summary>What an official searches for: a name or a part of it in any script, a reference or a mobile, and what narrows it. Empty where she has asked nothing.</summary>
public sealed record Sought
{
    public const int LongestWords = 200;

    public string Words { get; init; } = "";

    /// <summary>A village or other place of her office's area, by a part of its name.</summary>
    public string Village { get; init; } = "";
    public string Service { get; init; } = "";
    public int? Year { get; init; }

    /// <summary>Whether it is open or closed; null for both.</summary>
    public bool? IsOpen { get; init; }

    public bool IsNarrowed => Village.Length > 0 || Service.Length > 0 || Year is not null || IsOpen is not null;

    public string ToText() => JsonSerializer.Serialize(this, Plain);

    public static Sought Parse(string text) => JsonSerializer.Deserialize<Sought>(text, Plain) ?? new();

    static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
