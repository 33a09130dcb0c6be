using System.Buffers;
using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EkDwar.Foundation.Files;

/// <summary>
/// What a signature in a PDF says of the file: intact as it stands; intact, but something was added behind it; not fitting what
/// it should cover; or made in a way that is not read here.
/// </summary>
public enum PdfSignatureState { Intact, AddedTo, Changed, Unknown }

/// <summary>A digital signature in a PDF (ISO 32000-2, 12.8).</summary>
/// <param name="Signer">the name in its certificate, which anybody can make for himself; empty where none was read</param>
public sealed record PdfSignature(PdfSignatureState State, string Signer);

/// <summary>
/// Reads the signatures of a file nobody trusts: whether its bytes are those that were signed. Who the signer is it does not
/// ask: no chain of certificates, no list of those taken back. What is signed as a digest inside (adbe.pkcs7.sha1) is unknown to it.
/// </summary>
public static class PdfSignatures
{
    const int MostRead = 10, LongestName = 200;
    static readonly SearchValues<byte> Blanks = SearchValues.Create(" \r\n\t\f\0"u8);

    /// <summary>In the order of the file; of more than ten, the first ten.</summary>
    public static IReadOnlyList<PdfSignature> In(ReadOnlyMemory<byte> pdf)
    {
        var found = new List<PdfSignature>();
        for (var at = 0; found.Count < MostRead && pdf.Span[at..].IndexOf("/ByteRange"u8) is var next and >= 0;)
        {
            at += next + "/ByteRange"u8.Length;
            if (Numbers(pdf.Span[at..]) is { } range) found.Add(Read(pdf, range));
        }
        return found;
    }

    /// <summary>Four numbers in brackets: two stretches, each from where and how long.</summary>
    static int[]? Numbers(ReadOnlySpan<byte> after)
    {
        var open = after.IndexOf((byte)'[');
        var close = after.IndexOf((byte)']');
        if (open < 0 || close < open || close > 100 || !IsBlank(after[..open])) return null;
        var words = Encoding.ASCII.GetString(after[(open + 1)..close]).Split((char[])[' ', '\r', '\n', '\t', '\f', '\0'], StringSplitOptions.RemoveEmptyEntries);
        var numbers = new int[4];
        if (words.Length != numbers.Length) return null;
        for (var i = 0; i < numbers.Length; i++)
            if (!int.TryParse(words[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return null;
        return numbers;
    }

    static PdfSignature Read(ReadOnlyMemory<byte> pdf, int[] range)
    {
        var (from, until, end) = (range[1], range[2], (long)range[2] + range[3]);
        // All but the signature itself, which stands between: what says otherwise could leave out whatever it liked.
        if (range[0] != 0 || from < 1 || until < from + 2L || end > pdf.Length || pdf.Span[from] != '<' || pdf.Span[until - 1] != '>') return new(PdfSignatureState.Unknown, "");
        byte[] signed = [.. pdf.Span[..from], .. pdf.Span[until..(int)end]];
        var name = "";
        try
        {
            var message = Convert.FromHexString(Encoding.ASCII.GetString(pdf.Span[(from + 1)..(until - 1)]));
            // Room was left for it, and what was not needed is zeros.
            AsnDecoder.ReadEncodedValue(message, AsnEncodingRules.BER, out _, out _, out var length);
            var cms = new SignedCms(new ContentInfo(signed), detached: true);
            cms.Decode(message.AsSpan(0, length));
            if (cms.SignerInfos is not { Count: 1 } signers || !cms.Detached || signers[0].Certificate is not { } certificate) return new(PdfSignatureState.Unknown, "");
            name = Shown(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
            signers[0].CheckSignature(verifySignatureOnly: true);
            return new(IsBlank(pdf.Span[(int)end..]) ? PdfSignatureState.Intact : PdfSignatureState.AddedTo, name);
        }
        catch (Exception e) when (e is CryptographicException or FormatException or AsnContentException)
        {
            return new(name.Length > 0 ? PdfSignatureState.Changed : PdfSignatureState.Unknown, name);
        }
    }

    // A stranger chose it: nothing in it may turn the writing round or break the line.
    static string Shown(string name)
    {
        var plain = string.Concat(name.EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)).Take(LongestName));
        return plain.Length > 0 ? plain : "?";
    }

    static bool IsBlank(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExcept(Blanks);
}
