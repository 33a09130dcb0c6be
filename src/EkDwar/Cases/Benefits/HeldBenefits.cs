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
        return [.. held.Select(one => new HeldLicence(CaseReference.Of(one.State.ToUpperInvariant(), one.CaseId).ToString(), one.ServiceId, one.ProofUntil))];
    }
}
