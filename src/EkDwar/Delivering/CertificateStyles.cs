using EkDwar.Foundation.Pdf;

namespace EkDwar.Delivering;

/// <summary>The measures and inks of every certificate, in points on A4.</summary>
static class CertificateStyles
{
    public const double FrameInset = 28;
    public const double Left = 64;
    public const double Top = 58;
    public const double NextTop = 72;
    public const double ThresholdWidth = 150;

    public static readonly double Width = PdfPaper.A4.Width - 2 * Left;
    public static readonly double Bottom = PdfPaper.A4.Height - FrameInset - 34;
    public static readonly double QrSize = PdfPaper.Millimetres(30);

    public static readonly Ink Neel = new(0x22, 0x30, 0x6B);
    public static readonly Ink Marigold = new(0xF2, 0xA9, 0x00);
    public static readonly Ink Hairline = new(0xC5, 0xC9, 0xD9);
    static readonly Ink Quiet = new(0x3F, 0x46, 0x57);

    public static readonly TextStyle Government = new(14, IsBold: true, TextSide.Centre);
    public static readonly TextStyle Department = new(11, Side: TextSide.Centre);
    public static readonly TextStyle English = new(8.5, Side: TextSide.Centre, Ink: Quiet);
    public static readonly TextStyle Title = new(24, IsBold: true, TextSide.Centre, Neel);
    public static readonly TextStyle EnglishTitle = new(12, Side: TextSide.Centre, Ink: Neel);
    public static readonly TextStyle Number = new(9.5, Side: TextSide.Right);
    public static readonly TextStyle Body = new(12, Leading: 1.12);
    public static readonly TextStyle EnglishBody = new(10, Ink: Quiet, Leading: 1.1);
    public static readonly TextStyle Label = new(9.5, Ink: Quiet);
    public static readonly TextStyle Value = new(10.5, IsBold: true);
    public static readonly TextStyle Plain = new(10);
    public static readonly TextStyle TableTitle = new(11, Ink: Neel);
    public static readonly TextStyle TableHead = new(7.5, Ink: Quiet);
    public static readonly TextStyle TableCell = new(8.5);
    public static readonly TextStyle Signatory = new(12, IsBold: true, TextSide.Right);
    public static readonly TextStyle Post = new(10, Side: TextSide.Right);
    public static readonly TextStyle Note = new(8, Side: TextSide.Right, Ink: Quiet);
    public static readonly TextStyle Check = new(8.5, Ink: Quiet);
    public static readonly TextStyle Micro = new(7.5, IsBold: true, TextSide.Centre, Neel);
    public static readonly TextStyle Continued = new(8, Side: TextSide.Right, Ink: Quiet);
}
