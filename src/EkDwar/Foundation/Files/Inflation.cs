using System.Buffers;
using System.IO.Compression;

namespace EkDwar.Foundation.Files;

/// <summary>Unpacks zlib data of unknown intent: never beyond a limit, and damaged data is an answer, not an exception.</summary>
static class Inflation
{
    /// <summary>How many bytes these parts unpack to; limit + 1 when beyond it; −1 when they do not unpack.</summary>
    public static long Measure(IReadOnlyList<ReadOnlyMemory<byte>> parts, long limit)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            using var unpacked = new ZLibStream(new JoinedStream(parts), CompressionMode.Decompress);
            var length = 0L;
            while (length <= limit && unpacked.Read(buffer) is var read and > 0) length += read;
            return Math.Min(length, limit + 1);
        }
        catch (InvalidDataException)
        {
            return -1;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// What these bytes unpack to; what follows the packed data is not looked at. Damage ends it early without a word,
    /// as it does for readers of PDF. False when it goes beyond the limit. <paramref name="taken"/>: packed bytes read for it.
    /// </summary>
    public static bool TryUnpack(ReadOnlyMemory<byte> packed, int limit, out byte[] plain, out long taken)
    {
        var target = new ArrayBufferWriter<byte>();
        using var source = new JoinedStream([packed]);
        try
        {
            using var unpacked = new ZLibStream(source, CompressionMode.Decompress);
            while (target.WrittenCount <= limit && unpacked.Read(target.GetSpan(4096)) is var read and > 0) target.Advance(read);
        }
        catch (InvalidDataException)
        {
            // What came out before the damage is what a reader would use.
        }
        taken = source.Taken;
        plain = target.WrittenSpan.ToArray();
        return plain.Length <= limit;
    }
}
