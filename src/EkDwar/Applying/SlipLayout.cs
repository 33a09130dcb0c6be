using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Pdf;

namespace EkDwar.Applying;

/// <summary>
/// Sets an acknowledgement slip on A5. Not signed and not a receipt for money. Throws <see cref="GlyphsMissing"/> when a
/// name cannot be drawn, and <see cref="ArgumentException"/> for a slip with both a due date and something awaited, or neither.
/// </summary>
public static class SlipLayout
{
    public static byte[] Make(SlipContent content)
    {
        // Rules 2016, r. 6: the time limit starts when the papers are complete, so an incomplete slip promises no date.
        if ((content.Due is null) != (content.PapersMissing.Count > 0 || content.ConsentsMissing.Count > 0 || content.WaitsForFee || content.StartsWith is not null))
            throw new ArgumentException("a slip has a due date or what the clock waits for, one of the two", nameof(content));
        var qr = new QrSymbol(content.QrText);
        var facts = new PdfFacts($"{content.Heading}, {content.Reference}", content.ActAndForm, content.Language, content.MadeAt, PdfPaper.A5);
        return PdfMaker.Make(facts, sheet =>
        {
            var page = new SlipPage(sheet, content);
            Head(page);
            Number(page, qr);
            new SlipDoor(page).Put();
            page.Flow.Gap(13);
            sheet.Tag(PdfTag.Table, () => Facts(page));
            Foot(page);
        });
    }

    static void Head(SlipPage page)
    {
        const double Mark = 26;
        const double MarkHeight = 30;
        page.Sheet.DoorMark(SlipStyles.Left + 2, SlipStyles.Top + 4, Mark, MarkHeight);
        var left = SlipStyles.Left + Mark + 16;
        var width = SlipStyles.Width - Mark - 16;
        var language = page.Content.Language;
        page.Flow.Row(new FlowCell(page.Text(page.Content.Heading, SlipStyles.Heading, width), left, PdfTag.Heading(language)));
        var sub = $"{page.Content.ActAndForm} · {Texts.Get(LanguageCode.English, "applying.slip.acknowledgement")}";
        page.Flow.Row(new FlowCell(page.Text(sub, SlipStyles.Sub, width), left, PdfTag.Paragraph(language)));
        page.Flow.Gap(7);
        page.Rule(1.2);
        page.Flow.Gap(9);
    }

    static void Number(SlipPage page, QrSymbol qr)
    {
        var width = SlipStyles.Width - SlipStyles.QrSize - 14;
        var top = page.Flow.Y;
        page.Paragraph(page.BothWords("applying.slip.reference"), SlipStyles.Label, width);
        page.Paragraph(page.Content.Reference, SlipStyles.Large, width);
        page.Flow.Gap(2);
        page.Paragraph(page.Content.ReceivedAt, SlipStyles.Plain, width);
        page.Sheet.Tag(
            PdfTag.Figure(page.Words("applying.slip.qr")),
            () => page.Sheet.Qr(qr, SlipStyles.Left + SlipStyles.Width - SlipStyles.QrSize, top, SlipStyles.QrSize));
        page.Flow.Y = Math.Max(page.Flow.Y, top + SlipStyles.QrSize) + 13;
    }

    static void Facts(SlipPage page)
    {
        var content = page.Content;
        page.Row(page.Words("applying.slip.service"), content.Service);
        page.Row(page.Words("applying.slip.applicant"), content.Applicant);
        if (content.Tier is { } tier) page.Row(page.Words("applying.slip.tier"), tier);
        foreach (var officer in content.Officers) page.Row(officer.Label, officer.Value);
        if (content.PapersReceived.Count > 0)
            page.Row($"{page.Words("applying.slip.papers_received")} ({content.PapersReceived.Count})", string.Join(", ", content.PapersReceived));
        Fees(page);
        if (content.Centre is not null) page.Row(page.Words("applying.slip.centre"), content.Centre);
    }

    static void Fees(SlipPage page)
    {
        var label = page.Words("applying.slip.fee");
        foreach (var fee in page.Content.Fees)
        {
            page.AmountRow(label, fee, SlipStyles.Plain);
            label = "";
        }
        if (page.Content.FeeTotal is { } total)
        {
            page.AmountRow(label, new SlipLine(page.Words("applying.slip.fee_total"), total), SlipStyles.Value);
            label = "";
        }
        if (page.Content.FeeNote is { } note) page.Row(label, note);
    }

    static void Foot(SlipPage page)
    {
        page.Flow.Gap(5);
        page.Rule(0.6);
        page.Flow.Gap(6);
        page.Paragraph(page.Words("applying.slip.check_status"), SlipStyles.Value, SlipStyles.Width);
        foreach (var way in page.Content.StatusWays) page.Paragraph(way, SlipStyles.Label, SlipStyles.Width);
    }
}
