using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Desk;

/// <summary>Use case: an official takes one of her own passkeys away; it opens nothing from then on. Sessions begun with it are over within a minute, her own at once.</summary>
public sealed class RemovePasskey(EkDwarDb db)
{
    public async Task<Outcome<Guid>> Run(Guid officialId, Guid passkeyId)
    {
        var removed = await db.Set<Passkey>().Where(passkey => passkey.PasskeyId == passkeyId && passkey.OfficialId == officialId).ExecuteDeleteAsync();
        return removed == 1 ? passkeyId : new Refusal("people.passkey_gone");
    }
}
