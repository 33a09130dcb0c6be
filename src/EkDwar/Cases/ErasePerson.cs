using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>
/// Use case, by command: everything sealed of a person is made unreadable for ever: her name, her drafts, her cases and
/// their papers. Refused while one of her cases is open. Whether the law lets it go is asked before, by whoever gives the order.
/// </summary>
public sealed class ErasePerson(EkDwarDb db, ErasureList list, Erasures erasures, TimeProvider time)
{
    /// <param name="about">The reference of any of her cases, or her id.</param>
    /// <returns>How many cases were erased with her.</returns>
    public async Task<Outcome<int>> Run(string about)
    {
        if (await PersonOf(about) is not { } personId) return new Refusal("cases.erase.nobody", null, ("about", about));
        // One that was replaced has its successor still to come.
        var all = await db.Set<Case>().AsNoTracking().Where(c => c.ApplicantId == personId && c.WrappedKey != null)
            .Select(c => new { c.CaseId, c.State, c.Status, HasCertificate = db.Set<Certificate>().Any(certificate => certificate.CaseId == c.CaseId && certificate.Status != CertificateStatus.Replaced) }).ToListAsync();
        if (all.Find(c => !(c.Status is CaseStatus.Refused or CaseStatus.Withdrawn || (c.Status == CaseStatus.Granted && c.HasCertificate))) is { } open)
            return new Refusal("cases.erase.open", null, ("reference", CaseReference.Of(open.State.ToUpperInvariant(), open.CaseId).ToString()));
        list.Add([.. all.Select(c => Erasure.OfCase(c.CaseId)), Erasure.OfPerson(personId)], time.UtcNow());
        await erasures.Apply();
        return all.Count;
    }

    async Task<Guid?> PersonOf(string about)
    {
        if (CaseReference.TryParse(about, out var reference))
            return await db.Set<Case>().Where(c => c.CaseId == reference.CaseId).Select(c => (Guid?)c.ApplicantId).FirstOrDefaultAsync();
        return Guid.TryParse(about, out var id) && await db.Set<Person>().AnyAsync(person => person.PersonId == id) ? id : null;
    }
}
