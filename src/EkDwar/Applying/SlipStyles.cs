using EkDwar.Foundation.Pdf;

namespace EkDwar.Applying;

/// <summary>The measures of every slip, in points on A5; black only, so that any printer does.</summary>
static class SlipStyles
{
    public const double Left = 30;
    public const double Top = 28;

    public static readonly double Width = PdfPaper.A5.Width - 2 * Left;
    public static readonly double Bottom = PdfPaper.A5.Height - 26;
    public static readonly double QrSize = PdfPaper.Millimetres(26);

    public static readonly TextStyle Heading = new(18, IsBold: true);
    public static readonly TextStyle Sub = new(8.5);
    public static readonly TextStyle Label = new(9);
    public static readonly TextStyle Large = new(17, IsBold: true);
    public static readonly TextStyle Plain = new(9.5);
    public static readonly TextStyle Value = new(9.5, IsBold: true);
    public static readonly TextStyle Amount = new(9.5, IsBold: true, TextSide.Right);
}
