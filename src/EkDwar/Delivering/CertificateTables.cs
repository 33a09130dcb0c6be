using EkDwar.Foundation.Pdf;

namespace EkDwar.Delivering;

/// <summary>
/// Sets the tables of a certificate. A row that does not fit goes to the next page, under the columns' names again; those
/// are drawn for the eye alone, because a reader of the tags knows them already.
/// </summary>
sealed class CertificateTables(CertificatePage page)
{
    const double Between = 8, Padding = 3;

    CertificateContent Content => page.Content;

    public void Put()
    {
        foreach (var table in Content.Tables) Put(table);
        if (Content.RecordAsOf is { } asOf) page.Labelled("delivering.certificate.record_as_of", asOf, CertificateStyles.Plain);
        if (Content.Tables.Count > 0) page.Flow.Gap(10);
    }

    void Put(PrintedTable table)
    {
        var columns = Columns(table);
        var heads = Cells(columns, column => CertificateLayout.Joined(Content, column.Column.Label), CertificateStyles.TableHead);
        page.Flow.Gap(4);
        // A title alone at the foot of a page would head nothing.
        if (!page.Flow.Fits(60 + Height(heads))) page.Flow.NextPage();
        page.Paragraph(new PdfText(Content.Language, CertificateLayout.Joined(Content, table.Title), isBold: true), CertificateStyles.TableTitle);
        page.Flow.Gap(4);
        page.Sheet.Tag(PdfTag.Table, () =>
        {
            page.Rule();
            page.Sheet.Tag(PdfTag.Row, () => Row(columns, heads, PdfTag.ColumnHeading(Content.Language)));
            if (table.Rows.Count == 0) page.Sheet.Tag(PdfTag.Row, () => Row([columns[0] with { Width = CertificateStyles.Width }], [Text(page.Words("delivering.certificate.no_rows"), CertificateStyles.TableCell, CertificateStyles.Width)], PdfTag.Cell(Content.Language)));
            foreach (var row in table.Rows)
            {
                var cells = columns.Select(column => Text(row[column.Index].Length == 0 ? "–" : row[column.Index], CertificateStyles.TableCell, column.Width)).ToList();
                Continue(columns, heads, cells);
                page.Sheet.Tag(PdfTag.Row, () => Row(columns, cells, PdfTag.Cell(Content.Language)));
            }
        });
        page.Flow.Gap(8);
    }

    void Continue(List<Placed> columns, List<TextBlock> heads, List<TextBlock> cells)
    {
        if (page.Flow.Fits(Height(cells))) return;
        page.Flow.NextPage();
        page.Rule();
        page.Flow.Gap(Padding);
        foreach (var (column, head) in columns.Zip(heads)) page.Sheet.Put(head, column.X, page.Flow.Y);
        page.Flow.Gap(heads.Max(head => head.Height) + Padding);
        page.Rule();
    }

    void Row(List<Placed> columns, List<TextBlock> cells, PdfTag tag)
    {
        page.Flow.Gap(Padding);
        page.Flow.Row([.. columns.Zip(cells).Select(pair => new FlowCell(pair.Second, pair.First.X, tag))]);
        page.Flow.Gap(Padding);
        page.Rule();
    }

    List<TextBlock> Cells(List<Placed> columns, Func<Placed, string> text, TextStyle style) => [.. columns.Select(column => Text(text(column), style, column.Width))];

    TextBlock Text(string text, TextStyle style, double width) => page.Text(text, style, width);

    static double Height(List<TextBlock> cells) => cells.Max(cell => cell.Height) + 2 * Padding;

    sealed record Placed(PrintedColumn Column, int Index, double X, double Width);

    static List<Placed> Columns(PrintedTable table)
    {
        var unit = (CertificateStyles.Width - Between * (table.Columns.Count - 1)) / table.Columns.Sum(column => column.Share);
        var placed = new List<Placed>();
        var x = CertificateStyles.Left;
        foreach (var (index, column) in table.Columns.Index())
        {
            placed.Add(new(column, index, x, unit * column.Share));
            x += unit * column.Share + Between;
        }
        return placed;
    }
}
