using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>The licences of a person, for the questions that ask for one.</summary>
public static class HeldLicences
{
    /// <summary>Those of the services that any question of this service names, the one that ends last first. Nothing is asked where no question does.</summary>
    public static async Task<IReadOnlyList<HeldLicence>> Licences(this EkDwarDb db, ServiceDefinition service, Guid personId)
    {
        var of = service.Questions.Where(question => question.Type == "licence").SelectMany(question => question.Of).Distinct().ToList();
        if (of.Count == 0) return [];
        var held = await db.CertificatesOf(personId, service.State, of).Where(one => one.Certificate.ValidUntil != null)
            .OrderByDescending(one => one.Certificate.ValidUntil).ToListAsync();
        return [.. held.Select(one => new HeldLicence(one.Certificate.NumberOf(one.Case.Reference), one.Case.ServiceId, one.Certificate.ValidUntil!.Value))];
    }
}
