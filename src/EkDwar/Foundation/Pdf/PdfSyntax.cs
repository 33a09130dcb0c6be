using System.Text;

namespace EkDwar.Foundation.Pdf;

/// <summary>How PDF writes down what we add to a file.</summary>
static class PdfSyntax
{
    /// <summary>Any text, as hexadecimal UTF-16, in which nothing can end the string early.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(PdfText.Printable(text)))}>";

    /// <summary>An entry of a cross-reference table: twenty bytes, the two of its line end counted.</summary>
    public static string InUse(long offset) => $"{offset:D10} 00000 n \n";

    public static void Write(this Stream stream, string latin) => stream.Write(Encoding.Latin1.GetBytes(latin));
}
