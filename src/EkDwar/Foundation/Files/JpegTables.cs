namespace EkDwar.Foundation.Files;

/// <summary>Whether the tables of a JPEG fill their segment exactly and stay in their bounds (ITU-T T.81, B.2.4).</summary>
static class JpegTables
{
    public static bool AreWholeQuantisation(ReadOnlySpan<byte> content)
    {
        while (content.Length > 0)
        {
            var length = 1 + (content[0] >> 4 == 0 ? 64 : 128);
            if (content[0] >> 4 > 1 || (content[0] & 15) > 3 || content.Length < length) return false;
            content = content[length..];
        }
        return true;
    }

    public static bool AreWholeHuffman(ReadOnlySpan<byte> content)
    {
        while (content.Length > 0)
        {
            if (content.Length < 17 || content[0] >> 4 > 1 || (content[0] & 15) > 3) return false;
            var codes = 0;
            var room = 1;
            for (var bits = 1; bits <= 16; bits++)
            {
                codes += content[bits];
                // More codes of a length than that length has room for: such a table overruns careless decoders.
                room = 2 * room - content[bits];
                if (room < 0) return false;
            }
            if (codes > 256 || content.Length < 17 + codes) return false;
            content = content[(17 + codes)..];
        }
        return true;
    }
}
