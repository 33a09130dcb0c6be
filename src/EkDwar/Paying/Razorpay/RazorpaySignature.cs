using System.Security.Cryptography;
using System.Text;

namespace EkDwar.Paying.Razorpay;

/// <summary>How Razorpay signs: HMAC-SHA256, in lower-case hexadecimal, over the bytes as they came.</summary>
/// <remarks>https://razorpay.com/docs/webhooks/validate-test/</remarks>
public static class RazorpaySignature
{
    public static string Of(ReadOnlySpan<byte> body, string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    /// <summary>Compared in a time that tells nothing of how much was right.</summary>
    public static bool IsRight(ReadOnlySpan<byte> body, string secret, string? signature) =>
        signature is { Length: 64 } && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(body, secret)), Encoding.ASCII.GetBytes(signature));
}
