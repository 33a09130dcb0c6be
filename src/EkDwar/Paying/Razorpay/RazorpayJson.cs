using System.Text.Json;

namespace EkDwar.Paying.Razorpay;

/// <summary>Reads JSON that somebody else wrote, and takes nothing for granted: what is missing or of another type is null.</summary>
static class RazorpayJson
{
    public static string? Text(this JsonElement of, string name) => of.Part(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static long? Number(this JsonElement of, string name) => of.Part(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    public static JsonElement? Part(this JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) ? value : null;

    /// <summary>What a call-back is about: <c>payload.payment.entity</c> and its like.</summary>
    public static JsonElement? Entity(this JsonElement told, string name) =>
        told.Part("payload")?.Part(name)?.Part("entity") is { ValueKind: JsonValueKind.Object } entity ? entity : null;

    /// <summary>The things of a list; null when there is no list.</summary>
    public static IReadOnlyList<JsonElement>? List(this JsonElement of, string name) => of.Part(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : null;

    /// <summary>An address a browser may be sent to.</summary>
    public static string? Address(this JsonElement of, string name) => of.Text(name) is { } url && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? url : null;

    public static bool IsCaptured(this JsonElement payment) => payment.Text("status") == "captured";

    /// <summary>Whether the payer gave her word and the money is not taken yet. One only begun tells nothing: payers leave many so.</summary>
    public static bool IsUnderWay(this JsonElement payment) => payment.Text("status") == "authorized";
}
