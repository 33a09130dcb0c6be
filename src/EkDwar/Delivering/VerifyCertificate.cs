using EkDwar.Cases;
using EkDwar.Foundation.Database;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Delivering;

/// <summary>What the public register says of a certificate: service, office, date, valid or not. Never what it states.</summary>
public sealed record RegisterEntry(CaseReference Reference, string ServiceId, int ServiceVersion, Guid OfficeId, Certificate Certificate, bool IsLatest);

/// <summary>How a presented code or file compares with what was issued.</summary>
public enum Presented { Genuine, Altered, NotOurs }

/// <summary>
/// Use case: anybody verifies a certificate. By typed number: only the register's entry. By a presented code or file:
/// compared in full, to the last byte.
/// </summary>
public sealed class VerifyCertificate(EkDwarDb db, IssuingKeys keys)
{
    /// <summary>The register's entry for a number such as MH-7KQ4-2M9T-XB3W-C-1; without the last part, the latest one. Null when there is none.</summary>
    public async Task<RegisterEntry?> ByNumber(string? typed)
    {
        if (!TryRead(typed, out var reference, out var seq)) return null;
        var all = await db.Set<Certificate>().AsNoTracking().Where(c => c.CaseId == reference.CaseId).OrderBy(c => c.Seq).ToListAsync();
        var certificate = seq is null ? all.LastOrDefault() : all.Find(c => c.Seq == seq);
        var c = certificate is null ? null : await db.Set<Case>().AsNoTracking().FirstOrDefaultAsync(row => row.CaseId == reference.CaseId);
        return c is null || !c.State.Equals(reference.State, StringComparison.OrdinalIgnoreCase) ? null
            : new(reference, c.ServiceId, c.ServiceVersion, c.OfficeId, certificate!, certificate!.Seq == all[^1].Seq);
    }

    /// <summary>A presented QR payload: whose facts it carries, and whether they are what was issued.</summary>
    public async Task<(Presented Verdict, CertificatePayload? States, RegisterEntry? Register)> ByPayload(string payload)
    {
        var stated = CertificatePayload.Verify(payload, keys.Pinned);
        if (stated is null) return (Presented.NotOurs, null, null);
        var register = await ByNumber(stated.Reference);
        var isSame = register?.Certificate.PayloadHash == CertificateFiles.HashOf(System.Text.Encoding.ASCII.GetBytes(payload));
        // Whoever has the key makes any code, and dates it as he likes: then the register alone tells.
        if (!isSame && KeyWithdrawnOn(payload) is not null) return (Presented.NotOurs, null, null);
        return (isSame ? Presented.Genuine : Presented.Altered, stated, register);
    }

    /// <summary>From which day on others may have had the key this payload names; null where it was not withdrawn.</summary>
    public DateOnly? KeyWithdrawnOn(string payload) => CertificatePayload.KeyIdOf(payload) is { } id ? keys.WithdrawnOn(id) : null;

    /// <summary>A presented PDF, by the number its holder gives with it.</summary>
    public async Task<(Presented Verdict, RegisterEntry? Register)> ByFile(string? number, byte[] pdf)
    {
        if (await ByNumber(number) is not { } register) return (Presented.NotOurs, null);
        return (register.Certificate.PdfHash == CertificateFiles.HashOf(pdf) ? Presented.Genuine : Presented.Altered, register);
    }

    static bool TryRead(string? typed, out CaseReference reference, out int? seq)
    {
        seq = null;
        if (CaseReference.TryParse(typed, out reference)) return true;
        var cut = typed?.LastIndexOf('-') ?? -1;
        if (cut < 0 || !int.TryParse(Foundation.Languages.Digits.ToAscii(typed![(cut + 1)..]).Trim(), out var number)) return false;
        seq = number;
        return CaseReference.TryParse(typed[..cut], out reference);
    }
}
