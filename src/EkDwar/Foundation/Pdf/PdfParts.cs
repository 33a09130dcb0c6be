using System.Runtime.InteropServices;

namespace EkDwar.Foundation.Pdf;

/// <summary>
/// What making PDFs needs besides .NET: Debian's Pango and cairo, and our own fonts beside the program. Not a check that
/// they work; that they are there.
/// </summary>
public static class PdfParts
{
    internal const string CairoLibrary = "libcairo.so.2";
    internal const string PangoLibrary = "libpango-1.0.so.0";
    internal const string PangoCairoLibrary = "libpangocairo-1.0.so.0";
    internal const string PangoFontsLibrary = "libpangoft2-1.0.so.0";
    internal const string ObjectLibrary = "libgobject-2.0.so.0";
    internal const string FontconfigLibrary = "libfontconfig.so.1";

    static readonly (string Library, string Package)[] Libraries =
    [
        (CairoLibrary, "libcairo2"),
        (PangoLibrary, "libpango-1.0-0"),
        (PangoCairoLibrary, "libpangocairo-1.0-0"),
        (PangoFontsLibrary, "libpangoft2-1.0-0"),
        (ObjectLibrary, "libglib2.0-0"),
        (FontconfigLibrary, "libfontconfig1"),
    ];

    static readonly string[] FontNames =
    [
        "NotoSans-Regular.ttf", "NotoSans-Bold.ttf",
        "NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf",
        "NotoSansGurmukhi-Regular.ttf", "NotoSansGurmukhi-Bold.ttf",
    ];

    static string FontFolder => Path.Combine(AppContext.BaseDirectory, "Foundation", "Pdf", "Fonts");

    internal static IEnumerable<string> FontFiles => FontNames.Select(name => Path.Combine(FontFolder, name));

    /// <summary>Null when all is there; otherwise what is missing. Milliseconds: meant for every start.</summary>
    public static MissingPdfParts? Check() => Check(FontFiles, Libraries);

    internal static MissingPdfParts? Check(IEnumerable<string> fontFiles, IEnumerable<(string Library, string Package)> libraries)
    {
        var packages = libraries.Where(part => !NativeLibrary.TryLoad(part.Library, out _)).Select(part => part.Package).ToList();
        var fonts = fontFiles.Where(file => !File.Exists(file)).ToList();
        return packages.Count + fonts.Count == 0 ? null : new MissingPdfParts(packages, fonts);
    }
}

/// <summary>The Debian packages to install and the font files that are not beside the program; never both empty.</summary>
public sealed record MissingPdfParts(IReadOnlyList<string> Packages, IReadOnlyList<string> FontFiles);
