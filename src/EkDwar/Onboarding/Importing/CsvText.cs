using System.Text;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Onboarding.Importing;

/// <summary>What stands between two commas of a table, and where it begins: line and column from 1, columns in UTF-16 units.</summary>
public readonly record struct CsvCell(string Text, YamlPlace At);

/// <summary>
/// A table of values separated by commas, as RFC 4180 writes it: quoted values may hold commas, line breaks and doubled
/// quotation marks; line ends of either kind, with or without a byte order mark. It knows no meaning.
/// </summary>
public sealed class CsvText
{
    readonly string text;
    int at, line = 1, lineStart;

    CsvText(string text) => this.text = text;

    /// <summary>The rows, blank ones left out. Null, with a fault, for what is no UTF-8 or ends inside quotation marks.</summary>
    public static IReadOnlyList<IReadOnlyList<CsvCell>>? Read(ReadOnlySpan<byte> bytes, Action<YamlPlace, string, string> fault)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException broken)
        {
            var line = bytes[..Math.Clamp(broken.Index, 0, bytes.Length)].Count((byte)'\n') + 1;
            fault(new(line, 1, 0), "from this line on the file is not UTF-8", "save it as 'CSV UTF-8'");
            return null;
        }
        return new CsvText(text).Rows(fault);
    }

    List<IReadOnlyList<CsvCell>>? Rows(Action<YamlPlace, string, string> fault)
    {
        var rows = new List<IReadOnlyList<CsvCell>>();
        while (at < text.Length)
        {
            var row = new List<CsvCell>();
            do
            {
                if (Cell() is not { } cell)
                {
                    fault(new(line, 1, at), "a quotation mark before this line is never closed", "close it, or take it out");
                    return null;
                }
                row.Add(cell);
            }
            while (Passed(','));
            EndLine();
            if (row.Exists(cell => cell.Text.Length > 0)) rows.Add(row);
        }
        return rows;
    }

    CsvCell? Cell()
    {
        var place = new YamlPlace(line, at - lineStart + 1, at);
        if (!Passed('"'))
        {
            var from = at;
            while (at < text.Length && text[at] is not (',' or '\r' or '\n')) at++;
            return new(text[from..at].Trim(), place);
        }
        var quoted = new StringBuilder();
        while (at < text.Length)
        {
            if (Passed('"'))
            {
                if (!Passed('"')) return new(After(quoted), place);
                quoted.Append('"');
                continue;
            }
            if (text[at] == '\n') (line, lineStart) = (line + 1, at + 1);
            quoted.Append(text[at++]);
        }
        return null;
    }

    /// <summary>What was quoted, with whatever follows it before the next comma.</summary>
    string After(StringBuilder quoted)
    {
        while (at < text.Length && text[at] is not (',' or '\r' or '\n')) quoted.Append(text[at++]);
        return quoted.ToString().Trim();
    }

    bool Passed(char letter)
    {
        if (at >= text.Length || text[at] != letter) return false;
        at++;
        return true;
    }

    void EndLine()
    {
        if (at < text.Length && text[at] == '\r') at++;
        if (at < text.Length && text[at] == '\n') at++;
        (line, lineStart) = (line + 1, at);
    }
}
