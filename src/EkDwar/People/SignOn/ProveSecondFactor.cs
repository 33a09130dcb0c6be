using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People.Desk;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.SignOn;

/// <summary>
/// Use case: somebody recognised by a provider that proves no second factor types the code of her authenticator. Wrong ones count
/// towards the same lock as those beside a password.
/// </summary>
public sealed class ProveSecondFactor(EkDwarDb db, OfficialLogins logins, SignOnBook book, TimeProvider time)
{
    public async Task<Outcome<Recognised>> Run(ArrivedSignOn arrived, string? code)
    {
        var now = time.UtcNow();
        var official = await db.Set<Official>().SingleOrDefaultAsync(one => one.OfficialId == arrived.OfficialId);
        if (official is null || !arrived.NeedsFactor || official.FactorsEndedAt >= arrived.At || !await book.IsLinked(official.OfficialId, arrived.State)) return ReceiveSignOn.Stale;
        if (official.LockedUntil > now) return Official.Locked with { Field = "code" };
        var step = official.PasswordHash.Length == 0 ? null : Totp.Accept(logins.SecretOf(official), Digits.Only(code ?? ""), now, official.TotpLastStep);
        if (step is null) official.Mistaken(now);
        else
        {
            official.Recognised();
            official.TotpLastStep = step.Value;
        }
        await book.Note(arrived.State, step is null ? SignOnOutcome.FactorWrong : SignOnOutcome.Recognised, "", official.OfficialId);
        // A second use of the same code at the same moment loses here.
        var saved = await db.TrySave();
        return step is null || !saved ? new Refusal("people.sign_on.code_wrong", "code") : new Recognised(official.OfficialId, PasskeyId: null, now) { SignOn = arrived.State };
    }
}
