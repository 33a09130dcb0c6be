using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>
/// Use case, by command: everything sealed of a person is made unreadable for ever: her name, her drafts, her cases and
/// their papers; with the last person of an account its mobile number too. Refused while one of her cases is open, or has
/// to be kept by law. Nothing else is asked: who may give the order is not known here.
/// </summary>
public sealed class ErasePerson(EkDwarDb db, ErasureList list, Erasures erasures, ErasableCases erasable, TimeProvider time)
{
    /// <param name="about">The reference of any of her cases, or her id.</param>
    /// <returns>How many cases were erased with her.</returns>
    public async Task<Outcome<int>> Run(string about)
    {
        if (await PersonOf(about) is not { } personId) return Nobody(about);
        var all = await CasesOf(personId);
        if (all.Find(c => c.IsOpen) is { } open) return new Refusal("cases.erase.open", null, ("reference", open.Reference.ToString()));
        var kept = all.Where(c => c.KeptUntil >= time.Today()).MaxBy(c => c.KeptUntil);
        if (kept is not null) return new Refusal("cases.erase.kept", null, ("reference", kept.Reference.ToString()), ("date", LongDate.Of(kept.KeptUntil!.Value, LanguageCode.English)));
        list.Add([.. all.Select(c => Erasure.OfCase(c.Reference.CaseId)), Erasure.OfPerson(personId)], time.UtcNow());
        await erasures.Apply();
        return all.Count;
    }

    /// <summary>What would be erased, and what stands against it. Changes nothing.</summary>
    public async Task<Outcome<IReadOnlyList<CaseToErase>>> Rehearse(string about) =>
        await PersonOf(about) is { } personId ? await CasesOf(personId) : Nobody(about);

    static Refusal Nobody(string about) => new("cases.erase.nobody", null, ("about", about));

    Task<List<CaseToErase>> CasesOf(Guid personId) => erasable.Of(db.Set<Case>().Where(c => c.ApplicantId == personId).OrderBy(c => c.SubmittedAt).ThenBy(c => c.CaseId));

    async Task<Guid?> PersonOf(string about)
    {
        if (CaseReference.TryParse(about, out var reference))
            return await db.Set<Case>().Where(c => c.CaseId == reference.CaseId).Select(c => (Guid?)c.ApplicantId).FirstOrDefaultAsync();
        return Guid.TryParse(about, out var id) && await db.Set<Person>().AnyAsync(person => person.PersonId == id) ? id : null;
    }
}
