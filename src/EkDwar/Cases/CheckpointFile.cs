using System.Text;
using EkDwar.Foundation.Files;

namespace EkDwar.Cases;

/// <summary>A checkpoint as it stands in the file: the text that was signed, and the signature in base64.</summary>
/// <param name="EndsAt">Where in the file it ends, in bytes.</param>
public sealed record CheckpointBlock(string Body, string Signature, long EndsAt);

/// <summary>The file of checkpoints outside the database. Blocks are only ever added; one process at a time does.</summary>
public sealed class CheckpointFile : IDisposable
{
    const string Title = CheckpointText.Title + "\n", SignatureLine = "signature ", Ending = "\n\n";

    readonly AppendOnlyFile file;

    CheckpointFile(AppendOnlyFile file) => this.file = file;

    /// <summary>Null when another process is adding to it just now.</summary>
    public static CheckpointFile? TryHold(string path) => AppendOnlyFile.TryHold(path, Ending) is { } file ? new(file) : null;

    /// <summary>Adds a checkpoint; it is on the disk when this returns.</summary>
    public void Add(string body, string signature) => file.Add($"{body}{SignatureLine}{signature}{Ending}");

    /// <summary>The checkpoints in the order they were written. What stands between them that is none comes as a body without signature.</summary>
    public static IEnumerable<CheckpointBlock> Read(string path)
    {
        if (!File.Exists(path)) yield break;
        using var reader = AppendOnlyFile.Reader(path);
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
        using (var reader = AppendOnlyFile.Reader(path))
        {
            const int more = 4 * 1024;
            reader.BaseStream.Seek(-Math.Min(reader.BaseStream.Length, Encoding.UTF8.GetByteCount(body) + more), SeekOrigin.End);
            if (reader.ReadToEnd().Contains(body, StringComparison.Ordinal)) return true;
        }
        return Read(path).Any(block => block.Body == body);
    }

    public void Dispose() => file.Dispose();
}
