using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying.Mandates;

/// <summary>Use case: she takes over what was begun in her name by a mandate that ended. It is her own draft from then on, as it was typed; nothing is sent by it. Refused while she has begun one of that service herself: neither is thrown away.</summary>
public sealed class TakeOverDraft(EkDwarDb db, BegunForHer begun)
{
    public async Task<Outcome<ServiceDefinition>> Run(CitizenSession session, Guid draftId)
    {
        if (await begun.Open(session, draftId) is not { Draft: var open }) return new Refusal("applying.mandate.none");
        var draft = open.Draft;
        var hasOwn = await db.Set<Draft>().AnyAsync(one => one.PersonId == draft.PersonId && one.State == draft.State && one.ServiceId == draft.ServiceId && one.MandateId == null);
        if (hasOwn) return new Refusal("applying.begun.own_first");
        draft.MandateId = null;
        return await db.TrySave() ? open.Service : new Refusal("applying.draft_changed");
    }
}
