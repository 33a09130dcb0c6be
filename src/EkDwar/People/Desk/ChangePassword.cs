using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People.SignIns;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Desk;

/// <summary>
/// Use case: an official who is signed in and knows her password takes another. Every other sign-in of hers ends; a wrong
/// old one counts towards the same lock as at the door.
/// </summary>
public sealed class ChangePassword(EkDwarDb db, IPasswordHasher<Official> passwords, OfficialLogins logins, SignInBook signIns, TimeProvider time)
{
    /// <param name="here">the sign-in she does it in, which goes on</param>
    public async Task<Outcome<Guid>> Run(DeskSession session, Guid? here, string? old, NewPassword chosen)
    {
        var now = time.UtcNow();
        var official = await db.Set<Official>().SingleAsync(one => one.OfficialId == session.OfficialId);
        if (official.LockedUntil > now) return Official.Locked with { Field = "old" };
        if (official.PasswordHash.Length == 0 || passwords.VerifyHashedPassword(official, official.PasswordHash, old ?? "") == PasswordVerificationResult.Failed)
        {
            official.Mistaken(now);
            await db.TrySave();
            return new Refusal("people.password.old_wrong", "old");
        }
        if (PasswordRules.Fault(chosen.Password, chosen.Again, official) is { } fault) return fault;
        if (chosen.Password == old) return new Refusal("people.password.same", "password");
        official.Recognised();
        official.PasswordHash = logins.Hash(chosen.Password!);
        if (!await db.TrySave()) return new Refusal("people.password.old_wrong", "old");
        await signIns.EndOthers(Holder.Of(session), here);
        return official.OfficialId;
    }
}

/// <summary>A password as it was typed, twice.</summary>
public sealed record NewPassword(string? Password, string? Again);
