using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;

namespace EkDwar.Notifying.Wishes;

/// <summary>Use case: somebody names an e-mail address at which she wants to be told too. Nothing is kept of it yet: a code goes there, and by it she proves that it is hers.</summary>
public sealed class GiveAddress(EkDwarDb db, OneTimeCodes codes, Accounts accounts, OwnAccount own, Providers providers)
{
    public async Task<Outcome<EmailAddress>> Run(CitizenSession session, string? typed, string language)
    {
        if (await own.Of(session) is not { } account) return OwnAccount.NotYours;
        if (!providers.Carry(CodeChannels.Email)) return new Refusal("notifying.wishes.no_mail", "email");
        if (!EmailAddress.TryParse(typed, out var address)) return new Refusal("notifying.wishes.unreadable", "email");
        if (await codes.Send(accounts.MobileOf(account), own.PurposeOf(address), language, CodeChannels.Email, address) is { } wait) return wait with { Field = "email" };
        await db.Save();
        return address;
    }
}
