using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Pdf;

namespace EkDwar.Applying;

/// <summary>The pages of one slip while they are set: texts in its language, and rows of label and value.</summary>
sealed class SlipPage(PdfSheet sheet, SlipContent content)
{
    const double LabelWidth = 112;
    const double Between = 10;
    const double AmountWidth = 70;
    const double RowGap = 3.5;

    public PdfSheet Sheet => sheet;
    public SlipContent Content => content;
    public PdfFlow Flow { get; } = new(sheet, SlipStyles.Top, SlipStyles.Bottom);

    public string Words(string key) => Texts.Get(content.Language, key);

    /// <summary>The words in the slip's language and, after a slash, in English.</summary>
    public string BothWords(string key) =>
        content.Language == LanguageCode.English ? Words(key) : $"{Words(key)} / {Texts.Get(LanguageCode.English, key)}";

    public TextBlock Text(string text, TextStyle style, double width) => sheet.Text(new PdfText(content.Language, text), style, width);

    public void Paragraph(string text, TextStyle style, double width) =>
        Flow.Row(new FlowCell(Text(text, style, width), SlipStyles.Left, PdfTag.Paragraph(content.Language)));

    public void Rule(double width) => sheet.Line(SlipStyles.Left, Flow.Y, SlipStyles.Left + SlipStyles.Width, Flow.Y, width, default);

    public void Row(string label, string value)
    {
        var cell = Text(value, SlipStyles.Value, SlipStyles.Width - LabelWidth - Between);
        Row(label, new FlowCell(cell, SlipStyles.Left + LabelWidth + Between, PdfTag.Cell(content.Language)));
    }

    /// <summary>A row whose value is a name with an amount at the right edge.</summary>
    public void AmountRow(string label, SlipLine line, TextStyle style)
    {
        var name = Text(line.Label, style, SlipStyles.Width - LabelWidth - 2 * Between - AmountWidth);
        var amount = Text(line.Value, SlipStyles.Amount, AmountWidth);
        Row(
            label,
            new FlowCell(name, SlipStyles.Left + LabelWidth + Between, PdfTag.Cell(content.Language)),
            new FlowCell(amount, SlipStyles.Left + SlipStyles.Width - AmountWidth, PdfTag.Cell(content.Language)));
    }

    void Row(string label, params FlowCell[] cells)
    {
        if (label.Length > 0)
            cells = [new FlowCell(Text(label, SlipStyles.Label, LabelWidth), SlipStyles.Left, PdfTag.HeadingCell(content.Language)), .. cells];
        sheet.Tag(PdfTag.Row, () => Flow.Row(cells));
        Flow.Gap(RowGap);
    }
}
