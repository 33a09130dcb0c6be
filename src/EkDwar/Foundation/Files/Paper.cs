namespace EkDwar.Foundation.Files;

/// <summary>The three kinds of file a citizen may hand in.</summary>
public enum PaperKind { Jpeg, Png, Pdf }

/// <summary>
/// A file that may be kept as evidence: a picture without its metadata, or a PDF byte for byte.
/// Not proof that it shows what it should: that is for the officer to see.
/// </summary>
/// <param name="Kind">by content, never by name</param>
/// <param name="Bytes">what to store; for a picture not the bytes that came</param>
/// <param name="Width">pixels as stored, before orientation; 0 for a PDF</param>
/// <param name="Height">pixels as stored, before orientation; 0 for a PDF</param>
/// <param name="Pages">1 for a picture; null for a PDF whose page count cannot be told</param>
public sealed record Paper(PaperKind Kind, ReadOnlyMemory<byte> Bytes, int Width, int Height, int? Pages)
{
    public string Ending => Kind switch { PaperKind.Jpeg => ".jpg", PaperKind.Png => ".png", _ => ".pdf" };
}
