using System.Text;

namespace EkDwar.Foundation.Files;

/// <summary>
/// A file outside the database to which blocks of text are only ever added, held by one process while it adds. Every block
/// ends with the same words; a half-written last one, which a crash may leave, was never relied on and is cut off before
/// the next.
/// </summary>
public sealed class AppendOnlyFile : IDisposable
{
    readonly FileStream turn;
    readonly FileStream file;
    readonly byte[] ending;

    AppendOnlyFile(FileStream turn, FileStream file, string ending) => (this.turn, this.file, this.ending) = (turn, file, Encoding.UTF8.GetBytes(ending));

    /// <summary>Null when another process is adding to it just now.</summary>
    public static AppendOnlyFile? TryHold(string path, string ending)
    {
        FileStream turn;
        try
        {
            turn = new(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path + ".lock"))
        {
            return null;
        }
        var isNew = !File.Exists(path);
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        if (isNew) DurableFile.FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return new(turn, file, ending);
    }

    /// <summary>Adds blocks, each with its ending; they are on the disk when this returns.</summary>
    public void Add(string blocks)
    {
        CutHalfWritten();
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.UTF8.GetBytes(blocks));
        file.Flush(flushToDisk: true);
    }

    /// <summary>The file as it is now, while another process may be adding to it. The caller closes it.</summary>
    public static StreamReader Reader(string path) =>
        new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), new UTF8Encoding(false));

    void CutHalfWritten()
    {
        const int window = 64 * 1024;
        var buffer = new byte[window];
        for (var end = file.Length; ; end -= window - ending.Length)
        {
            var start = Math.Max(0, end - window);
            file.Seek(start, SeekOrigin.Begin);
            var read = file.ReadAtLeast(buffer.AsSpan(0, (int)(end - start)), (int)(end - start));
            var found = buffer.AsSpan(0, read).LastIndexOf(ending);
            if (found < 0 && start > 0) continue;
            file.SetLength(found < 0 ? 0 : start + found + ending.Length);
            return;
        }
    }

    public void Dispose()
    {
        file.Dispose();
        turn.Dispose();
    }
}
