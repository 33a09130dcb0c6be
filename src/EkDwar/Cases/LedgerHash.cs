using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EkDwar.Cases;

/// <summary>
/// The chain: SHA-256 over the previous hash and every stored field of the entry, each field preceded by its length
/// (32 bits, big-endian) so that no two entries share an encoding. Instants count as microseconds since year 1.
/// </summary>
public static class LedgerHash
{
    public static readonly byte[] Start = new byte[32];

    public static byte[] Of(LedgerEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, entry.PreviousHash);
        Add(hash, entry.StreamKind);
        Add(hash, entry.StreamId);
        Add(hash, entry.Seq);
        Add(hash, entry.Kind);
        Add(hash, entry.At.Ticks / TimeSpan.TicksPerMicrosecond);
        Add(hash, entry.Actor);
        Add(hash, entry.PostId?.ToString("D") ?? "");
        Add(hash, entry.Facts);
        Add(hash, entry.Body);
        return hash.GetHashAndReset();
    }

    static void Add(IncrementalHash hash, string text) => Add(hash, Encoding.UTF8.GetBytes(text));

    static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        Add(hash, bytes);
    }

    static void Add(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
