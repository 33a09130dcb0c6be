using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace EkDwar.People;

/// <summary>Time-based one-time passwords, RFC 6238: HMAC-SHA-1, six digits, steps of thirty seconds; one step either way is accepted.</summary>
public static class Totp
{
    public const int SecretLength = 20;

    public static long StepAt(DateTime utc) => (long)(utc - DateTime.UnixEpoch).TotalSeconds / 30;

    public static string Code(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[20];
#pragma warning disable CA5350 // RFC 6238 and the authenticator apps people have use HMAC-SHA-1, which is not broken as a MAC.
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var at = mac[19] & 0xF;
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[at..]) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step this code belongs to, later than the last one used; null when it is wrong, old or used.</summary>
    public static long? Accept(ReadOnlySpan<byte> secret, string typed, DateTime now, long lastStep)
    {
        var current = StepAt(now);
        for (var step = current - 1; step <= current + 1; step++)
            if (step > lastStep && CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.ASCII.GetBytes(Code(secret, step)), System.Text.Encoding.UTF8.GetBytes(typed)))
                return step;
        return null;
    }
}
