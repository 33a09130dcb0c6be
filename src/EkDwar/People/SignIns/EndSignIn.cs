using EkDwar.Foundation.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.SignIns;

/// <summary>Use case: somebody ends a sign-in of her own on another browser. One that is not hers is not there for her.</summary>
public sealed class EndSignIn(SignInBook book)
{
    public async Task<Outcome<Guid>> Run(Holder who, Guid signInId)
    {
        if (!await book.Whose(who).AnyAsync(one => one.SignInId == signInId)) return new Refusal("people.sign_ins.over");
        await book.End(signInId);
        return signInId;
    }
}
