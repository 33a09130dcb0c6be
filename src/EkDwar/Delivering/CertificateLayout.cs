using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Pdf;

namespace EkDwar.Delivering;

/// <summary>
/// Sets a certificate on A4, the state's language before English; what does not fit flows to a next page. The PDF is not
/// yet signed. Throws <see cref="GlyphsMissing"/> when a name cannot be drawn: then there is no certificate.
/// </summary>
public static class CertificateLayout
{
    public static byte[] Make(CertificateContent content)
    {
        var qr = new QrSymbol(content.QrText);
        var title = $"{Joined(content, content.Title)}, {content.Number}";
        var facts = new PdfFacts(title, content.Office.Local, content.Language, content.MadeAt, PdfPaper.A4);
        return PdfMaker.Make(facts, sheet =>
        {
            var page = new CertificatePage(sheet, content);
            page.Frame();
            Head(page);
            Body(page);
            Table(page);
            new CertificateFoot(page, qr).Put();
            new CopiedPages(page).Put();
        });
    }

    internal static string Joined(CertificateContent content, Bilingual text) =>
        content.Language == LanguageCode.English || text.Local == text.English || text.English.Length == 0
            ? text.Local
            : $"{text.Local} / {text.English}";

    static void Head(CertificatePage page)
    {
        var content = page.Content;
        page.Local(content.Government.Local, CertificateStyles.Government);
        page.English(content.Government.English, CertificateStyles.English);
        page.Flow.Gap(6);
        page.Local($"{content.Department.Local} · {content.Office.Local}", CertificateStyles.Department);
        page.English($"{content.Department.English} · {content.Office.English}", CertificateStyles.English);
        page.Flow.Gap(20);
        page.Heading(content.Title.Local, CertificateStyles.Title);
        page.English(content.Title.English, CertificateStyles.EnglishTitle);
        page.Flow.Gap(22);
        page.Labelled("delivering.certificate.number", new Bilingual(content.Number, ""), CertificateStyles.Number);
        page.Labelled("delivering.certificate.date", content.IssuedOn, CertificateStyles.Number);
        page.Flow.Gap(16);
    }

    static void Body(CertificatePage page)
    {
        var content = page.Content;
        page.Paragraph(new PdfText(content.Language, content.Body), CertificateStyles.Body);
        page.Flow.Gap(9);
        if (page.HasEnglish) page.Paragraph(new PdfText(LanguageCode.English, content.EnglishBody), CertificateStyles.EnglishBody);
        page.Flow.Gap(16);
    }

    static void Table(CertificatePage page)
    {
        var content = page.Content;
        if (content.Facts.Count > 0)
            page.Sheet.Tag(PdfTag.Table, () =>
            {
                page.Rule();
                foreach (var fact in content.Facts) page.Sheet.Tag(PdfTag.Row, () => Row(page, fact));
            });
        page.Flow.Gap(14);
        new CertificateTables(page).Put();
        if (content.Validity is { } validity) page.Labelled("delivering.certificate.validity", validity, CertificateStyles.Plain);
    }

    static void Row(CertificatePage page, CertificateFact fact)
    {
        const double LabelWidth = 180;
        const double Between = 14;
        const double Padding = 4.5;
        var content = page.Content;
        var label = page.Text(Joined(content, fact.Label), CertificateStyles.Label, LabelWidth);
        var value = page.Text(Joined(content, fact.Value), CertificateStyles.Value, CertificateStyles.Width - LabelWidth - Between);
        page.Flow.Gap(Padding);
        page.Flow.Row(
            new FlowCell(label, CertificateStyles.Left, PdfTag.HeadingCell(content.Language)),
            new FlowCell(value, CertificateStyles.Left + LabelWidth + Between, PdfTag.Cell(content.Language)));
        page.Flow.Gap(Padding);
        page.Rule();
    }
}
