namespace EkDwar.Foundation.Pdf;

/// <summary>One block of a row: where it stands across the page, and what it is.</summary>
public readonly record struct FlowCell(TextBlock Block, double X, PdfTag Tag);

/// <summary>
/// Sets rows of text one below the other and goes to a next page when one is full, so that nothing ever runs off the
/// paper. The cells of a row stand on one baseline. A row is kept whole unless it is long; then it breaks between lines.
/// </summary>
public sealed class PdfFlow(PdfSheet sheet, double top, double bottom, Action? startPage = null)
{
    // Longer rows break; shorter ones would leave at most this part of a page white.
    const double KeptWhole = 0.25;

    double pageTop = top;

    /// <summary>Where the next row begins.</summary>
    public double Y { get; set; } = top;

    /// <summary>Where rows of the pages after this one begin, below what is repeated there.</summary>
    public double NextTop { get; init; } = top;

    public bool Fits(double height) => Y + height <= bottom;

    public void Gap(double points) => Y += points;

    public void NextPage()
    {
        sheet.NextPage();
        startPage?.Invoke();
        Y = pageTop = NextTop;
    }

    public void Row(params ReadOnlySpan<FlowCell> cells)
    {
        var parts = new List<RowPart>(cells.Length);
        foreach (var cell in cells) parts.Add(new RowPart(cell));
        while (parts.Exists(part => !part.IsDone))
        {
            Align(parts);
            var height = parts.Max(part => part.Shift + part.RestHeight);
            var isFresh = Y <= pageTop;
            if (!Fits(height) && !isFresh && (height <= (bottom - NextTop) * KeptWhole || parts.TrueForAll(part => part.LinesIn(bottom - Y) == 0)))
            {
                NextPage();
                continue;
            }
            Put(parts, isFresh);
            if (parts.Exists(part => !part.IsDone)) NextPage();
        }
    }

    void Put(List<RowPart> parts, bool isFresh)
    {
        var lowest = Y;
        foreach (var part in parts)
        {
            var count = part.LinesIn(bottom - Y);
            // A single line taller than the paper is drawn all the same: the alternative is never to end.
            if (count == 0 && isFresh && !part.IsDone) count = 1;
            if (count > 0) lowest = Math.Max(lowest, part.Put(sheet, Y, count));
        }
        Y = lowest;
    }

    static void Align(List<RowPart> parts)
    {
        var rest = parts.Where(part => !part.IsDone).ToList();
        var baseline = rest.Max(part => part.FirstBaseline);
        foreach (var part in rest) part.Shift = baseline - part.FirstBaseline;
    }

    sealed class RowPart(FlowCell cell)
    {
        int next;

        public double Shift { get; set; }
        public bool IsDone => next == Lines.Count;
        public double RestHeight => IsDone ? 0 : Lines[^1].Bottom - Lines[next].Top;
        public double FirstBaseline => Lines[next].Baseline - Lines[next].Top;

        IReadOnlyList<TextLine> Lines => cell.Block.Lines;

        public int LinesIn(double height)
        {
            var count = 0;
            while (next + count < Lines.Count && Shift + Lines[next + count].Bottom - Lines[next].Top <= height) count++;
            return count;
        }

        public double Put(PdfSheet sheet, double y, int count)
        {
            var from = next;
            sheet.Tag(cell.Tag, () => sheet.Put(cell.Block, cell.X, y + Shift, from, from + count));
            next += count;
            return y + Shift + Lines[next - 1].Bottom - Lines[from].Top;
        }
    }
}
