using System.Globalization;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Pdf;

namespace EkDwar.Delivering;

/// <summary>
/// The record of which a certificate is the copy, behind the certificate's own pages: each page as large as the paper lets
/// it be, under a line that says of which certificate it is part and which page it is.
/// </summary>
sealed class CopiedPages(CertificatePage page)
{
    const double Inset = CertificateStyles.FrameInset;
    const double Between = 6;

    CertificateContent Content => page.Content;

    public void Put()
    {
        foreach (var (index, picture) in Content.CopiedPages.Index()) Put(picture, index + 1);
    }

    void Put(byte[] picture, int number)
    {
        page.Sheet.NextPage();
        var width = page.Sheet.Paper.Width - 2 * Inset;
        var top = Inset;
        Say(Content.Language);
        if (page.HasEnglish) Say(LanguageCode.English);
        top += Between;
        page.Sheet.Line(Inset, top, Inset + width, top, 0.6, CertificateStyles.Neel);
        top += Between;
        page.Sheet.Tag(PdfTag.Figure(Line(number, Content.Language)), () => page.Sheet.Picture(picture, Inset, top, width, page.Sheet.Paper.Height - Inset - top));

        void Say(LanguageCode language)
        {
            var block = page.Sheet.Text(new PdfText(language, Line(number, language)), CertificateStyles.Check, width);
            page.Sheet.Tag(PdfTag.Paragraph(language), () => page.Sheet.Put(block, Inset, top));
            top += block.Height;
        }
    }

    string Line(int number, LanguageCode language)
    {
        static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
        return $"{Content.Number} · {Texts.Get(language, "delivering.certificate.copied_page", ("page", Text(number)), ("pages", Text(Content.CopiedPages.Count)))}";
    }
}
