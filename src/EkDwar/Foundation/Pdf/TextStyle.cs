namespace EkDwar.Foundation.Pdf;

/// <summary>How a text is set: size in points, weight, side and ink. Not its place.</summary>
public sealed record TextStyle(
    double Size, bool IsBold = false, TextSide Side = TextSide.Left, Ink Ink = default, double Leading = 1);

/// <summary>The side a text keeps to. The numbers are PangoAlignment's.</summary>
public enum TextSide
{
    Left = 0,
    Centre = 1,
    Right = 2,
}

/// <summary>A colour in eight-bit red, green and blue; the default is black.</summary>
public readonly record struct Ink(byte Red, byte Green, byte Blue);
