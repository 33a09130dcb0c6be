using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.People;

/// <summary>Use case: a citizen types the code. Gives the account; the first sign-in of a number makes one.</summary>
public sealed class ConfirmSignInCode(EkDwarDb db, OneTimeCodes codes, Accounts accounts)
{
    public async Task<Outcome<Guid>> Run(PhoneNumber mobile, string? code)
    {
        if (await codes.Check(mobile, SendSignInCode.Purpose, code) is { } refusal)
        {
            await db.Save();
            return refusal;
        }
        var account = await accounts.Find(mobile) ?? accounts.Add(mobile);
        if (await db.TrySave()) return account.AccountId;
        // Two devices signed in for the first time at the same moment: the other one made the account.
        db.ChangeTracker.Clear();
        return await accounts.Find(mobile) is { } made ? made.AccountId : new Refusal("people.code_wrong", "code");
    }
}
