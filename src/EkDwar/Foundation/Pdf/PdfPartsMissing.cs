using System.Diagnostics.CodeAnalysis;

namespace EkDwar.Foundation.Pdf;

/// <summary>No PDF can be made on this machine until the named Debian packages or font files are put back.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Named for what is wrong, as refusals are")]
public sealed class PdfPartsMissing(MissingPdfParts missing) : Exception(Sentence(missing))
{
    public MissingPdfParts Missing { get; } = missing;

    static string Sentence(MissingPdfParts missing)
    {
        var install = missing.Packages.Count == 0 ? "" : $" Install: apt-get install {string.Join(' ', missing.Packages)}.";
        var fonts = missing.FontFiles.Count == 0 ? "" : $" Fonts not found: {string.Join(", ", missing.FontFiles)}.";
        return "PDFs cannot be made." + install + fonts;
    }
}
