using EkDwar.Foundation.Pdf;

namespace EkDwar.Tests.Foundation.Files;

/// <summary>Papers with a digital signature, as employers and banks send them.</summary>
static class SignedPapers
{
    public static byte[] By(string name)
    {
        using var seal = SealCertificate.SelfSigned(name, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
        return PdfSigner.Sign(EkDwar.Applying.SlipLayout.Make(Applying.SampleSlips.Complete()), seal, new(name, "Signed", "Pune", new DateTime(2026, 1, 27, 5, 30, 0, DateTimeKind.Utc)));
    }
}
