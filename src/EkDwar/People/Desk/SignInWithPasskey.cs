using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Web;

namespace EkDwar.People.Desk;

/// <summary>
/// Use case: an official signs in with a passkey, which her device gives only after it has recognised her. One answer for
/// every wrong one.
/// </summary>
public sealed class SignInWithPasskey(EkDwarDb db, PasskeyAnswers answers)
{
    /// <summary>What the browser is asked; its state is sealed, for <see cref="Run"/> alone.</summary>
    public Task<PasskeyQuestion> Ask() => answers.Ask(PasskeyChallenges.SigningIn);

    public async Task<Outcome<Recognised>> Run(string? credential, string? challenge)
    {
        var answered = await answers.Judge(PasskeyChallenges.SigningIn, credential, challenge, only: null);
        if (!answered.IsDone) return answered.Refusals.ToList();
        var (official, passkey, at) = answered.Value;
        // Two answers with the same count at the same moment: the second loses here.
        return await db.TrySave() ? new Recognised(official.OfficialId, passkey.PasskeyId, at) : PasskeyAnswers.Wrong;
    }
}
