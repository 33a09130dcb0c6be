using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.People.Mandates;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying.Mandates;

/// <summary>Use case: she takes it back, at once and without a code. What was sent in her name stays hers; he opens it no more.</summary>
public sealed class TakeBackMandate(EkDwarDb db, MandateDesk desk)
{
    public async Task<Outcome<Guid>> Run(CitizenSession session, Guid mandateId)
    {
        if (await desk.Own(session) is not var (person, _)
            || await db.Set<Mandate>().FirstOrDefaultAsync(one => one.MandateId == mandateId && one.PersonId == person.PersonId) is not { } mandate) return new Refusal("applying.mandate.none");
        mandate.EndedAt ??= desk.Now;
        // Twice at the same moment: it is taken back all the same.
        await db.TrySave();
        return mandateId;
    }
}
