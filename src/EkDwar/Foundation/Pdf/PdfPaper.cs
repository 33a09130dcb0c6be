namespace EkDwar.Foundation.Pdf;

/// <summary>A size of paper, in points of 1/72 inch, upright.</summary>
public sealed record PdfPaper(double Width, double Height)
{
    public static readonly PdfPaper A4 = new(Millimetres(210), Millimetres(297));
    public static readonly PdfPaper A5 = new(Millimetres(148), Millimetres(210));

    public static double Millimetres(double length) => length * 72 / 25.4;
}
