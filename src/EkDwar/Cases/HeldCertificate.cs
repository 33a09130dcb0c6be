using EkDwar.Foundation.Database;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>A certificate that is somebody's and valid now, with its case. What only counted once, revoked or replaced, is none.</summary>
public sealed class HeldCertificate
{
    public required Case Case { get; init; }
    public required Certificate Certificate { get; init; }
}

/// <summary>The one question of what somebody holds. A benefit is no certificate: the register of beneficiaries says who has one.</summary>
public static class HeldCertificates
{
    /// <summary>Those of a person that these services of a state gave.</summary>
    public static IQueryable<HeldCertificate> CertificatesOf(this EkDwarDb db, Guid personId, string state, IReadOnlyCollection<string> services) =>
        from certificate in db.Set<Certificate>().AsNoTracking()
        join c in db.Set<Case>() on certificate.CaseId equals c.CaseId
        where c.ApplicantId == personId && c.State == state && services.Contains(c.ServiceId) && certificate.Status == CertificateStatus.Valid
        select new HeldCertificate { Case = c, Certificate = certificate };
}
