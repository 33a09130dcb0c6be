using System.Buffers;
using System.Security.Cryptography;
using EkDwar.Foundation.Secrets;

namespace EkDwar.Foundation.Files;

/// <summary>
/// Keeps files of up to 10 MB encrypted in a folder, each under the hash of its ciphertext. When <c>Put</c> has returned,
/// the file outlives a power cut. It checks nothing about the content (that is PaperCheck) and knows no case.
/// </summary>
public sealed class FileStore(string folder)
{
    public const int MaxLength = 10 * 1024 * 1024;

    const string Incoming = "incoming";

    // A folder is remembered once its own name is known to be on the disk, so that it is flushed only once.
    readonly bool[] flushedFolders = new bool[256 * 256];

    /// <summary>A file as it will be stored, its id known before anything is written.</summary>
    /// <exception cref="ArgumentException">over 10 MB: the caller checks first</exception>
    public static SealedFile Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> key, ReadOnlySpan<byte> context)
    {
        if (plain.Length > MaxLength) throw new ArgumentException($"The file is over {MaxLength} bytes", nameof(plain));
        var ciphertext = Sealing.Seal(plain, key, context);
        return new(Convert.ToHexStringLower(SHA256.HashData(ciphertext)), ciphertext);
    }

    /// <summary>Stores what <see cref="Seal"/> made.</summary>
    public StoredFile Put(SealedFile file)
    {
        Keep(file.Id, file.Ciphertext);
        return new StoredFile(file.Id, file.Ciphertext.Length - Sealing.Overhead);
    }

    /// <exception cref="ArgumentException">over 10 MB: the caller checks first</exception>
    public StoredFile Put(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> key, ReadOnlySpan<byte> context)
    {
        if (plain.Length > MaxLength) throw new ArgumentException($"The file is over {MaxLength} bytes", nameof(plain));
        var length = plain.Length + Sealing.Overhead;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var ciphertext = buffer.AsSpan(0, length);
            using (var cipher = Sealing.Cipher(key)) Sealing.SealInto(ciphertext, plain, cipher, context);
            var id = Convert.ToHexStringLower(SHA256.HashData(ciphertext));
            Keep(id, ciphertext);
            return new StoredFile(id, plain.Length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The plain content, after hash and seal have been checked.</summary>
    /// <exception cref="StoredFileLostException">missing, or its bytes are not those that were stored</exception>
    /// <exception cref="SealBrokenException">whole, but of another key or another place</exception>
    public byte[] Read(string id, ReadOnlySpan<byte> key, ReadOnlySpan<byte> context)
    {
        using var file = Find(id);
        // A longer file cannot be one of ours; it is not read at all.
        if (file.Length > MaxLength + Sealing.Overhead) throw new StoredFileLostException(id, "it is longer than any file that was stored");
        var length = (int)file.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var ciphertext = buffer.AsSpan(0, file.ReadAtLeast(buffer.AsSpan(0, length), length, throwOnEndOfStream: false));
            if (Convert.ToHexStringLower(SHA256.HashData(ciphertext)) != id) throw new StoredFileLostException(id, "its bytes have changed on the disk");
            return Sealing.Open(ciphertext, key, context);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Removes a file; one that is already gone is no error. Copies in backups end with the key of the case.</summary>
    public void Delete(string id)
    {
        var path = PathOf(id);
        if (!File.Exists(path)) return;
        File.Delete(path);
        DurableFile.FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Removes what crashed writers left aside before this instant (UTC); such files were never acknowledged.</summary>
    public int SweepAbandoned(DateTime before)
    {
        var incoming = Path.Combine(folder, Incoming);
        if (!Directory.Exists(incoming)) return 0;
        var abandoned = Directory.EnumerateFiles(incoming).Where(path => File.GetLastWriteTimeUtc(path) < before).ToList();
        abandoned.ForEach(File.Delete);
        return abandoned.Count;
    }

    void Keep(string id, ReadOnlySpan<byte> ciphertext)
    {
        var target = PathOf(id);
        var incoming = Path.Combine(folder, Incoming);
        DurableFile.MakeFolder(incoming);
        var aside = Path.Combine(incoming, $"{Guid.CreateVersion7():n}.part");
        try
        {
            DurableFile.Write(aside, ciphertext);
            MakeFolderFor(id, Path.GetDirectoryName(target)!);
            CrashPoints.Pass("file.before_rename");
            // Under this name there can only be the same bytes.
            File.Move(aside, target, overwrite: true);
            DurableFile.FlushFolder(Path.GetDirectoryName(target)!);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }

    void MakeFolderFor(string id, string target)
    {
        ref var flushed = ref flushedFolders[Convert.ToInt32(id[..4], 16)];
        if (flushed && Directory.Exists(target)) return;
        DurableFile.MakeFolder(target);
        // Another thread may have made these a moment ago and not have flushed them yet.
        DurableFile.FlushFolder(Path.GetDirectoryName(target)!);
        DurableFile.FlushFolder(folder);
        flushed = true;
    }

    FileStream Find(string id)
    {
        try
        {
            return new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StoredFileLostException(id, "it is missing", e);
        }
    }

    string PathOf(string id) => id.Length == 64 && id.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(folder, id[..2], id[2..4], id)
        : throw new ArgumentException("That is not the id of a stored file", nameof(id));
}
