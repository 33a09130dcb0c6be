using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace EkDwar.Tests.Foundation.Pdf;

/// <summary>The tools that strangers open our PDFs with (poppler, qpdf, zbar), run on a file of bytes.</summary>
static class Tool
{
    public static string Text(byte[] pdf) => On(pdf, file => Run("pdftotext", file, "-"));

    /// <summary>Everything one line: what a reader who searches sees, wherever lines broke.</summary>
    public static string OneLine(byte[] pdf) => string.Join(' ', Text(pdf).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string On(byte[] pdf, string tool, params string[] arguments) => On(pdf, file => Run(tool, [.. arguments, file]));

    /// <summary>What a scanner reads from the page printed and scanned at 150 dpi.</summary>
    public static string Scan(byte[] pdf, int page = 1, int dpi = 150) => On(pdf, file =>
    {
        Run("pdftoppm", "-r", $"{dpi}", "-f", $"{page}", "-l", $"{page}", "-png", "-singlefile", file, file);
        // zbar complains of a missing message bus besides what it read.
        return Run("zbarimg", "--quiet", "--raw", file + ".png").Split('\n')[0];
    });

    /// <summary>What a scanner reads in a picture in portable grey.</summary>
    public static string ScanPicture(byte[] picture) => On(picture, file =>
    {
        File.Move(file, file + ".pgm");
        return Run("zbarimg", "--quiet", "--raw", file + ".pgm").Split('\n')[0];
    });

    /// <summary>Whether every word of every page stands wholly on its paper, this far from the edge at least.</summary>
    public static bool StaysOnPaper(byte[] pdf, double margin)
    {
        var xml = On(pdf, file => Run("pdftotext", "-bbox", file, "-"));
        var words = XDocument.Parse(xml[xml.IndexOf("<html", StringComparison.Ordinal)..]).Descendants().ToList();
        return words.Where(element => element.Name.LocalName == "word").All(word =>
            Value(word, "xMin") >= margin && Value(word, "yMin") >= margin
            && Value(word, "xMax") <= Value(word.Parent!, "width") - margin && Value(word, "yMax") <= Value(word.Parent!, "height") - margin);
    }

    /// <summary>Whether the first page shows no colour but black, white and the greys between.</summary>
    public static bool IsBlackOnly(byte[] pdf)
    {
        var pixels = On(pdf, file =>
        {
            Run("pdftoppm", "-r", "72", "-singlefile", file, file);
            return Convert.ToHexString(File.ReadAllBytes(file + ".ppm"));
        });
        // A PPM file is a short text and then three bytes a pixel.
        var bytes = Convert.FromHexString(pixels);
        var first = bytes.AsSpan().IndexOf("255\n"u8) + 4;
        for (var i = first; i + 2 < bytes.Length; i += 3)
            if (bytes[i] != bytes[i + 1] || bytes[i] != bytes[i + 2]) return false;
        return first > 4;
    }

    static double Value(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    static string On(byte[] pdf, Func<string, string> use)
    {
        var folder = Directory.CreateTempSubdirectory("ekdwar-pdf-");
        try
        {
            var file = Path.Combine(folder.FullName, "a.pdf");
            File.WriteAllBytes(file, pdf);
            return use(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static string Run(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + errors.Result;
    }
}
