using System.Text.Json.Nodes;
using EkDwar.Cases.OwnData;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.People;
using EkDwar.People.Mandates;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying.Mandates;

/// <summary>Of what the house keeps of her: whom she let act for her, with all she wrote of him. What he sent stands with her applications.</summary>
public sealed class OwnMandates(EkDwarDb db, Accounts accounts) : IOwnData
{
    public async IAsyncEnumerable<OwnRecord> Of(OwnDataOf who)
    {
        var key = accounts.KeyOf(who.Person);
        var given = await db.Set<Mandate>().AsNoTracking().Where(one => one.PersonId == who.PersonId).OrderBy(one => one.AskedAt).ToListAsync();
        if (given.Count > 0)
            yield return new("may-act-for-you.json", Texts.Get(who.Language, "applying.mandate.title"), new JsonArray([.. given.Select(one => (JsonNode)new JsonObject
            {
                ["name"] = one.Agent(key).Name, ["mobile"] = one.Agent(key).Mobile.Digits, ["state"] = one.State, ["service_id"] = one.ServiceId, ["until"] = PlainTime.On(one.UntilOn),
                ["asked_at"] = PlainTime.At(one.AskedAt), ["confirmed_at"] = PlainTime.At(one.ConfirmedAt), ["taken_back_at"] = PlainTime.At(one.EndedAt),
            })]));
    }
}
