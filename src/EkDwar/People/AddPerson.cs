using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.People;

/// <summary>Use case: somebody signed in says for whom the service is. A family shares one mobile; at most twenty persons.</summary>
public sealed class AddPerson(EkDwarDb db, Accounts accounts)
{
    const int AtMost = 20, Longest = 200;

    public async Task<Outcome<Guid>> Run(Guid accountId, string? typed)
    {
        var name = (typed ?? "").Trim();
        if (!name.Any(char.IsLetter) || name.Length > Longest || name.Any(char.IsControl) || name.Contains('\uFFFD'))
            return new Refusal("people.name_needed", "name");
        if ((await accounts.Persons(accountId)).Count >= AtMost) return new Refusal("people.too_many_persons", "name");
        var person = accounts.AddPerson(accountId, name);
        await db.Save();
        return person.PersonId;
    }
}
