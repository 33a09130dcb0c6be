using System.Text.Json.Nodes;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.People;
using EkDwar.People.SignIns;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.OwnData;

/// <summary>Of what the house keeps of her: her name, the mobile she signs in with and the e-mail address she is told at, since when, where it is signed in, and when she was given her data.</summary>
public sealed class OwnPerson(EkDwarDb db, Accounts accounts) : IOwnData
{
    public async IAsyncEnumerable<OwnRecord> Of(OwnDataOf who)
    {
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(one => one.AccountId == who.Person.AccountId);
        var downloads = await db.Set<OwnDownload>().AsNoTracking().Where(one => one.PersonId == who.PersonId).OrderBy(one => one.GivenAt).ToListAsync();
        var signedIn = await db.Set<SignIn>().AsNoTracking().Where(one => one.AccountId == account.AccountId).OrderBy(one => one.BeganAt).ToListAsync();
        yield return new("person.json", Texts.Get(who.Language, "cases.own.profile"), new JsonObject
        {
            ["name"] = accounts.ProfileOf(who.Person).Name,
            ["mobile"] = accounts.MobileOf(account).Digits,
            ["email"] = accounts.EmailOf(account)?.Text,
            ["told_in"] = account.ToldIn,
            ["since"] = PlainTime.At(who.Person.CreatedAt),
            ["signed_in"] = new JsonArray([.. signedIn.Select(one => (JsonNode)new JsonObject { ["at"] = PlainTime.At(one.BeganAt), ["last_used"] = PlainTime.At(one.SeenAt), ["browser"] = one.Browser })]),
            ["given_her_data"] = OwnAnswers.Lines(downloads.Select(one => PlainTime.At(one.GivenAt)!)),
        });
    }
}
