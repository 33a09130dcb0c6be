using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Pdf;

namespace EkDwar.Delivering;

/// <summary>The foot of a certificate's last page: the QR code with its address and code, and who signed.</summary>
sealed class CertificateFoot(CertificatePage page, QrSymbol qr)
{
    const double CheckWidth = 160;
    const double Between = 14;
    const double Above = 18;

    static readonly double Height = CertificateStyles.QrSize + 4;
    static readonly double SignatoryLeft = CertificateStyles.Left + CertificateStyles.QrSize + 2 * Between + CheckWidth;
    static readonly double SignatoryWidth = CertificateStyles.Left + CertificateStyles.Width - SignatoryLeft;

    CertificateContent Content => page.Content;

    public void Put()
    {
        var signatory = Signatory();
        var height = signatory.Sum(line => line.Block.Height);
        var isBeside = height <= Height;
        if (!isBeside) PutInFlow(signatory);
        if (!page.Flow.Fits(Height + Above)) page.Flow.NextPage();
        var top = CertificateStyles.Bottom - Height;
        PutCheck(top);
        if (isBeside) PutBeside(signatory, CertificateStyles.Bottom - height - 4);
    }

    List<(TextBlock Block, LanguageCode Language)> Signatory()
    {
        var local = Content.Language;
        var lines = new List<(TextBlock, LanguageCode)>();
        Add(local, Content.SignatoryName.Local, CertificateStyles.Signatory);
        Add(local, Content.SignatoryPost.Local, CertificateStyles.Post);
        if (page.HasEnglish)
        {
            var english = new[] { Content.SignatoryName.English, Content.SignatoryPost.English }.Where(text => text.Length > 0);
            Add(LanguageCode.English, string.Join(", ", english), CertificateStyles.Note);
        }
        AddNote(local, Content.IssuedOn.Local);
        if (page.HasEnglish) AddNote(LanguageCode.English, Content.IssuedOn.English);
        return lines;

        void AddNote(LanguageCode language, string date)
        {
            Add(language, Texts.Get(language, "delivering.certificate.signed", ("date", date)), CertificateStyles.Note);
            Add(language, Texts.Get(language, "delivering.certificate.no_handwriting"), CertificateStyles.Note);
        }

        void Add(LanguageCode language, string text, TextStyle style) =>
            lines.Add((page.Sheet.Text(new PdfText(language, text), style, SignatoryWidth), language));
    }

    void PutInFlow(List<(TextBlock Block, LanguageCode Language)> lines)
    {
        page.Flow.Gap(Above);
        foreach (var (block, language) in lines)
            page.Flow.Row(new FlowCell(block, SignatoryLeft, PdfTag.Paragraph(language)));
    }

    void PutBeside(List<(TextBlock Block, LanguageCode Language)> lines, double y)
    {
        foreach (var (block, language) in lines)
        {
            page.Sheet.Tag(PdfTag.Paragraph(language), () => page.Sheet.Put(block, SignatoryLeft, y));
            y += block.Height;
        }
    }

    void PutCheck(double top)
    {
        var left = CertificateStyles.Left + CertificateStyles.QrSize + Between;
        page.Sheet.Tag(
            PdfTag.Figure(page.Words("delivering.certificate.qr")),
            () => page.Sheet.Qr(qr, CertificateStyles.Left, top, CertificateStyles.QrSize));
        var y = Line(Content.Language, page.Words("delivering.certificate.check"), left, top - 2);
        if (page.HasEnglish) y = Line(LanguageCode.English, Texts.Get(LanguageCode.English, "delivering.certificate.check"), left, y);
        var address = page.Sheet.Text(new PdfText(LanguageCode.English, Content.VerificationUrl.AbsoluteUri, isBold: true), CertificateStyles.Check, CheckWidth);
        page.Sheet.Tag(PdfTag.Paragraph(LanguageCode.English), () =>
            page.Sheet.Tag(PdfTag.Link(Content.VerificationUrl), () => page.Sheet.Put(address, left, y + 3)));
        y += 3 + address.Height + 3;
        var label = new Bilingual(page.Words("delivering.certificate.code"), Texts.Get(LanguageCode.English, "delivering.certificate.code"));
        var code = new PdfText(Content.Language, new TextRun(CertificateLayout.Joined(Content, label) + ": "), new TextRun(Content.ShortCode, IsBold: true));
        var block = page.Sheet.Text(code, CertificateStyles.Check, CheckWidth);
        page.Sheet.Tag(PdfTag.Paragraph(Content.Language), () => page.Sheet.Put(block, left, y));
    }

    double Line(LanguageCode language, string text, double x, double y)
    {
        var block = page.Sheet.Text(new PdfText(language, text), CertificateStyles.Check, CheckWidth);
        page.Sheet.Tag(PdfTag.Paragraph(language), () => page.Sheet.Put(block, x, y));
        return y + block.Height;
    }
}
