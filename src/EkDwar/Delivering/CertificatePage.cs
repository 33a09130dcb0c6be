using System.Globalization;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Pdf;

namespace EkDwar.Delivering;

/// <summary>The pages of one certificate while they are set: frame, flow, and texts in the certificate's two languages.</summary>
sealed class CertificatePage
{
    public CertificatePage(PdfSheet sheet, CertificateContent content)
    {
        (Sheet, Content) = (sheet, content);
        Flow = new PdfFlow(sheet, CertificateStyles.Top, CertificateStyles.Bottom, StartNext) { NextTop = CertificateStyles.NextTop };
    }

    public PdfSheet Sheet { get; }
    public CertificateContent Content { get; }
    public PdfFlow Flow { get; }
    public bool HasEnglish => Content.Language != LanguageCode.English;

    /// <summary>A thin frame, broken below by the threshold of the door.</summary>
    public void Frame()
    {
        const double Inset = CertificateStyles.FrameInset;
        const double Thin = 0.9;
        const double Gap = 8;
        var (right, bottom) = (Sheet.Paper.Width - Inset, Sheet.Paper.Height - Inset);
        var sill = (Sheet.Paper.Width - CertificateStyles.ThresholdWidth) / 2;
        Sheet.Line(Inset, bottom, Inset, Inset, Thin, CertificateStyles.Neel);
        Sheet.Line(Inset - Thin / 2, Inset, right + Thin / 2, Inset, Thin, CertificateStyles.Neel);
        Sheet.Line(right, Inset, right, bottom, Thin, CertificateStyles.Neel);
        Sheet.Line(Inset - Thin / 2, bottom, sill - Gap, bottom, Thin, CertificateStyles.Neel);
        Sheet.Line(sill + CertificateStyles.ThresholdWidth + Gap, bottom, right + Thin / 2, bottom, Thin, CertificateStyles.Neel);
        Sheet.Fill(sill, bottom - 2.2, CertificateStyles.ThresholdWidth, 4.4, CertificateStyles.Marigold);
        VerifyFirst(bottom - 20);
    }

    /// <summary>Our own words in the state's language.</summary>
    public string Words(string key, params ReadOnlySpan<(string, string)> values) => Texts.Get(Content.Language, key, values);

    public TextBlock Text(string text, TextStyle style, double width) => Sheet.Text(new PdfText(Content.Language, text), style, width);

    public void Local(string text, TextStyle style) => Paragraph(new PdfText(Content.Language, text), style);

    public void English(string text, TextStyle style)
    {
        if (HasEnglish && text.Length > 0) Paragraph(new PdfText(LanguageCode.English, text), style);
    }

    public void Heading(string text, TextStyle style) => Put(new PdfText(Content.Language, text), style, PdfTag.Heading(Content.Language));

    public void Paragraph(PdfText text, TextStyle style) => Put(text, style, PdfTag.Paragraph(text.Language));

    /// <summary>One line: a label in both languages, and its value in bold.</summary>
    public void Labelled(string key, Bilingual value, TextStyle style)
    {
        var label = new Bilingual(Words(key), Texts.Get(LanguageCode.English, key));
        Paragraph(
            new PdfText(
                Content.Language,
                new TextRun(CertificateLayout.Joined(Content, label) + ": "),
                new TextRun(CertificateLayout.Joined(Content, value), IsBold: true)),
            style);
    }

    public void Rule() => Sheet.Line(
        CertificateStyles.Left, Flow.Y, CertificateStyles.Left + CertificateStyles.Width, Flow.Y, 0.6, CertificateStyles.Hairline);

    void Put(PdfText text, TextStyle style, PdfTag tag) =>
        Flow.Row(new FlowCell(Sheet.Text(text, style, CertificateStyles.Width), CertificateStyles.Left, tag));

    void StartNext()
    {
        Frame();
        var page = Words("delivering.certificate.page", ("page", Sheet.PageNumber.ToString(CultureInfo.InvariantCulture)));
        var line = Text($"{Content.Number} · {page}", CertificateStyles.Continued, CertificateStyles.Width);
        Sheet.Put(line, CertificateStyles.Left, CertificateStyles.FrameInset + 16);
    }

    void VerifyFirst(double y)
    {
        const string Key = "delivering.certificate.verify_first";
        var english = HasEnglish ? $" · {Texts.Get(LanguageCode.English, Key)}" : "";
        Sheet.Put(Text(Words(Key) + english, CertificateStyles.Micro, CertificateStyles.Width), CertificateStyles.Left, y);
    }
}
