using System.Globalization;
using System.Text;

namespace EkDwar.Tests.Foundation.Files;

/// <summary>PDFs made from nothing, with a cross-reference table or, as newer programs write them, with compressed streams.</summary>
static class PdfSamples
{
    public const string Catalogue = "<< /Type /Catalog /Pages 2 0 R >>";
    public const string Pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    public const string Page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>";
    public const string Contents = "<< /Length 14 >>\nstream\n0 0 m 9 9 l S \nendstream";

    public static byte[] Plain(params string[] more) => With(Catalogue, more);

    public static byte[] With(string catalogue, params string[] more) => Of("", [catalogue, Pages, Page, Contents, .. more]);

    /// <summary>Objects 1, 2, 3 … in a file with a cross-reference table; object 1 is the root.</summary>
    public static byte[] Of(string moreTrailer, params string[] objects)
    {
        var text = new StringBuilder("%PDF-1.4\n%\u00E2\u00E3\u00CF\u00D3\n");
        var table = new StringBuilder().Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < objects.Length; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{text.Length:D10} 00000 n \n");
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var start = text.Length;
        text.Append(table).Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R {moreTrailer}>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    /// <summary>The same objects inside one compressed object stream, found by a cross-reference stream (with the usual predictor).</summary>
    public static byte[] Compressed(params string[] objects)
    {
        var numbers = new StringBuilder();
        var bodies = new StringBuilder();
        for (var i = 0; i < objects.Length; i++)
        {
            numbers.Append(CultureInfo.InvariantCulture, $"{i + 1} {bodies.Length} ");
            bodies.Append(objects[i]).Append('\n');
        }
        var packed = Samples.Zlib(Encoding.Latin1.GetBytes(numbers.ToString() + bodies));
        var holder = objects.Length + 1;
        var file = new List<byte>(Encoding.Latin1.GetBytes("%PDF-1.5\n"));
        var holderAt = file.Count;
        AddStream(file, holder, $"/Type /ObjStm /N {objects.Length} /First {numbers.Length} /Filter /FlateDecode", packed);
        var start = file.Count;
        var rows = new List<byte[]> { new byte[] { 0, 0, 0, 0, 0 } };
        for (var i = 0; i < objects.Length; i++) rows.Add([2, 0, 0, (byte)holder, (byte)i]);
        rows.Add([1, (byte)(holderAt >> 16), (byte)(holderAt >> 8), (byte)holderAt, 0]);
        rows.Add([1, (byte)(start >> 16), (byte)(start >> 8), (byte)start, 0]);
        AddStream(file, holder + 1, $"/Type /XRef /Size {rows.Count} /W [1 3 1] /Root 1 0 R /Filter [/FlateDecode] /DecodeParms << /Predictor 12 /Columns 5 >>", Samples.Zlib(PredictedUp(rows)));
        file.AddRange(Encoding.Latin1.GetBytes($"startxref\n{start}\n%%EOF\n"));
        return [.. file];
    }

    static void AddStream(List<byte> file, int number, string about, byte[] packed)
    {
        file.AddRange(Encoding.Latin1.GetBytes($"{number} 0 obj\n<< {about} /Length {packed.Length} >>\nstream\n"));
        file.AddRange(packed);
        file.AddRange(Encoding.Latin1.GetBytes("\nendstream\nendobj\n"));
    }

    static byte[] PredictedUp(List<byte[]> rows)
    {
        var above = new byte[rows[0].Length];
        var predicted = new List<byte>();
        foreach (var row in rows)
        {
            predicted.Add(2);
            predicted.AddRange(row.Select((b, i) => (byte)(b - above[i])));
            above = row;
        }
        return [.. predicted];
    }
}
