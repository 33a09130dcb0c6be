using System.Runtime.InteropServices;

namespace EkDwar.Foundation.Files;

/// <summary>
/// Creates files that are whole or absent, and that outlive a power cut once the call has returned: written aside,
/// flushed to the disk, linked to their name, and the folder flushed too. Never changes bytes in place: a file is whole, or another whole one.
/// </summary>
static partial class DurableFile
{
    public const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    public const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    /// <summary>False, and nothing changed, when the name is already taken: of two who create at once, one wins.</summary>
    public static bool TryCreate(string path, ReadOnlySpan<byte> content)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        MakeFolder(folder);
        var aside = Path.Combine(folder, $".{Guid.CreateVersion7():n}.part");
        try
        {
            Write(aside, content);
            if (!TryName(aside, path)) return false;
            FlushFolder(folder);
            return true;
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>Puts a new version in the place of an old one; a reader sees one or the other, never a mixture.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var aside = Path.Combine(folder, $".{Guid.CreateVersion7():n}.part");
        Write(aside, content);
        File.Move(aside, path, overwrite: true);
        FlushFolder(folder);
    }

    /// <summary>Makes a folder that only its owner may enter, and its missing parents, and flushes each name made.</summary>
    public static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        var parent = Path.GetDirectoryName(folder);
        if (parent is not null) MakeFolder(parent);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnerFolder);
        if (parent is not null) FlushFolder(parent);
    }

    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = 0,
            PreallocationSize = content.Length,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerFile;
        using var file = new FileStream(path, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    /// <summary>A new name in a folder is safe only when the folder itself is on the disk; .NET has no call for that.</summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var descriptor = open(folder, 0);
        if (descriptor < 0) throw new IOException($"The folder {folder} cannot be opened (error {Marshal.GetLastPInvokeError()})");
        try
        {
            const int notSupportedHere = 22;
            if (fsync(descriptor) != 0 && Marshal.GetLastPInvokeError() is var error && error != notSupportedHere)
                throw new IOException($"The folder {folder} cannot be flushed to the disk (error {error})");
        }
        finally
        {
            _ = close(descriptor);
        }
    }

    static bool TryName(string aside, string path)
    {
        // File.Move without overwrite looks first and renames after, so two creators could both win; link(2) cannot.
        const int taken = 17;
        if (!OperatingSystem.IsWindows())
        {
            if (link(aside, path) == 0) return true;
            if (Marshal.GetLastPInvokeError() == taken) return false;
        }
        if (File.Exists(path)) return false;
        File.Move(aside, path, overwrite: false);
        return true;
    }

#pragma warning disable IDE1006 // The names of the C library.
    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int descriptor);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int link(string from, string to);
#pragma warning restore IDE1006
}
