using EkDwar.Cases.Benefits;
using EkDwar.Foundation.Database;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>A case to be erased: whether it is still open, until when the law keeps it, and whether somebody is paid by it every month.</summary>
public sealed record CaseToErase(CaseReference Reference, bool IsOpen, DateOnly? KeptUntil)
{
    public string ServiceId { get; init; } = "";
    public bool IsPaid { get; init; }
}

/// <summary>Says of cases whether they are closed, and until when each must be kept. Changes nothing, and passes over what was erased.</summary>
public sealed class ErasableCases(EkDwarDb db, CaseRetention retention)
{
    public async Task<List<CaseToErase>> Of(IQueryable<Case> asked)
    {
        // One that was replaced has its successor still to come.
        var all = await asked.AsNoTracking().Where(c => c.WrappedKey != null).Select(c => new
        {
            Case = c,
            IsOwed = db.Set<FeeCredit>().Any(credit => credit.CaseId == c.CaseId && credit.IsByHand && credit.RefundAskedAt != null && credit.ReturnedAt == null),
            HasCertificate = db.Set<Certificate>().Any(certificate => certificate.CaseId == c.CaseId && certificate.Status != CertificateStatus.Replaced),
            IsPaid = db.Set<Beneficiary>().Any(one => one.CaseId == c.CaseId && one.Status != BenefitStatus.Stopped),
        }).ToListAsync();
        var cases = new List<CaseToErase>();
        foreach (var one in all)
        {
            // What the cashier still owes her would be on no list any more.
            var isClosed = !one.IsOwed && (one.Case.Status.IsForNothing() || one.Case.Status == CaseStatus.Granted && one.HasCertificate);
            cases.Add(new(one.Case.Reference, !isClosed, isClosed ? await retention.KeptUntil(one.Case) : null) { ServiceId = one.Case.ServiceId, IsPaid = one.IsPaid });
        }
        return cases;
    }
}
