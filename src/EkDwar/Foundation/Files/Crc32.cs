namespace EkDwar.Foundation.Files;

/// <summary>The check sum of PNG chunks (W3C PNG, annex D; polynomial 0xEDB88320). Finds accidents, not forgeries.</summary>
static class Crc32
{
    static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Row)];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes) crc = Table[(byte)(crc ^ b)] ^ (crc >> 8);
        return ~crc;
    }

    static uint Row(int n)
    {
        var row = (uint)n;
        for (var bit = 0; bit < 8; bit++) row = (row & 1) == 0 ? row >> 1 : 0xEDB88320 ^ (row >> 1);
        return row;
    }
}
