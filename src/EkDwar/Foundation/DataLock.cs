namespace EkDwar.Foundation;

/// <summary>
/// Holds a data folder for one process. On PostgreSQL many nodes may share a database; the folder is still one node's.
/// Released when the process ends, however it ends.
/// </summary>
public sealed class DataLock : IDisposable
{
    readonly FileStream file;

    DataLock(FileStream file) => this.file = file;

    public static DataLock Take(Settings settings)
    {
        var folder = settings.Folders.Data;
        try
        {
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, "ekdwar.lock");
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException)
        {
            throw new CannotStart("foundation.start.folder_read_only", ("folder", folder));
        }
        catch (IOException e) when (e.HResult == ReadOnlyFileSystem || e is DirectoryNotFoundException || File.Exists(folder))
        {
            throw new CannotStart("foundation.start.folder_read_only", ("folder", folder));
        }
        catch (IOException)
        {
            throw new CannotStart("foundation.start.already_running", ("folder", folder));
        }
    }

    /// <summary>EROFS of Linux, as .NET passes it on.</summary>
    const int ReadOnlyFileSystem = 30;

    public void Dispose() => file.Dispose();
}
