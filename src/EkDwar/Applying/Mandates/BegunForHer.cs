using EkDwar.Foundation.Database;
using EkDwar.People;
using EkDwar.People.Mandates;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying.Mandates;

/// <summary>An application that another person began in her name before his mandate ended: who, as she named him.</summary>
public sealed record BegunDraft(OpenDraft Draft, string Agent);

/// <summary>Finds what was begun in somebody's name by a mandate that holds no longer: it is opened by nobody but her. What a mandate that holds began is his to finish.</summary>
public sealed class BegunForHer(EkDwarDb db, Drafts drafts, Accounts accounts, MandateDesk desk)
{
    const int Shown = 20;

    /// <summary>Which there are, the newest first, with the service of each.</summary>
    public async Task<IReadOnlyList<Draft>> Of(CitizenSession session) =>
        await desk.Own(session) is var (person, _) ? await Ended(person).AsNoTracking().OrderByDescending(draft => draft.UpdatedAt).Take(Shown).ToListAsync() : [];

    /// <summary>One of them, opened; null for anybody but her, and while the mandate holds.</summary>
    public async Task<BegunDraft?> Open(CitizenSession session, Guid draftId)
    {
        if (await desk.Own(session) is not var (person, _) || await Ended(person).FirstOrDefaultAsync(draft => draft.DraftId == draftId) is not { } draft
            || await drafts.OpenAny(person, draftId) is not { } open) return null;
        var mandate = await db.Set<Mandate>().AsNoTracking().SingleAsync(one => one.MandateId == draft.MandateId);
        return new(open, mandate.Agent(accounts.KeyOf(person)).Name);
    }

    IQueryable<Draft> Ended(Person person)
    {
        var today = desk.Today;
        return from draft in db.Set<Draft>()
               where draft.PersonId == person.PersonId
               join mandate in db.Set<Mandate>() on draft.MandateId equals mandate.MandateId
               where mandate.EndedAt != null || mandate.UntilOn < today
               select draft;
    }
}
