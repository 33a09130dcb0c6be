using EkDwar.Foundation.Files;
using EkDwar.Foundation.Secrets;

namespace EkDwar.Catalogue.Questions;

/// <summary>One file of a stored paper: where its ciphertext is, and the key it is sealed under.</summary>
/// <param name="Format">jpg, png or pdf</param>
/// <param name="Length">bytes</param>
public sealed record PaperFile(string File, string Key, string Format, long Length)
{
    /// <summary>1 for a picture, and for a PDF that does not say how many it has.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>Whether the malware scanner could not be asked when it came. What it said later is not known here.</summary>
    public bool HasWaited { get; init; }

    /// <summary>What every stored paper is bound to.</summary>
    public static byte[] Context => Sealing.Context("paper");

    public byte[] OpenKey => Convert.FromBase64String(Key);

    /// <summary>The paper as it was cleaned and kept.</summary>
    public byte[] Read(FileStore files) => files.Read(File, OpenKey, Context);
}
