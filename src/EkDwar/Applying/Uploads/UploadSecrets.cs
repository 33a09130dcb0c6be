using System.Security.Cryptography;
using EkDwar.Foundation.Secrets;

namespace EkDwar.Applying.Uploads;

/// <summary>The key of an upload's pieces, and the hash by which its content is known again without being readable.</summary>
public sealed class UploadSecrets(MasterKey master, KeyedHash hash)
{
    public byte[] NewKey(Guid uploadId) => Sealing.Seal(RandomNumberGenerator.GetBytes(Sealing.KeyLength), master.Wrapping, Bound(uploadId));

    public byte[] KeyOf(Upload upload) => Sealing.Open(upload.SealedKey, master.Wrapping, Bound(upload.UploadId));

    // Two accounts that send the same file have nothing in common here.
    public string HashOf(Guid accountId, ReadOnlySpan<byte> sha256) => hash.Of("upload", $"{accountId:N} {Convert.ToHexStringLower(sha256)}");

    /// <summary>A piece opens at its own offset of its own upload and nowhere else.</summary>
    public static byte[] Place(Upload upload, int offset) => Sealing.Context($"upload {upload.UploadId:N}", offset);

    static byte[] Bound(Guid uploadId) => Sealing.Context($"upload key {uploadId:N}");
}
