using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.Benefits;

/// <summary>The benefits of a person that are paid or suspended, for the questions that ask for one.</summary>
public static class HeldBenefits
{
    public static async Task<IReadOnlyList<HeldLicence>> Benefits(this EkDwarDb db, ServiceDefinition service, Guid personId)
    {
        var of = service.Questions.Where(question => question.Type == "benefit").SelectMany(question => question.Of).Distinct().ToList();
        if (of.Count == 0) return [];
        var held = await db.Set<Beneficiary>().AsNoTracking().Where(one => one.PersonId == personId && one.State == service.State
            && of.Contains(one.ServiceId) && one.Status != BenefitStatus.Stopped).ToListAsync();
        var ids = held.Select(one => one.CaseId).ToList();
        var parts = (await db.Set<Instalment>().AsNoTracking().Where(part => ids.Contains(part.CaseId)).OrderBy(part => part.Seq).ToListAsync()).ToLookup(part => part.CaseId);
        return [.. held.OrderByDescending(one => one.HoldsUntil).Select(one => new HeldLicence(CaseReference.Of(one.State.ToUpperInvariant(), one.CaseId).ToString(), one.ServiceId, one.HoldsUntil)
        {
            Drawn = parts[one.CaseId].ToList() is { Count: > 0 } all
                ? new(all.Count, all.Count(part => part.Status == InstalmentStatus.Paid), all.FindLast(part => part.Percent is not null)?.Percent) : null,
        })];
    }
}
