namespace EkDwar.Foundation.Files;

/// <summary>The second byte of a JPEG marker, after 0xFF (ITU-T T.81, table B.1).</summary>
static class JpegMarker
{
    public const byte HuffmanTables = 0xC4;
    public const byte ArithmeticConditioning = 0xCC;
    public const byte StartOfImage = 0xD8;
    public const byte EndOfImage = 0xD9;
    public const byte StartOfScan = 0xDA;
    public const byte QuantisationTables = 0xDB;
    public const byte RestartInterval = 0xDD;
    public const byte App0 = 0xE0;
    public const byte App1 = 0xE1;
    public const byte App2 = 0xE2;
    public const byte App14 = 0xEE;
    public const byte App15 = 0xEF;
    public const byte Comment = 0xFE;

    /// <summary>Markers without a length, none of which may stand where a segment begins.</summary>
    public static bool StandsAlone(byte marker) => marker is 0x00 or 0x01 or >= 0xD0 and <= 0xD8;

    public static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (HuffmanTables or 0xC8 or ArithmeticConditioning);

    /// <summary>Baseline, extended and progressive, all with Huffman coding.</summary>
    public static bool IsShownByBrowsers(byte marker) => marker is >= 0xC0 and <= 0xC2;
}
