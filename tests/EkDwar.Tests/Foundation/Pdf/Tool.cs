using System.Diagnostics;
using System.Text;

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
        return Run("zbarimg", "--quiet", "--raw", file + ".png").TrimEnd('\n');
    });

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
