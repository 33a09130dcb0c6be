using System.Globalization;
using EkDwar.Foundation.Pdf;

namespace EkDwar.Applying;

/// <summary>
/// The door-shaped box, the only heavy border of the slip: the date a decision is due by, or else what the clock waits
/// for, papers, consents or the fee, and no date at all.
/// </summary>
sealed class SlipDoor(SlipPage page)
{
    const double Padding = 12;
    const double Radius = 16;
    const double Border = 2;

    static readonly double TextWidth = SlipStyles.Width - 2 * Padding;

    public void Put()
    {
        var waiting = new Queue<TextBlock>(page.Content.Due is { } due ? DueLines(due)
            : page.Content.PapersMissing.Count + page.Content.ConsentsMissing.Count > 0 ? MissingLines()
            : page.Content.StartsWith is { } happens ? EventLines(happens) : FeeLines());
        // A list of papers longer than a page gets a door on each.
        while (waiting.Count > 0)
        {
            if (!page.Flow.Fits(waiting.Peek().Height + 2 * Padding)) page.Flow.NextPage();
            PutPart(waiting);
            if (waiting.Count > 0) page.Flow.NextPage();
        }
    }

    List<TextBlock> DueLines(SlipDue due)
    {
        var lines = new List<TextBlock>
        {
            Line(page.BothWords("applying.slip.due_by"), SlipStyles.Plain),
            Line(due.DateText, SlipStyles.Large),
        };
        if (due.CountedAs is not null) lines.Add(Line(due.CountedAs, SlipStyles.Plain));
        lines.Add(Line(page.Words("applying.slip.papers_complete"), SlipStyles.Plain));
        return lines;
    }

    List<TextBlock> MissingLines() =>
    [
        .. Numbered("applying.slip.papers_missing", page.Content.PapersMissing),
        .. Numbered("applying.slip.consents_missing", page.Content.ConsentsMissing),
        Line(page.Words("applying.slip.starts_when_given"), SlipStyles.Plain),
    ];

    List<TextBlock> Numbered(string heading, IReadOnlyList<string> missing) => missing.Count == 0 ? [] :
    [
        Line(page.BothWords(heading), SlipStyles.Plain),
        .. missing.Select((one, at) => Line(string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {one}"), SlipStyles.Value)),
    ];

    List<TextBlock> FeeLines() =>
    [
        Line(page.BothWords("applying.slip.fee_awaited"), SlipStyles.Plain),
        Line(page.Content.FeeTotal ?? "", SlipStyles.Large),
        Line(page.Words("applying.slip.starts_when_paid"), SlipStyles.Plain),
    ];

    List<TextBlock> EventLines(string happens) =>
    [
        Line(page.BothWords("applying.slip.event_awaited"), SlipStyles.Plain),
        Line(happens, SlipStyles.Value),
        Line(page.Words("applying.slip.starts_with_event"), SlipStyles.Plain),
    ];

    TextBlock Line(string text, TextStyle style) => page.Text(text, style, TextWidth);

    void PutPart(Queue<TextBlock> waiting)
    {
        var top = page.Flow.Y;
        page.Flow.Gap(Padding);
        do
        {
            var block = waiting.Dequeue();
            page.Flow.Row(new FlowCell(block, SlipStyles.Left + Padding, PdfTag.Paragraph(page.Content.Language)));
        }
        while (waiting.TryPeek(out var next) && page.Flow.Fits(next.Height + Padding));
        page.Flow.Gap(Padding);
        page.Sheet.Door(SlipStyles.Left + Border / 2, top, SlipStyles.Width - Border, page.Flow.Y - top, Radius, Border);
    }
}
