using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EkDwar.Foundation.Pdf;

/// <summary>What a signature says of itself. <see cref="SignedAt"/> is UTC and is our clock's word, not a time stamp.</summary>
public sealed record SignatureFacts(string Signatory, string Reason, string Place, DateTime SignedAt);

/// <summary>
/// Seals a PDF of ours with an invisible PAdES baseline signature (ETSI EN 319 142-1, ETSI.CAdES.detached) over the whole
/// file, in an update appended to it. Not a visible stamp, and no time stamp of a third party.
/// </summary>
public static class PdfSigner
{
    const int ByteRangeLength = 60;

    // What a CMS signature holds besides the certificate: attributes, and up to 512 bytes of an RSA-4096 signature.
    const int RoomForSignature = 2048;

    /// <summary>The seal must hold its private key, ECDSA P-256 (some five times faster) or RSA.</summary>
    public static byte[] Sign(byte[] pdf, X509Certificate2 seal, SignatureFacts facts)
    {
        using var file = new MemoryStream(pdf.Length + 16 * 1024);
        file.Write(pdf);
        var hole = Append(file, new PdfObjects(pdf), facts, 2 * (seal.RawData.Length + RoomForSignature));
        var signed = file.ToArray();
        var after = hole.End + 1;
        Fill(signed, hole.ByteRange, $"[0 {hole.Start} {after} {signed.Length - after}]".PadRight(ByteRangeLength));
        var signature = CmsSignature.Over([.. signed.AsSpan(0, hole.Start), .. signed.AsSpan(after)], seal);
        var hex = Convert.ToHexString(signature);
        if (hole.Start + 1 + hex.Length > hole.End) throw new InvalidOperationException("the signature is larger than the room left for it");
        Fill(signed, hole.Start + 1, hex);
        return signed;
    }

    // Start and End are the places of the angle brackets round the signature.
    readonly record struct Hole(int ByteRange, int Start, int End);

    static Hole Append(MemoryStream file, PdfObjects objects, SignatureFacts facts, int hexLength)
    {
        var (signature, field) = (objects.Count, objects.Count + 1);
        var catalog = objects.OpenDictionary(objects.Root);
        var page = FirstPage(objects, catalog);
        var offsets = new SortedDictionary<int, long> { [signature] = file.Position };
        var hole = AppendSignature(file, signature, facts, hexLength);
        Append(field, $"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /V {signature} 0 R /Rect [0 0 0 0] /F 132 /P {page} 0 R");
        Append(objects.Root, $"{catalog} /AcroForm << /SigFlags 3 /Fields [{field} 0 R] >>");
        Append(page, WithAnnotation(objects.OpenDictionary(page), field));
        var table = file.Position;
        file.Write("xref\n");
        foreach (var (number, offset) in offsets) file.Write($"{number} 1\n{PdfSyntax.InUse(offset)}");
        file.Write($"trailer\n<< /Size {field + 1} /Root {objects.Root} 0 R /Info {objects.Info} 0 R /Prev {objects.TableAt} >>\n");
        file.Write($"startxref\n{table}\n%%EOF\n");
        return hole;

        void Append(int number, string openDictionary)
        {
            offsets[number] = file.Position;
            file.Write($"{number} 0 obj\n{openDictionary} >>\nendobj\n");
        }
    }

    static Hole AppendSignature(MemoryStream file, int number, SignatureFacts facts, int hexLength)
    {
        var signedAt = facts.SignedAt.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        file.Write($"{number} 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:{signedAt}Z)\n");
        file.Write($"/Name {PdfSyntax.Text(facts.Signatory)} /Reason {PdfSyntax.Text(facts.Reason)} /Location {PdfSyntax.Text(facts.Place)}\n");
        file.Write("/ByteRange ");
        var byteRange = (int)file.Position;
        file.Write(new string(' ', ByteRangeLength) + " /Contents ");
        var start = (int)file.Position;
        file.Write($"<{new string('0', hexLength)}");
        var end = (int)file.Position;
        file.Write("> >>\nendobj\n");
        return new Hole(byteRange, start, end);
    }

    static int FirstPage(PdfObjects objects, string catalog)
    {
        var pages = PdfObjects.References(catalog, "/Pages")[0];
        return PdfObjects.References(objects.OpenDictionary(pages), "/Kids")[0];
    }

    // A page with links has annotations already, which stay.
    static string WithAnnotation(string page, int field)
    {
        var list = page.IndexOf("/Annots [", StringComparison.Ordinal);
        return list < 0 ? $"{page} /Annots [{field} 0 R]" : page.Insert(list + "/Annots [".Length, $" {field} 0 R");
    }

    static void Fill(byte[] file, int at, string latin) => Encoding.Latin1.GetBytes(latin).CopyTo(file, at);
}
