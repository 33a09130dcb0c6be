using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying.Wishes;

/// <summary>Use case: she says in which language she wants to be told, or that each application's own will do.</summary>
public sealed class ChooseToldIn(EkDwarDb db, OwnAccount own)
{
    public async Task<Outcome<Guid>> Run(CitizenSession session, string? typed)
    {
        if (await own.Of(session) is not { } known) return OwnAccount.NotYours;
        LanguageCode language = default;
        if (!string.IsNullOrEmpty(typed) && !LanguageCode.TryParse(typed, out language)) return new Refusal("notifying.wishes.language_unknown", "language");
        var account = await db.Set<Account>().SingleAsync(one => one.AccountId == known.AccountId);
        account.ToldIn = string.IsNullOrEmpty(typed) ? null : language.Code;
        await db.Save();
        return account.AccountId;
    }
}
