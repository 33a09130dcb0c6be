using System.Globalization;
using System.Text;

namespace EkDwar.Foundation.Pdf;

/// <summary>
/// The numbered objects of a PDF that has one plain cross-reference table, as we make them. Not a general reader: files
/// with several revisions or with object streams are refused with <see cref="NotSupportedException"/>.
/// </summary>
sealed class PdfObjects
{
    const int EntryLength = 20;
    const int OffsetDigits = 10;

    readonly byte[] pdf;
    readonly int[] offsets;
    readonly List<int> inOrder;

    public PdfObjects(byte[] pdf)
    {
        this.pdf = pdf;
        var start = pdf.AsSpan().LastIndexOf("startxref"u8);
        TableAt = start < 0 ? 0 : Number(pdf.AsSpan(start + "startxref".Length));
        if (start < 0 || TableAt >= pdf.Length || !pdf.AsSpan(TableAt).StartsWith("xref\n0 "u8))
            throw new NotSupportedException("the PDF has no plain cross-reference table");
        offsets = ReadTable(out var trailerAt);
        inOrder = [.. offsets.Skip(1).Order()];
        var trailer = Encoding.Latin1.GetString(pdf.AsSpan(trailerAt..start));
        if (trailer.Contains("/Prev", StringComparison.Ordinal)) throw new NotSupportedException("the PDF has several revisions");
        (Root, Info) = (References(trailer, "/Root")[0], References(trailer, "/Info")[0]);
    }

    /// <summary>One more than the highest object number; object 0 is never used.</summary>
    public int Count => offsets.Length;

    public int TableAt { get; }
    public int Root { get; }
    public int Info { get; }

    public ReadOnlySpan<byte> Header => pdf.AsSpan(0, offsets.Skip(1).Min());

    /// <summary>Numbers of the objects as they follow each other in the file.</summary>
    public IEnumerable<int> InFileOrder => Enumerable.Range(1, Count - 1).OrderBy(number => offsets[number]);

    /// <summary>The object as it stands in the file, up to the next object.</summary>
    public ReadOnlySpan<byte> Raw(int number)
    {
        // From behind: the bytes of a picture may hold any word.
        var whole = pdf.AsSpan(offsets[number]..NextAfter(offsets[number]));
        return whole[..(whole.LastIndexOf("endobj\n"u8) + "endobj\n".Length)];
    }

    /// <summary>An object that is a dictionary, from its opening to just before its closing brackets.</summary>
    public string OpenDictionary(int number)
    {
        var raw = Raw(number);
        return Encoding.Latin1.GetString(raw[raw.IndexOf("<<"u8)..raw.LastIndexOf(">>"u8)]).TrimEnd();
    }

    /// <summary>The objects a dictionary's entry refers to, one or a list; none when it holds plain numbers or nothing.</summary>
    public static IReadOnlyList<int> References(string dictionary, string key)
    {
        var at = dictionary.IndexOf(key + " ", StringComparison.Ordinal);
        if (at < 0) return [];
        var rest = dictionary.AsSpan(at + key.Length).TrimStart();
        var isList = rest[0] == '[';
        var value = isList ? rest[1..rest.IndexOf(']')] : rest;
        var words = value.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var found = new List<int>();
        for (var i = 0; i + 2 < words.Length && words[i + 2] is ['R', ..]; i += 3)
        {
            found.Add(int.Parse(words[i], CultureInfo.InvariantCulture));
            if (!isList) break;
        }
        return found;
    }

    int NextAfter(int offset) => inOrder.BinarySearch(offset + 1) is var at && ~at < inOrder.Count ? inOrder[~at] : TableAt;

    int[] ReadTable(out int trailerAt)
    {
        var rest = pdf.AsSpan(TableAt + "xref\n0 ".Length);
        var table = new int[Number(rest)];
        var first = TableAt + "xref\n0 ".Length + rest.IndexOf((byte)'\n') + 1;
        for (var i = 0; i < table.Length; i++) table[i] = Number(pdf.AsSpan(first + i * EntryLength, OffsetDigits));
        trailerAt = first + table.Length * EntryLength;
        return table;
    }

    static int Number(ReadOnlySpan<byte> text)
    {
        text = text.TrimStart(" \r\n"u8);
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return int.Parse(digits < 0 ? text : text[..digits], CultureInfo.InvariantCulture);
    }
}
