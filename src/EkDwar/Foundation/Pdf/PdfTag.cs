using System.Globalization;
using EkDwar.Foundation.Languages;

namespace EkDwar.Foundation.Pdf;

/// <summary>
/// What a part of a page is, for screen readers: a heading, a paragraph, a table cell, a figure with its words. Names are
/// those of PDF's standard structure types (ISO 32000-1, 14.8.4).
/// </summary>
public sealed record PdfTag
{
    PdfTag(string name) => Name = name;

    public static readonly PdfTag Document = new("Document");
    public static readonly PdfTag Table = new("Table");
    public static readonly PdfTag Row = new("TR");

    public string Name { get; }

    /// <summary>The language of what stands within, where it is not the document's.</summary>
    public LanguageCode? Language { get; private init; }

    /// <summary>What to say in place of a figure.</summary>
    public string? Alternative { get; private init; }

    /// <summary>Set on a link only: a complete address.</summary>
    public Uri? Address { get; private init; }

    /// <summary>A heading cell names its row, not its column.</summary>
    public bool IsRowHeading => Name == "TH" && !IsColumnHeading;
    public bool IsColumnHeading { get; private init; }

    public static PdfTag Heading(LanguageCode language) => new("H1") { Language = language };
    public static PdfTag Paragraph(LanguageCode language) => new("P") { Language = language };
    public static PdfTag HeadingCell(LanguageCode language) => new("TH") { Language = language };
    public static PdfTag ColumnHeading(LanguageCode language) => new("TH") { Language = language, IsColumnHeading = true };
    public static PdfTag Cell(LanguageCode language) => new("TD") { Language = language };
    public static PdfTag Figure(string alternative) => new("Figure") { Alternative = alternative };
    public static PdfTag Link(Uri address) => new("Link") { Address = address };

    /// <summary>Cairo's attribute string: quotes, backslashes and brackets must not end the address early.</summary>
    internal string? CairoAttributes => Address is null ? null : $"uri='{Escaped(Address.AbsoluteUri)}'";

    static string Escaped(string address) => string.Concat(address.Select(c =>
        c is '\'' or '\\' or '(' or ')' ? "%" + ((int)c).ToString("X2", CultureInfo.InvariantCulture) : c.ToString()));
}
