using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EkDwar.Foundation.Secrets;

/// <summary>
/// Encrypts so that a change is noticed (AES-256-GCM) and binds the bytes to their place: what was sealed for one row
/// does not open in another. Sealed: one byte of version, 12 of nonce, 16 of tag, then the ciphertext, as long as the plain.
/// </summary>
/// <remarks>
/// The nonce is random, so one key may seal at most 2^32 times (NIST SP 800-38D, 8.3): ample for a key per case.
/// An <see cref="AesGcm"/> made once with <see cref="Cipher"/> spares its set-up when many rows of one case are opened;
/// it is not for two threads at once.
/// </remarks>
public static class Sealing
{
    public const int KeyLength = 32;
    public const int Overhead = 1 + NonceLength + TagLength;

    const byte Version = 1;
    const int NonceLength = 12;
    const int TagLength = 16;

    public static AesGcm Cipher(ReadOnlySpan<byte> key) => new(key, TagLength);

    /// <summary>Where a sealed value belongs, as bytes: what it is, and the numbers of its row. Two places never read alike.</summary>
    public static byte[] Context(string what, params ReadOnlySpan<long> place)
    {
        var length = Encoding.UTF8.GetByteCount(what);
        var context = new byte[4 + length + 8 * place.Length];
        BinaryPrimitives.WriteInt32BigEndian(context, length);
        Encoding.UTF8.GetBytes(what, context.AsSpan(4));
        for (var i = 0; i < place.Length; i++) BinaryPrimitives.WriteInt64BigEndian(context.AsSpan(4 + length + 8 * i), place[i]);
        return context;
    }

    public static byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> key, ReadOnlySpan<byte> context)
    {
        using var cipher = Cipher(key);
        return Seal(plain, cipher, context);
    }

    public static byte[] Seal(ReadOnlySpan<byte> plain, AesGcm cipher, ReadOnlySpan<byte> context)
    {
        var sealedBytes = GC.AllocateUninitializedArray<byte>(plain.Length + Overhead);
        SealInto(sealedBytes, plain, cipher, context);
        return sealedBytes;
    }

    /// <summary>As <c>Seal</c>, into a buffer of exactly plain length + <see cref="Overhead"/> bytes.</summary>
    public static void SealInto(Span<byte> target, ReadOnlySpan<byte> plain, AesGcm cipher, ReadOnlySpan<byte> context)
    {
        target[0] = Version;
        var nonce = target.Slice(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        cipher.Encrypt(nonce, plain, target[Overhead..], target.Slice(1 + NonceLength, TagLength), context);
    }

    /// <exception cref="SealBrokenException">altered, moved, cut short, or another key</exception>
    public static byte[] Open(ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> key, ReadOnlySpan<byte> context)
    {
        using var cipher = Cipher(key);
        return Open(sealedBytes, cipher, context);
    }

    /// <exception cref="SealBrokenException">altered, moved, cut short, or another key</exception>
    public static byte[] Open(ReadOnlySpan<byte> sealedBytes, AesGcm cipher, ReadOnlySpan<byte> context)
    {
        var plain = GC.AllocateUninitializedArray<byte>(PlainLength(sealedBytes));
        OpenInto(plain, sealedBytes, cipher, context);
        return plain;
    }

    public static byte[] SealText(string text, ReadOnlySpan<byte> key, ReadOnlySpan<byte> context)
    {
        using var cipher = Cipher(key);
        return SealText(text, cipher, context);
    }

    public static byte[] SealText(string text, AesGcm cipher, ReadOnlySpan<byte> context)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return Seal(buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)), cipher, context);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <exception cref="SealBrokenException">altered, moved, cut short, or another key</exception>
    public static string OpenText(ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> key, ReadOnlySpan<byte> context)
    {
        using var cipher = Cipher(key);
        return OpenText(sealedBytes, cipher, context);
    }

    /// <exception cref="SealBrokenException">altered, moved, cut short, or another key</exception>
    public static string OpenText(ReadOnlySpan<byte> sealedBytes, AesGcm cipher, ReadOnlySpan<byte> context)
    {
        var length = PlainLength(sealedBytes);
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            OpenInto(buffer.AsSpan(0, length), sealedBytes, cipher, context);
            return Encoding.UTF8.GetString(buffer, 0, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    static int PlainLength(ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < Overhead) throw new SealBrokenException("it is cut short");
        if (sealedBytes[0] != Version) throw new SealBrokenException("it is of a version this program does not know");
        return sealedBytes.Length - Overhead;
    }

    static void OpenInto(Span<byte> plain, ReadOnlySpan<byte> sealedBytes, AesGcm cipher, ReadOnlySpan<byte> context)
    {
        try
        {
            cipher.Decrypt(sealedBytes.Slice(1, NonceLength), sealedBytes[Overhead..], sealedBytes.Slice(1 + NonceLength, TagLength), plain, context);
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new SealBrokenException("altered, moved to another place, or another key", e);
        }
    }
}
