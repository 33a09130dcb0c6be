using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Web;
using EkDwar.People.Desk;
using EkDwar.People.SignIns;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Proving;

/// <summary>Use case: an official who is signed in proves anew who she is, with a passkey of her own. It counts for this sign-in alone.</summary>
public sealed class ProveByPasskey(EkDwarDb db, PasskeyAnswers answers)
{
    static readonly Refusal Wrong = new("people.prove.passkey_wrong");

    /// <summary>What the browser is asked; its state is sealed, for <see cref="Run"/> in this sign-in alone.</summary>
    public Task<PasskeyQuestion> Ask(Guid signInId) => answers.Ask(PasskeyChallenges.ProvingIn(signInId));

    /// <summary>Gives when she proved it.</summary>
    public async Task<Outcome<DateTime>> Run(DeskSession session, Guid? signInId, string? credential, string? challenge)
    {
        if (await db.Set<SignIn>().SingleOrDefaultAsync(one => one.SignInId == signInId && one.OfficialId == session.OfficialId) is not { } signIn) return ProveByCode.Over;
        var answered = await answers.Judge(PasskeyChallenges.ProvingIn(signIn.SignInId), credential, challenge, session.OfficialId);
        if (!answered.IsDone) return answered.Refusals[0] == PasskeyAnswers.Wrong ? Wrong : answered.Refusals[0];
        signIn.ProvedAt = answered.Value.At;
        // Two answers with the same count at the same moment, or signed out elsewhere: nothing is proved.
        return await db.TrySave() ? answered.Value.At : Wrong;
    }
}
