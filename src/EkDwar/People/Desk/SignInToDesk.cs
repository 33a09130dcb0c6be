using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Desk;

/// <summary>
/// Use case: an official signs in with login, password and the code of her authenticator. One answer for every wrong
/// part.
/// </summary>
public sealed class SignInToDesk(EkDwarDb db, IPasswordHasher<Official> passwords, OfficialLogins logins, TimeProvider time)
{
    static readonly Refusal Wrong = new("people.desk_sign_in_wrong", "login");

    public async Task<Outcome<Recognised>> Run(string? login, string? password, string? code)
    {
        var typed = (login ?? "").Trim().ToLowerInvariant();
        var now = time.UtcNow();
        var official = await db.Set<Official>().FirstOrDefaultAsync(o => o.Login == typed);
        if (official is null or { PasswordHash: "" })
        {
            // The same work as for a known login that has a password, so that the time taken tells nothing.
            passwords.HashPassword(new Official(), password ?? "");
            return Wrong;
        }
        if (official.LockedUntil > now) return Official.Locked;
        var step = Holds(official, password ?? "", Digits.Only(code ?? ""), now);
        if (step is null) official.Mistaken(now);
        else
        {
            official.Recognised();
            official.TotpLastStep = step.Value;
        }
        // A second use of the same code at the same moment loses here.
        var saved = await db.TrySave();
        return step is null || !saved ? Wrong : new Recognised(official.OfficialId, PasskeyId: null, now);
    }

    long? Holds(Official official, string password, string code, DateTime now)
    {
        var isRight = passwords.VerifyHashedPassword(official, official.PasswordHash, password) != PasswordVerificationResult.Failed;
        var step = Totp.Accept(logins.SecretOf(official), code, now, official.TotpLastStep);
        return isRight ? step : null;
    }
}
