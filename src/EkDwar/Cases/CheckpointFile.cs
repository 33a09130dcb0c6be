using System.Text;
using EkDwar.Foundation.Files;

namespace EkDwar.Cases;

/// <summary>A checkpoint as it stands in the file: the text that was signed, and the signature in base64.</summary>
/// <param name="EndsAt">Where in the file it ends, in bytes.</param>
public sealed record CheckpointBlock(string Body, string Signature, long EndsAt);

/// <summary>
/// The file of checkpoints outside the database, held by one process while it adds to it. Blocks are only ever added; a
/// half-written last one, which a crash may leave, was never relied on and is cut off before the next.
/// </summary>
public sealed class CheckpointFile : IDisposable
{
    const string Title = CheckpointText.Title + "\n", SignatureLine = "signature ";

    readonly FileStream turn;
    readonly FileStream file;

    CheckpointFile(FileStream turn, FileStream file) => (this.turn, this.file) = (turn, file);

    /// <summary>Null when another process is adding to it just now.</summary>
    public static CheckpointFile? TryHold(string path)
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
        return new(turn, file);
    }

    /// <summary>Adds a checkpoint; it is on the disk when this returns.</summary>
    public void Add(string body, string signature)
    {
        CutHalfWritten();
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.UTF8.GetBytes($"{body}{SignatureLine}{signature}\n\n"));
        file.Flush(flushToDisk: true);
    }

    /// <summary>The checkpoints in the order they were written. What stands between them that is none comes as a body without signature.</summary>
    public static IEnumerable<CheckpointBlock> Read(string path)
    {
        if (!File.Exists(path)) yield break;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, new UTF8Encoding(false));
        var body = new StringBuilder();
        var (signature, end) = ("", 0L);
        while (reader.ReadLine() is { } line)
        {
            end += Encoding.UTF8.GetByteCount(line) + 1;
            if (line.StartsWith(SignatureLine, StringComparison.Ordinal)) signature = line[SignatureLine.Length..];
            else if (line.Length > 0) body.Append(line).Append('\n');
            else
            {
                yield return new(body.ToString(), signature, end);
                body.Clear();
                signature = "";
            }
        }
        // A last block without its empty line is half-written when it begins as one; anything else does not belong here.
        var rest = body.ToString();
        var isHalfWritten = rest.StartsWith(Title, StringComparison.Ordinal) || Title.StartsWith(rest.TrimEnd('\n'), StringComparison.Ordinal);
        if (!isHalfWritten) yield return new(rest, "", end);
    }

    /// <summary>Whether a checkpoint of this text stands in the file. Looked for at the end first, where the newest is.</summary>
    public static bool Holds(string path, string body)
    {
        if (!File.Exists(path)) return false;
        using (var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            const int more = 4 * 1024;
            stream.Seek(-Math.Min(stream.Length, Encoding.UTF8.GetByteCount(body) + more), SeekOrigin.End);
            using var reader = new StreamReader(stream, new UTF8Encoding(false));
            if (reader.ReadToEnd().Contains(body, StringComparison.Ordinal)) return true;
        }
        return Read(path).Any(block => block.Body == body);
    }

    void CutHalfWritten()
    {
        const int window = 64 * 1024;
        var buffer = new byte[window];
        for (var end = file.Length; ; end -= window - 1)
        {
            var start = Math.Max(0, end - window);
            file.Seek(start, SeekOrigin.Begin);
            var read = file.ReadAtLeast(buffer.AsSpan(0, (int)(end - start)), (int)(end - start));
            var found = buffer.AsSpan(0, read).LastIndexOf("\n\n"u8);
            if (found < 0 && start > 0) continue;
            file.SetLength(found < 0 ? 0 : start + found + 2);
            return;
        }
    }

    public void Dispose()
    {
        file.Dispose();
        turn.Dispose();
    }
}
