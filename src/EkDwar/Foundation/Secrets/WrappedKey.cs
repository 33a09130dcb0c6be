using System.Security.Cryptography;

namespace EkDwar.Foundation.Secrets;

/// <summary>
/// The key of one case or one person, as it may lie in the database: sealed under the master key and bound to whose it is.
/// To destroy every copy of it is to erase what it sealed. Pure functions; the table and the erasure list live elsewhere.
/// </summary>
public static class WrappedKey
{
    /// <summary>A fresh random key and its wrapping; the caller keeps only the wrapping.</summary>
    public static (byte[] Key, byte[] Wrapped) New(MasterKey master, ReadOnlySpan<byte> owner)
    {
        var key = RandomNumberGenerator.GetBytes(Sealing.KeyLength);
        return (key, Sealing.Seal(key, master.Wrapping, owner));
    }

    /// <exception cref="SealBrokenException">altered, another owner's, or wrapped under another master key</exception>
    public static byte[] Unwrap(MasterKey master, ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> owner)
    {
        var key = Sealing.Open(wrapped, master.Wrapping, owner);
        return key.Length == Sealing.KeyLength ? key : throw new SealBrokenException("what is inside is not a key");
    }
}
