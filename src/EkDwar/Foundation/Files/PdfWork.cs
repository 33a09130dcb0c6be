namespace EkDwar.Foundation.Files;

/// <summary>How much work one PDF may still cause, in bytes read or unpacked. When it is used up the file is refused.</summary>
sealed class PdfWork(int fileLength)
{
    const long MaxUnpacked = 64 * 1024 * 1024;

    long left = MaxUnpacked + 4L * fileLength;

    public bool IsUsedUp => left < 0;

    public void Spend(long bytes) => left -= 1 + bytes;

    /// <summary>For what would unpack without end: nothing more is done for this file.</summary>
    public void UseUp() => left = -1;
}
