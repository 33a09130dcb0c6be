using System.Globalization;
using System.Runtime.InteropServices;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Pdf.Native;

namespace EkDwar.Foundation.Pdf;

/// <summary>What a PDF says about itself. <see cref="MadeAt"/> is UTC: the same facts and drawing give the same bytes.</summary>
public sealed record PdfFacts(string Title, string Author, LanguageCode Language, DateTime MadeAt, PdfPaper Paper);

/// <summary>
/// Makes a tagged PDF 1.5 with our own fonts embedded, from any thread. Not signed. Throws
/// <see cref="PdfPartsMissing"/> or <see cref="GlyphsMissing"/>; then there is no document.
/// </summary>
public static unsafe class PdfMaker
{
    public static byte[] Make(PdfFacts facts, Action<PdfSheet> draw) =>
        PdfFonts.Lend(fonts =>
        {
            var (bytes, tags) = Draw(facts, draw, fonts);
            return PdfDressing.Dress(bytes, facts.Language, tags);
        });

    static (byte[] Bytes, IReadOnlyList<PdfTag> Tags) Draw(PdfFacts facts, Action<PdfSheet> draw, PdfFonts fonts)
    {
        using var file = new MemoryStream(128 * 1024);
        var handle = GCHandle.Alloc(file);
        var surface = Cairo.cairo_pdf_surface_create_for_stream(
            &Cairo.Write, GCHandle.ToIntPtr(handle), facts.Paper.Width, facts.Paper.Height);
        var cairo = Begin(surface, facts);
        var sheet = new PdfSheet(cairo, fonts, facts.Paper);
        try
        {
            fonts.DrawOn(cairo);
            sheet.Tag(PdfTag.Document, () => draw(sheet));
            sheet.Finish();
            Refuse(Cairo.cairo_status(cairo));
            Cairo.cairo_surface_finish(surface);
            Refuse(Cairo.cairo_surface_status(surface));
            return (file.ToArray(), sheet.Tags);
        }
        finally
        {
            sheet.Release();
            Cairo.cairo_destroy(cairo);
            Cairo.cairo_surface_destroy(surface);
            handle.Free();
        }
    }

    static nint Begin(nint surface, PdfFacts facts)
    {
        var madeAt = facts.MadeAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        Cairo.cairo_pdf_surface_restrict_to_version(surface, Cairo.Version15);
        Cairo.cairo_pdf_surface_set_metadata(surface, Cairo.MetadataTitle, PdfText.Printable(facts.Title));
        Cairo.cairo_pdf_surface_set_metadata(surface, Cairo.MetadataAuthor, PdfText.Printable(facts.Author));
        Cairo.cairo_pdf_surface_set_metadata(surface, Cairo.MetadataCreator, "EkDwar");
        Cairo.cairo_pdf_surface_set_metadata(surface, Cairo.MetadataCreateDate, madeAt);
        Cairo.cairo_pdf_surface_set_metadata(surface, Cairo.MetadataModDate, madeAt);
        return Cairo.cairo_create(surface);
    }

    static void Refuse(int status)
    {
        if (status != 0) throw new InvalidOperationException($"cairo could not make the PDF: status {status}");
    }
}
