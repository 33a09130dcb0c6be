using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace EkDwar.Foundation.Yaml;

/// <summary>
/// The text in a data file's bytes. What an editor does not show (a byte order mark, carriage returns, tabs, control
/// characters, bytes that are no UTF-8) is a fault at its place, and reading goes on as if a space stood there.
/// </summary>
static class YamlBytes
{
    public const int Most = 1_000_000;

    public static readonly string Fewer = $"a data file has at most {Most:N0}: take out what it does not need";

    // Control characters but the end of a line, the separators YAML ends lines at too, and what turns the direction of
    // text around: with those a file may show its reader something else than it says.
    static readonly SearchValues<char> Hidden = SearchValues.Create(
    [
        .. Enumerable.Range(0, 32).Concat(Enumerable.Range(127, 33)).Select(code => (char)code).Where(letter => letter != '\n'),
        '\u2028', '\u2029', '\uFEFF', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069',
    ]);

    /// <summary>Null when there is nothing that could be read on.</summary>
    public static string? Text(ReadOnlySpan<byte> bytes, FileFaults faults)
    {
        if (bytes.Length > Most)
        {
            faults.Add(YamlPlace.Start, TooMany(bytes.Length), Fewer);
            return null;
        }
        if (!Utf8.IsValid(bytes))
        {
            faults.Add(Unreadable(bytes), "these bytes are no UTF-8", "save the file as UTF-8");
            // Most likely UTF-16, where every other byte is zero.
            if (bytes.Contains((byte)0)) return null;
        }
        var text = Encoding.UTF8.GetString(bytes);
        if (text.StartsWith('\uFEFF'))
        {
            faults.Add(YamlPlace.Start, "the file starts with a byte order mark", "save it as UTF-8 without one");
            text = text[1..];
        }
        return text.AsSpan().IndexOfAny(Hidden) < 0 ? text : Shown(text, faults);
    }

    public static string TooMany(long bytes) => $"the file has {bytes:N0} bytes";

    static YamlPlace Unreadable(ReadOnlySpan<byte> bytes)
    {
        var valid = 0;
        while (Rune.DecodeFromUtf8(bytes[valid..], out _, out var length) == OperationStatus.Done) valid += length;
        var before = Encoding.UTF8.GetString(bytes[..valid]);
        return new(before.AsSpan().Count('\n') + 1, before.Length - before.LastIndexOf('\n'), before.Length);
    }

    static string Shown(string text, FileFaults faults)
    {
        var shown = new StringBuilder(text.Length);
        var (hasReturns, number) = (false, 0);
        foreach (var line in text.Split('\n'))
        {
            number++;
            var end = line.EndsWith('\r') ? line.Length - 1 : line.Length;
            if (end < line.Length && !hasReturns) faults.Add(new(number, end + 1, 0), "the lines end in CR LF", "save the file with LF alone");
            hasReturns |= end < line.Length;
            var clean = line[..end];
            if (clean.AsSpan().IndexOfAny(Hidden) is >= 0 and var at)
            {
                faults.Add(new(number, at + 1, 0), clean[at] == '\t' ? "a tab stands here" : $"a hidden character stands here (U+{(int)clean[at]:X4})", clean[at] == '\t' ? "write spaces" : "take it out");
                clean = string.Concat(clean.Select(letter => Hidden.Contains(letter) ? ' ' : letter));
            }
            if (number > 1) shown.Append('\n');
            shown.Append(clean);
        }
        return shown.ToString();
    }
}
