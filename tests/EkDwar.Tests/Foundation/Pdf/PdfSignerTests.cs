using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EkDwar.Foundation.Pdf;
using EkDwar.Tests.Applying;

namespace EkDwar.Tests.Foundation.Pdf;

public class A_sealed_pdf
{
    static readonly byte[] Plain = EkDwar.Applying.SlipLayout.Make(SampleSlips.Complete());
    static readonly SignatureFacts Facts = new("तहसीलदार (हवेली)", "Issued", "Pune", new DateTime(2026, 1, 27, 5, 30, 0, DateTimeKind.Utc));

    static byte[] Sealed(X509Certificate2? seal = null) => PdfSigner.Sign(Plain, seal ?? Demo(), Facts);

    static X509Certificate2 Demo() => SealCertificate.SelfSigned("Tahsildar, Haveli", DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));

    static X509Certificate2 WithRsa(int bits)
    {
        using var key = RSA.Create(bits);
        var request = new CertificateRequest(SealCertificate.Named("RSA"), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return SealCertificate.SelfSigned(request, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
    }

    static string Checked(byte[] pdf) => Tool.On(pdf, "pdfsig", "-nocert");

    static void AssertValid(byte[] pdf)
    {
        var said = Checked(pdf);
        Assert.Contains("Signature is Valid", said, StringComparison.Ordinal);
        Assert.Contains("Total document signed", said, StringComparison.Ordinal);
        Assert.Contains("ETSI.CAdES.detached", said, StringComparison.Ordinal);
    }

    [Fact]
    public void is_valid_with_a_P256_key() => AssertValid(Sealed());

    [Theory, InlineData(3072), InlineData(4096)]
    public void is_valid_with_an_RSA_key(int bits) => AssertValid(Sealed(WithRsa(bits)));

    [Fact]
    public void names_its_demonstration_seal_as_one()
    {
        var said = Checked(Sealed());
        Assert.Contains("DEMO Tahsildar, Haveli", said, StringComparison.Ordinal);
        Assert.Contains("Demonstration only", said, StringComparison.Ordinal);
    }

    [Theory, InlineData(0.1), InlineData(0.5), InlineData(0.7), InlineData(-1)]
    public void is_invalid_with_one_byte_changed(double place)
    {
        var pdf = Sealed();
        // The last case changes the signature's date in the appended update, the others what was drawn.
        var at = place < 0 ? pdf.AsSpan().LastIndexOf("(D:2026"u8) + 3 : (int)(Plain.Length * place);
        pdf[at] ^= 1;
        Assert.DoesNotContain("Signature is Valid", Checked(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void begins_with_the_unsealed_file_unchanged() => Assert.Equal(Plain, Sealed()[..Plain.Length]);

    [Fact]
    public void is_clean_to_qpdf_and_still_tagged()
    {
        var pdf = Sealed();
        Assert.Contains("No syntax or stream encoding errors", Tool.On(pdf, "qpdf", "--check"), StringComparison.Ordinal);
        Assert.Matches("Tagged: +yes", Tool.On(pdf, "pdfinfo"));
    }

    [Fact]
    public void is_not_sealed_twice() => Assert.Throws<NotSupportedException>(() => PdfSigner.Sign(Sealed(), Demo(), Facts));

    [Fact]
    public void is_not_made_from_what_is_no_pdf() => Assert.Throws<NotSupportedException>(() => PdfSigner.Sign("%PDF-1.5 startxref 9"u8.ToArray(), Demo(), Facts));
}
