using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.People.Mandates;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying.Mandates;

/// <summary>Use case: she types the code from her own mobile; from then on the other may act.</summary>
public sealed class ConfirmMandate(EkDwarDb db, OneTimeCodes codes, Accounts accounts, MandateDesk desk)
{
    public async Task<Outcome<Guid>> Run(CitizenSession session, Guid mandateId, string? code)
    {
        if (await desk.Own(session) is not var (person, account)
            || await db.Set<Mandate>().FirstOrDefaultAsync(one => one.MandateId == mandateId && one.PersonId == person.PersonId && one.EndedAt == null && one.ConfirmedAt == null) is not { } mandate)
            return new Refusal("people.code_expired", "code");
        if (await codes.Check(accounts.MobileOf(account), MandateDesk.PurposeOf(mandateId), code) is { } refusal)
        {
            await db.Save();
            return refusal;
        }
        mandate.ConfirmedAt = desk.Now;
        return await db.TrySave() ? mandateId : new Refusal("people.code_expired", "code");
    }
}
