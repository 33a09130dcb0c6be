using System.Security.Cryptography;
using System.Text;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People.SignIns;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Proving;

/// <summary>
/// Use case: an official who is signed in proves anew who she is, with the code of her authenticator. It counts for this sign-in
/// alone. A code used before proves nothing, and wrong ones count towards the same lock as those of signing in.
/// </summary>
public sealed class ProveByCode(EkDwarDb db, OfficialLogins logins, TimeProvider time)
{
    /// <summary>Her sign-in has ended meanwhile.</summary>
    public static readonly Refusal Over = new("people.desk_sign_in.too_slow");
    static readonly Refusal Wrong = new("people.sign_on.code_wrong", "code");
    const int MostTries = 3;

    /// <summary>Gives when she proved it.</summary>
    public async Task<Outcome<DateTime>> Run(DeskSession session, Guid? signInId, string? code)
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            var now = time.UtcNow();
            var official = await db.Set<Official>().SingleAsync(one => one.OfficialId == session.OfficialId);
            var signIn = await db.Set<SignIn>().SingleOrDefaultAsync(one => one.SignInId == signInId && one.OfficialId == session.OfficialId);
            if (signIn is null) return Over;
            if (official.LockedUntil > now) return Official.Locked with { Field = "code" };
            var (secret, typed) = (logins.SecretOf(official), Digits.Only(code ?? ""));
            if (IsSentTwice(signIn, official, secret, typed, now)) return signIn.ProvedAt!.Value;
            var step = official.PasswordHash.Length == 0 ? null : Totp.Accept(secret, typed, now, official.TotpLastStep);
            if (step is null) official.Mistaken(now);
            else
            {
                official.Recognised();
                (official.TotpLastStep, signIn.ProvedAt) = (step.Value, now);
            }
            if (await db.TrySave()) return step is null ? Wrong : now;
            // She typed in another window at the same moment, or signed out there: asked again of what stands now.
            db.ChangeTracker.Clear();
        }
        return Wrong;
    }

    // A button pressed twice: answered as the first time, and what was proved by then is as old as it was.
    static bool IsSentTwice(SignIn signIn, Official official, byte[] secret, string typed, DateTime now) =>
        signIn.ProvedAt is { } at && Math.Abs(Totp.StepAt(at) - official.TotpLastStep) <= 1 && Math.Abs(Totp.StepAt(now) - official.TotpLastStep) <= 1
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Totp.Code(secret, official.TotpLastStep)), Encoding.UTF8.GetBytes(typed));
}
