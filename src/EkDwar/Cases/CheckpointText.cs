using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EkDwar.Cases;

/// <summary>A ledger head as a checkpoint states it.</summary>
public sealed record CheckpointHead(string StreamKind, long StreamId, int Seq, string Hash);

/// <summary>
/// The text that is signed, line by line: <c>ekdwar checkpoint 1</c>, number, instant, SHA-256 of the text before it,
/// count of heads, then one head a line: kind, id, seq, hash. The file outside the database holds each text with its
/// signature on a last line and an empty line after.
/// </summary>
public sealed record CheckpointText(long No, DateTime At, string Previous, IReadOnlyList<CheckpointHead> Heads)
{
    public const string First = "0000000000000000000000000000000000000000000000000000000000000000";
    public const string Title = "ekdwar checkpoint 1";
    const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public string Write()
    {
        var text = new StringBuilder();
        text.Append(Title).Append('\n').Append("no ").Append(No).Append('\n');
        text.Append("at ").Append(At.ToString(Instant, CultureInfo.InvariantCulture)).Append('\n');
        text.Append("previous ").Append(Previous).Append('\n').Append("heads ").Append(Heads.Count).Append('\n');
        foreach (var head in Heads) text.Append($"{head.StreamKind} {head.StreamId} {head.Seq} {head.Hash}\n");
        return text.ToString();
    }

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Null when the text is not a whole checkpoint.</summary>
    public static CheckpointText? Parse(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length < 6 || lines[0] != Title) return null;
        if (!long.TryParse(After(lines[1], "no "), out var no) || !int.TryParse(After(lines[4], "heads "), out var count)) return null;
        if (!DateTime.TryParseExact(After(lines[2], "at "), Instant, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at)) return null;
        if (lines.Length != 6 + count || After(lines[3], "previous ") is not { } previous) return null;
        var heads = new List<CheckpointHead>(count);
        foreach (var line in lines[5..^1])
        {
            var parts = line.Split(' ');
            if (parts.Length != 4 || !long.TryParse(parts[1], out var id) || !int.TryParse(parts[2], out var seq) || parts[3].Length != 64) return null;
            heads.Add(new(parts[0], id, seq, parts[3]));
        }
        return new(no, at, previous, heads);
    }

    static string? After(string line, string start) => line.StartsWith(start, StringComparison.Ordinal) ? line[start.Length..] : null;
}
