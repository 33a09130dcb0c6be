using QRCoder;

namespace EkDwar.Foundation.Pdf;

/// <summary>
/// A QR code as modules, without its white border. Restores 15 % damage where that keeps the modules large enough to be
/// scanned from print, else 7 %. Throws <see cref="ArgumentException"/> for more text than a scannable code holds.
/// </summary>
public sealed class QrSymbol
{
    // At 30 mm, 69 modules (version 13) are 0.43 mm each: two and a half pixels of a scan at 150 dpi.
    const int LargestVersionAtMedium = 13;
    const int LargestVersion = 17;
    const int Border = 4;

    /// <summary>So many letters of ASCII a code of the largest version holds with the least repair (ISO/IEC 18004, table 7).</summary>
    public const int LettersAtMost = 644;

    readonly QRCodeData data;

    public QrSymbol(string text)
    {
        data = Make(text, QRCodeGenerator.ECCLevel.M);
        if (data.Version > LargestVersionAtMedium) data = Make(text, QRCodeGenerator.ECCLevel.L);
        if (data.Version > LargestVersion) throw new ArgumentException($"{text.Length} characters are too many for a scannable code", nameof(text));
    }

    /// <summary>How many modules a side has.</summary>
    public int Modules => data.ModuleMatrix.Count - 2 * Border;

    internal int Version => data.Version;

    public bool IsDark(int column, int row) => data.ModuleMatrix[row + Border][column + Border];

    static QRCodeData Make(string text, QRCodeGenerator.ECCLevel level)
    {
        try
        {
            return QRCodeGenerator.GenerateQrCode(text, level);
        }
        catch (QRCoder.Exceptions.DataTooLongException problem)
        {
            throw new ArgumentException("too much text for a QR code", nameof(text), problem);
        }
    }
}
